// A sales rep's two days with one quote, on a tablet: forty lines, a sheet for the customer and a code for his telephone; next day,
// without network, another price beside the first, and a workbook of both.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { inflateRawSync } from 'node:zlib';
import { turn } from './browser.mjs';
import { Calculator } from './calculator.mjs';
import { copy, paste } from './clipboard.mjs';
import { forget, keep, stored } from './kept.mjs';
import { HOLDING, readPdf, sheetOf } from './paper.mjs';
import { TAG, eventually, useSite } from './site.mjs';
import said from '../node/said_of_quotes.mjs';

const site = useSite({ width: 834, height: 1112 });

const PRODUCTS = ['WebSphere', 'Db2', 'MQ', 'Cognos', 'Maximo', 'Domino', 'Spectrum'];

/** Forty products, 1 to 40 of each, at NT$ 1,000 a year and covered to the day before the anniversary: twelve months of each. */
const LINES = Array.from({ length: 40 }, (_, index) => ({ part: `E0${'ABCN'[(index * 7) % 4]}${String((index * 7919) % 10_000).padStart(4, '0')} ${PRODUCTS[(index * 5) % 7]}`, quantity: index + 1, annual_price: '1000', covered_until: '2026-12-31' }));
const TERMS = { as_of: '2026-11-28', currency: 'TWD', 'input.programme': 'PA', 'input.anniversary': '2026-01-01' };

/** By hand: of 1 to 40 there are 820, at NT$ 1,000. */
const TOTAL = '820000';
/** The fortieth, of which there are 40, at NT$ 900 instead: NT$ 4,000 less. */
const LESS = '816000';

const folder = mkdtempSync(join(tmpdir(), 'clausewise-rep-'));
const run = (script, ...given) => site.driver.executeScript(script, ...given);
const net = (calculator, expected) => eventually(async () => assert.equal(Number((await calculator.answer())?.figures.net), Number(expected)), 20_000);

async function open() {
  await site.driver.get(`${site.url}renewal.html?lang=${TAG['zh-Hant']}`);
  await forget(site.driver);
  await site.driver.get(`${site.url}renewal.html?lang=${TAG['zh-Hant']}`);
  await site.driver.wait(() => run("return !!document.querySelector('clausewise-quote')?.shadowRoot?.querySelector('form')"), 20_000);
  return Calculator.on(site.driver);
}

