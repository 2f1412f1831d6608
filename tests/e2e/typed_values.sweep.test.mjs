// What is typed into every field of every calculator: the one value that it can mean is sent, and what stands there
// afterwards means the same; several are all offered, and nothing is answered; what means nothing is told at its field.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calculators, readText } from '../node/core.mjs';
import { Calculator } from './calculator.mjs';
import { useSite } from './site.mjs';
import { writtenFor } from './written.mjs';

const site = useSite();

/** Every field that is not a list: its path for the first entry of each list around it, and those lists. */
function* within(fields, path = 'input', lists = []) {
  for (const field of fields) {
    const at = `${path}.${field.name}`;
    if (field.kind === 'list') yield* within(field.items, `${at}.0`, [...lists, { field, path: at, beside: fields, around: path }]);
    else yield { field, path: at, lists, beside: fields, around: path };
  }
}

/** What has to be entered first, so that a field applies; `chosen` by path. */
function conditions({ field: { only_if: condition }, beside, around }) {
  const chosen = {};
  for (let each = condition; each; each = each.and) {
    const { field, in: within, not_in: without } = each;
    const path = field === 'currency' ? 'currency' : `${beside.some(({ name }) => name === field) ? around : 'input'}.${field}`;
    chosen[path] = within ? within[0] : ['TWD', 'USD', 'EUR'].find((code) => !without.includes(code));
  }
  return chosen;
}

/**
 * Types into a control as tools do, all at once, and tells what came of it. Runs in the page; `wanted` is waited for,
 * since the names of countries may still be on their way.
 */
const TYPE = `const [element, path, text, wanted] = arguments;
  const at = (object) => path.split('.').reduce((inner, part) => inner?.[part], object);
  return (async () => {
    const control = [...element.shadowRoot.querySelectorAll('[data-field="' + path + '"]')].find((each) => each.type !== 'radio' || each.value === text);
    if (!control) return { lacks: true };
    control.dispatchEvent(new Event('focus'));
    if (control.type === 'radio') control.checked = true;
    else control.value = text;
    for (const name of ['input', 'change', 'blur']) control.dispatchEvent(new Event(name, { bubbles: name !== 'blur' }));
    const seen = () => {
      const described = (control.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id.endsWith('fault'));
      return {
        value: at(element.request), shown: control.value, answered: element.answer !== null,
        codes: (element.refusal?.errors ?? []).filter(({ field }) => field === path).map(({ code }) => code),
        invalid: control.getAttribute('aria-invalid') === 'true',
        fault: described.map((id) => element.shadowRoot.getElementById(id)?.textContent.trim() ?? '').join(' '),
        listed: !!element.shadowRoot.querySelector('.summary.wrong a[href="#' + path + '"]'),
        readings: [...control.closest('.field').querySelectorAll('[data-reading]')].map(({ dataset }) => dataset.reading),
      };
    };
    for (let turn = 0; ; turn++) {
      await element.updateComplete;
      const now = seen();
      if (JSON.stringify(now[wanted.look]) === JSON.stringify(wanted.is) || turn > 60) return now;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  })()`;

/** Presses one of the readings. */
const PRESS = `const [element, path, reading] = arguments;
  return (async () => {
    const field = element.shadowRoot.querySelector('[data-field="' + path + '"]').closest('.field');
    field.querySelector('[data-reading="' + reading + '"]').click();
    await element.updateComplete;
    return { value: path.split('.').reduce((inner, part) => inner?.[part], element.request), readings: field.querySelectorAll('[data-reading]').length };
  })()`;

const optionsOf = ({ kind, min, max, currency, unit }) =>
  ({ money: { currency: currency ?? 'USD' }, count: { min, max, ...(unit && { unit }) }, rate: { ...(unit && { unit }) } })[kind] ?? {};

for (const described of calculators()) {
  const { calculator: name, fields, money } = described;
  const typed = [...within(fields)].filter(({ field }) => field.kind !== 'flag' && writtenFor(field));
  const flags = [...within(fields)].filter(({ field }) => field.kind === 'flag');
  if (!typed.length && !flags.length) continue;

  test(`${name}: what is typed is what is sent`, { timeout: 120_000 }, async () => {
    await site.open(`${name}.html`, 'en');
    const calculator = await Calculator.on(site.driver);
    const run = (script, ...args) => site.driver.executeScript(script, calculator.element, ...args);
    const type = (path, text, look = 'value', is = text) => run(TYPE, path, text, { look, is });

    const choose = async (spot) => {
      for (const [path, value] of Object.entries(conditions(spot))) await type(path, value, 'shown');
    };

    /** Enters what a field needs around it, and opens the lists that it stands in. */
    const reach = async (spot) => {
      if (money) await type('currency', 'USD', 'shown');
      for (const list of spot.lists) {
        await choose(list);
        await run(`const [element, list] = arguments;
          if (!element.shadowRoot.querySelector('[data-field^="' + list + '.0."]')) element.shadowRoot.querySelector('[data-act=add][data-field="' + list + '"]').click();
          return element.updateComplete.then(() => {});`, list.path);
      }
      await choose(spot);
    };

    for (const spot of typed) {
      const { field, path } = spot;
      const { one, several, none } = writtenFor(field);
      await reach(spot);
      for (const [text, value] of one) {
        const { lacks, shown, ...seen } = await type(path, text, 'value', value);
        assert.ok(!lacks, `${path} is not on the page`);
        assert.deepEqual(seen.value, value, `${path}: ${text}`);
        assert.ok(!seen.codes.some((code) => ['ambiguous', 'not_a_decimal', 'not_a_date', 'wrong_type'].includes(code)), `${path}: ${text} is refused`);
        assert.deepEqual(seen.readings, [], `${path}: ${text}`);
        assert.deepEqual(readText(field.kind, shown, optionsOf(field)), { value }, `${path}: ${text} is shown as ${shown}`);
      }
      if (several) {
        const [text, values] = several;
        const seen = await type(path, text, 'codes', ['ambiguous']);
        assert.deepEqual([seen.codes, seen.answered, seen.invalid, seen.listed], [['ambiguous'], false, true, true], `${path}: ${text}`);
        assert.deepEqual(seen.readings.sort(), values.map(String).sort(), `${path}: ${text}`);
        assert.equal(seen.shown, text, `${path}: what was typed stays`);
        for (const value of values) {
          await type(path, text, 'codes', ['ambiguous']);
          assert.deepEqual(await run(PRESS, path, String(value)), { value, readings: 0 }, `${path}: ${text} is said to be ${value}`);
        }
      }
      const seen = await type(path, none, 'invalid', true);
      assert.deepEqual([seen.answered, seen.invalid, seen.listed, seen.codes.length, seen.readings, seen.shown], [false, true, true, 1, [], none], `${path}: ${none}`);
      assert.ok(seen.fault, `${path}: ${none} has no sentence`);
      await type(path, '', 'shown');
    }

    for (const spot of flags) {
      await reach(spot);
      for (const value of [true, false]) {
        const seen = await type(spot.path, String(value), 'value', value);
        assert.equal(seen.value, value, spot.path);
      }
    }
    await site.assertQuiet(name);
  });
}
