// What comes out of a printer: the sheet that "Print" makes, as the document that was to be printed, and as a PDF that is read back.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';
import { eventually } from './site.mjs';

/**
 * From now on what a page would print from a frame is kept in `window.sheets` instead. What its style sheet was made from is written
 * down too: not every browser tells all of it again.
 */
export const HOLDING = `
  window.sheets = [];
  const styles = new WeakMap();
  const held = (view) => {
    if (!view || styles.has(view)) return view;
    styles.set(view, []);
    const { replaceSync } = view.CSSStyleSheet.prototype;
    view.CSSStyleSheet.prototype.replaceSync = function (text) { styles.get(view).push(text); return replaceSync.call(this, text); };
    view.print = () => {
      const { document } = view;
      sheets.push({ html: document.documentElement.outerHTML, text: document.body.innerText, css: styles.get(view).join(''), letters: view.getComputedStyle(document.querySelector('h1')).fontSize, mode: document.compatMode });
      view.dispatchEvent(new view.Event('beforeprint'));
      view.dispatchEvent(new view.Event('afterprint'));
    };
    return view;
  };
  for (const name of ['contentWindow', 'contentDocument']) {
    const { get } = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, name);
    Object.defineProperty(HTMLIFrameElement.prototype, name, { get() {
      const found = get.call(this);
      held(name === 'contentWindow' ? found : found?.defaultView);
      return found;
    } });
  }
`;

/** The sheet that a page has just been told to print. */
export const sheetOf = (stranger) => eventually(async () => {
  const sheet = await stranger.run('return sheets.at(-1)');
  assert.ok(sheet, 'nothing was printed');
  return sheet;
}, 60_000);

/** Shows a sheet as a page of its own, as the browser had it: without a doctype. */
export async function showSheet(stranger, { html, css }, screen = false) {
  stranger.files.set('/sheet.css', css);
  stranger.files.set('/sheet.html', html.replace('</head>', '<meta charset="utf-8"><link rel="icon" href="data:,"><link rel="stylesheet" href="/sheet.css"></head>'));
  await stranger.driver.get(`${stranger.url}sheet.html`);
  if (!screen) await stranger.run('return document.fonts.ready.then(() => 1)');
}

/** In inches, as a printer has them. */
export const SIZES = { A4: [8.27, 11.69], letter: [8.5, 11] };

/** What is in a PDF: its pages as text, and every word with its box, in points. `CLAUSEWISE_PAPER` names a folder to keep it in. */
export function readPdf(bytes, name) {
  const folder = mkdtempSync(join(tmpdir(), 'clausewise-paper-'));
  try {
    const file = join(folder, 'sheet.pdf');
    writeFileSync(file, bytes);
    if (env.CLAUSEWISE_PAPER) writeFileSync(join(env.CLAUSEWISE_PAPER, `${name}.pdf`), bytes);
    const run = (...options) => execFileSync('pdftotext', [...options, file, '-'], { maxBuffer: 1 << 28 }).toString();
    const pages = run('-layout').split('\f').slice(0, -1);
    const boxes = run('-bbox').split('<page ').slice(1).map((page) => {
      const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(page);
      const words = [...page.matchAll(/<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)<\/word>/g)]
        .map(([, left, top, right, bottom, text]) => ({ left: Number(left), top: Number(top), right: Number(right), bottom: Number(bottom), text }));
      return { width: Number(width), height: Number(height), words };
    });
    return { pages, boxes };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Chinese brackets and stops are half empty, and browsers set them close: by so much of its height a word ends before its box. */
const AIR = 0.6;
const OPENS = /^[\u3000-\u303f\uff00-\uff0f]/;
const CLOSES = /[\u3000-\u303f\uff00-\uff0f\uff1a\uff1b]$/;

/** Letters with a rim are drawn twice. */
const isSame = (one, other) => one.text === other.text && Math.abs(one.left - other.left) < 1 && Math.abs(one.top - other.top) < 1;

/** What stands on paper lies beside each other: no two words in one place, and none beyond the margins. In points. */
export function assertLaidOut({ boxes }, where, [left, top, right, bottom]) {
  for (const [page, { width, height, words }] of boxes.entries()) {
    const inner = words.map(({ text, ...box }) => {
      const [height, inset] = [box.bottom - box.top, (box.bottom - box.top) * 0.3];
      return { text, left: box.left + (OPENS.test(text) ? AIR * height : 0.5), right: box.right - (CLOSES.test(text) ? AIR * height : 0.5), top: box.top + inset, bottom: box.bottom - inset };
    }).sort((one, other) => one.top - other.top);
    for (const [index, box] of inner.entries()) {
      assert.ok(box.left >= left && box.right <= width - right && box.top >= top && box.bottom <= height - bottom, `${where}, page ${page + 1}: “${box.text}” is cut`);
      for (let next = index + 1; next < inner.length && inner[next].top < box.bottom; next++) {
        const other = inner[next];
        assert.ok(other.left >= box.right || other.right <= box.left || isSame(box, other), `${where}, page ${page + 1}: “${box.text}” lies on “${other.text}”`);
      }
    }
  }
}