test('a rep quotes, hands over, comes back without network, compares and sends the workbook', async () => {
  const { 'zh-Hant': words } = said;
  const calculator = await open();
  await calculator.enterAll(TERMS);
  await copy(site.driver, LINES.map((line) => Object.values(line).join('\t')).join('\n'));
  await calculator.control('input.lines.0.part').click();
  await paste(site.driver);
  await net(calculator, TOTAL);
  assert.equal((await calculator.request()).input.lines.length, 40);

  // For whom it is, and kept.
  await calculator.button('texts').click();
  for (const [name, text] of [['customer', '台灣某某股份有限公司'], ['prepared_by', '陳小姐'], ['number', 'Q-2026-031']]) await calculator.one(`[data-text="${name}"]`).sendKeys(text);
  const id = await keep(site.driver, calculator);

  // The sheet: the customer, the total and every line.
  await run(HOLDING);
  await calculator.button('print').click();
  const sheet = await sheetOf({ run });
  for (const text of ['台灣某某股份有限公司', 'Q-2026-031', 'NT$820,000', ...LINES.map(({ part }) => part)]) assert.ok(sheet.text.includes(text), `${text} is not on the sheet`);
  if (turn === 0) await assertPrinted(sheet);

  // The code, as a telephone reads it off the screen.
  await calculator.button('link').click();
  const code = await eventually(() => calculator.one('.code svg'));
  await run("arguments[0].scrollIntoView({ block: 'center' })", code);
  const shot = join(folder, 'code.png');
  writeFileSync(shot, await code.takeScreenshot(), 'base64');
  const address = execFileSync('zbarimg', ['--quiet', '--raw', shot], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  const document = JSON.parse(inflateRawSync(Buffer.from(/#quote=([\w-]+)$/.exec(address)[1], 'base64url')).toString());
  assert.deepEqual([document.customer, Number(document.answer.figures.net), document.request.input.lines], ['台灣某某股份有限公司', Number(TOTAL), LINES]);

  // Next day, and no network any more: what was kept is there, and all that is needed has come with it.
  await eventually(async () => assert.ok((await site.loaded()).some((name) => name.endsWith('/workbook_bg.wasm'))), 30_000);
  await eventually(async () => assert.equal((await stored(site.driver)).find((each) => each.id === id).name, '台灣某某股份有限公司、Q-2026-031'));
  await site.stop();
  site.stop = undefined;
  await run(`const Own = Date;
    globalThis.Date = class extends Own { constructor(...parts) { if (parts.length) super(...parts); else super(Own.now() + 86400000); } };
    document.dispatchEvent(new Event('visibilitychange'));`);
  await calculator.button('scenario').click();
  await eventually(async () => assert.ok(await calculator.one('.scenarios').isDisplayed()));
  await calculator.button('next').click();
  await calculator.enter('input.lines.39.annual_price', '900');
  await net(calculator, LESS);
  const shown = await eventually(async () => {
    const text = (await calculator.one('.scenarios').getText()).replace(/\s+/g, ' ');
    assert.ok(text.includes('NT$816,000 （−NT$4,000）'), text);
    return text;
  });
  assert.ok(shown.includes('NT$1,000') && shown.includes('NT$900') && shown.includes(words.ui.scenario_lowest), shown);
  await eventually(async () => {
    const { request, scenarios } = JSON.parse((await stored(site.driver)).find((each) => each.id === id).document);
    assert.deepEqual([request.input.lines[39].annual_price, scenarios[0].request.input.lines[39].annual_price], ['900', '1000']);
  });

  // The workbook of both, as a file.
  await run(`HTMLAnchorElement.prototype.click = function () { window.file = { name: this.download }; };
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => { const reader = new FileReader(); reader.onload = () => { window.bytes = reader.result.split(',')[1]; }; reader.readAsDataURL(blob); return make(blob); };`);
  await calculator.button('workbook').click();
  const [{ name }, bytes] = await eventually(async () => {
    const found = await run('return [window.file, window.bytes]');
    assert.ok(found.every(Boolean));
    return found;
  }, 20_000);
  assert.equal(name, 'clausewise-renewal-2026-11-28.xlsx');
  assert.deepEqual(sheetsIn(Buffer.from(bytes, 'base64')), ['結果', '輸入資料', '授權項目', '方案比較', '合約數值', '計算過程', '條款']);
});

async function assertPrinted({ html, css }) {
  const file = join(folder, 'sheet.html');
  writeFileSync(file, html.replace('</head>', `<meta charset="utf-8"><style>${css}</style></head>`));
  const here = await site.driver.getWindowHandle();
  await site.driver.switchTo().newWindow('tab');
  await site.driver.get(pathToFileURL(file).href);
  const { pages } = readPdf(Buffer.from(await site.driver.printPage({ background: true }), 'base64'), 'rep');
  await site.driver.close();
  await site.driver.switchTo().window(here);
  assert.ok(pages[0].includes('NT$820,000'), pages[0]);
  for (const { part } of LINES) assert.ok(pages.some((page) => page.includes(part)), `${part} is not printed`);
}

/** The names of the sheets of a workbook, in their order. */
function sheetsIn(bytes) {
  const file = join(folder, 'book.xlsx');
  writeFileSync(file, bytes);
  const xml = execFileSync('python3', ['-c', 'import sys, zipfile; sys.stdout.write(zipfile.ZipFile(sys.argv[1]).read("xl/workbook.xml").decode())', file], { encoding: 'utf8' });
  return [...xml.matchAll(/<sheet name="([^"]+)"/g)].map(([, each]) => each);
}
