// Every kind of refusal that typing can bring about: it stands at its field and in the summary, which leads there.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { By, Key } from 'selenium-webdriver';
import { Calculator } from './calculator.mjs';
import { copy, paste } from './clipboard.mjs';
import { REQUESTS, typeRequest } from './requests.mjs';
import { LANGUAGES, eventually, useSite, words } from './site.mjs';

const site = useSite();

const line = (name) => `input.lines.0.${name}`;

/** What to type after a sound request, and what must be refused, where. */
const TYPED = [
  { name: 'cancellation', path: line('fee'), value: '', code: 'missing' },
  { name: 'cancellation', path: line('fee'), value: '1e3', code: 'not_a_decimal' },
  { name: 'cancellation', path: line('fee'), value: '-5', code: 'out_of_range' },
  { name: 'cancellation', path: line('fee'), value: '1.0055', code: 'too_many_decimals' },
  { name: 'cancellation', path: line('fee'), value: '0', code: 'out_of_range' },
  { name: 'cancellation', path: line('fee'), value: '1000000000000', code: 'out_of_range' },
  { name: 'cancellation', path: line('starts_on'), value: '1899-12-31', code: 'out_of_range' },
  { name: 'cancellation', path: line('service'), value: 'x'.repeat(81), code: 'out_of_range' },
  { name: 'renewal', path: line('quantity'), value: '1.5', code: 'wrong_type' },
  { name: 'renewal', path: line('quantity'), value: '0', code: 'out_of_range' },
  { name: 'renewal', path: 'input.tax_percent', value: '101', code: 'out_of_range' },
  { name: 'renewal', path: 'input.tax_percent', value: '5.00001', code: 'too_many_decimals' },
  { name: 'multi_country', path: 'input.elsewhere.0.location', value: ' taiwan', code: 'repeated' },
  { name: 'multi_country', path: line('bought_for'), value: 'Korea', code: 'unknown_choice' },
];

/** The parts of a sentence between the blanks that are filled in. */
const parts = (sentence) => sentence.split(/\{\w+\}/).map((part) => part.trim()).filter((part) => part.length > 2);

async function assertShown(calculator, path, code, lang) {
  const { refusals } = words[lang];
  const sentences = Object.entries(refusals).filter(([key]) => key === code || key.startsWith(`${code}.`)).map(([, text]) => text);
  const says = (text) => sentences.some((sentence) => parts(sentence).every((part) => text.includes(part)));
  await eventually(async () => {
    const fault = await calculator.faultAt(path);
    assert.ok(says(fault), `${path}: ${fault}`);
    const summary = await calculator.one('[part~="summary"]').getText();
    assert.ok(says(summary), `the summary does not say it: ${summary}`);
  });
  assert.equal(await calculator.answer(), null, 'no figure beside a fault');
}

/** The summary's link leads to the control. */
async function assertLeads(calculator, path) {
  const link = await calculator.one(`[part~="summary"] a[href="#${path}"]`);
  await link.click();
  await eventually(async () => assert.equal(await calculator.focused(), path));
}

for (const { name, path, value, code } of TYPED) {
  test(`${code} at ${path} of ${name}: ${value.slice(0, 20) || 'nothing'}`, async () => {
    await site.open(`${name}.html`);
    const calculator = await Calculator.on(site.driver);
    await typeRequest(calculator, name);
    await calculator.enter(path, value);
    await assertShown(calculator, path, code, 'en');
    await assertLeads(calculator, path);
    await site.assertQuiet(code);
  });
}

test('a day that does not exist', async () => {
  await site.open('cancellation.html');
  const calculator = await Calculator.on(site.driver);
  await typeRequest(calculator, 'cancellation');
  const control = await calculator.control(line('starts_on'));
  await copy(site.driver, '2026-02-30');
  await control.click();
  await paste(site.driver);
  await site.driver.actions().sendKeys(Key.TAB).perform();
  await assertShown(calculator, line('starts_on'), 'not_a_date', 'en');
  await site.assertQuiet('a day that there is not');
});

test('half a day', async () => {
  await site.open('cancellation.html');
  const calculator = await Calculator.on(site.driver);
  await typeRequest(calculator, 'cancellation');
  await calculator.press(await calculator.control(line('starts_on')), Key.END, Key.BACK_SPACE, Key.BACK_SPACE, Key.TAB);
  await assertShown(calculator, line('starts_on'), 'not_a_date', 'en');
  await site.assertQuiet('half a day');
});

test('a currency that does not exist', async () => {
  await site.open('cancellation.html');
  const calculator = await Calculator.on(site.driver);
  await typeRequest(calculator, 'cancellation');
  const options = await calculator.control('currency').findElements(By.css('option'));
  await options.at(-1).click();
  await calculator.enter('currency', 'XYZ');
  await assertShown(calculator, 'currency', 'unknown_currency', 'en');
});

test('a choice that is not offered comes in by pasting', async () => {
  await site.open('cancellation.html');
  const calculator = await Calculator.on(site.driver);
  await typeRequest(calculator, 'cancellation');
  const { names } = words.en;
  const headings = ['service', 'fee', 'starts_on', 'cancelled_on', 'paid_with'].map((name) => names[`cancellation.${name}`] ?? names[name]);
  await copy(site.driver, `${headings.join('\t')}\nWorkshop\t1000.00\t2026-12-31\t2026-11-21\tbarter`);
  await calculator.control(line('service')).click();
  await paste(site.driver);
  await assertShown(calculator, line('paid_with'), 'unknown_choice', 'en');
});

test('more lines than there may be', async () => {
  await site.open('cancellation.html');
  const calculator = await Calculator.on(site.driver);
  await calculator.enter('as_of', '2026-11-21');
  await copy(site.driver, 'Workshop\t1000.00\t2026-12-31\n'.repeat(1_001));
  await calculator.control(line('service')).click();
  await paste(site.driver);
  await eventually(async () => assert.equal(await calculator.one('.trouble > span').getText(), words.en.ui.table_too_many.replace('{got}', '1001').replace('{max}', '1000')), 15_000);
  assert.equal((await calculator.request()).input.lines.length, 1);
  await site.assertQuiet('a thousand lines');
});

test('amounts that no longer fit', async () => {
  await site.open('renewal.html');
  const calculator = await Calculator.on(site.driver);
  await typeRequest(calculator, 'renewal');
  await calculator.enterAll({ [line('quantity')]: '1000000', [line('annual_price')]: '999999999999.99', 'input.tax_percent': '99.9999' });
  await eventually(async () => {
    const answer = await calculator.answer();
    const text = await calculator.one(answer ? '[part~="headline"]' : '[part~="summary"]').getText();
    const [overflow] = parts(words.en.refusals.overflow);
    // Either it fits, to the cent, or it is refused; nothing in between.
    assert.ok(answer ? /\d{1,3}(,\d{3}){5,}\.\d\d/.test(text) : text.includes(overflow), text);
  });
});

for (const lang of LANGUAGES) {
  test(`several faults at once in ${lang}`, async () => {
    await site.open('cancellation.html', lang);
    const calculator = await Calculator.on(site.driver);
    await typeRequest(calculator, 'cancellation');
    await calculator.enter(line('fee'), 'x');
    await calculator.enter(line('starts_on'), '1899-12-31');
    await assertShown(calculator, line('fee'), 'not_a_decimal', lang);
    await assertShown(calculator, line('starts_on'), 'out_of_range', lang);
    await calculator.enter(line('fee'), '1000');
    await calculator.enter(line('starts_on'), '2026-12-04');
    await eventually(async () => assert.ok((await calculator.figure(REQUESTS.cancellation.headline)).includes('500.00')));
  });
}

for (const lang of LANGUAGES) {
  test(`what is wrong does not hide what is missing, in ${lang}`, async () => {
    await site.open('renewal.html', lang);
    const calculator = await Calculator.on(site.driver);
    await calculator.enter(line('annual_price'), 'x');
    await assertShown(calculator, line('annual_price'), 'not_a_decimal', lang);
    const needed = await calculator.one('[part~="summary"] h3');
    assert.equal(await needed.getText(), words[lang].ui.needed);
    for (const path of ['input.programme', line('quantity')]) assert.ok(await calculator.one(`[part~="summary"] .needed a[href="#${path}"]`), path);
    await assertLeads(calculator, line('covered_until'));
    assert.deepEqual(await calculator.all('[part~="summary"] .needed a[href$="annual_price"]'), [], 'named once');
    await site.assertQuiet('wrong and missing');
  });
}

test('an empty form is not wrong yet', async () => {
  for (const name of Object.keys(REQUESTS)) {
    await site.open(`${name}.html`);
    const calculator = await Calculator.on(site.driver);
    assert.deepEqual(await calculator.all('[aria-invalid="true"]'), [], name);
  }
});
