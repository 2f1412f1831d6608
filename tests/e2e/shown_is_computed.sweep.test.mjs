// What is computed is what is shown: whatever request a page gives, where there is an answer every control shows, read as a
// person's writing, the very value that was answered, and nothing was answered that no control shows.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calculators, quote, readText } from '../node/core.mjs';
import { generated } from '../node/generated.mjs';
import { useGuest } from './guest_page.mjs';

const guest = useGuest();

const ALL = new Map(calculators().map((each) => [each.calculator, each]));
const EACH = 4;

/** Values and names that look like others, by how one is made of another. */
const BENT = [
  (value) => ` ${value}`,
  (value) => `${value}\u200b`,
  (value) => String(value).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
  (value) => (typeof value === 'string' && /^\d{4,}/.test(value) ? value.replace(/\B(?=(\d{3})+(?!\d))/g, ',') : value),
  (value) => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : value),
  (value) => (typeof value === 'number' ? String(value) : value),
  (value) => (typeof value === 'string' && /^\d+(\.\d+)?$/.test(value) ? Number(value) : value),
  (value) => [value],
];

function* leaves(of, path = []) {
  for (const [name, value] of Object.entries(of)) {
    if (typeof value === 'object' && value !== null) yield* leaves(value, [...path, name]);
    else yield [of, name, [...path, name].join('.')];
  }
}

/** Sound requests, and each of them once more with one value bent or a member too many. */
function requests() {
  const sound = generated(3_000, 12).filter((request) => ALL.has(request?.calculator) && request.terms === undefined && !quote(request).errors);
  const few = [...ALL.keys()].flatMap((name) => sound.filter(({ calculator }) => calculator === name).slice(0, EACH));
  return few.flatMap((request, at) => {
    const bent = structuredClone(request);
    const all = [...leaves(bent.input)];
    const [owner, name] = all[(at * 7) % all.length] ?? [bent, 'as_of'];
    owner[name] = BENT[at % BENT.length](owner[name]);
    const more = JSON.parse(JSON.stringify(request).replace('"input":{', `"input":{"${['__proto__', 'constructor', 'lines.0', 'fee'][at % 4]}":{"fee":"1"},`));
    return [request, bent, more];
  });
}

/** All that the form shows, by path: the text of each control, and which of several is chosen. */
const SHOWN = `
  const [given, done] = arguments;
  const element = document.querySelector('clausewise-quote');
  element.request = JSON.parse(given);
  const wait = () => element.ready.then(() => element.updateComplete).then(() => (element.calculator === JSON.parse(given).calculator && element.shadowRoot.querySelector('form') ? undefined : wait()));
  wait().then(async () => {
    for (let settled = 0; settled < 3; settled++) await element.updateComplete.then(() => new Promise((resume) => setTimeout(resume)));
    const shown = {};
    for (const control of element.shadowRoot.querySelectorAll('input[data-field], select[data-field], textarea[data-field], [data-field] input')) {
      const path = control.dataset.field ?? control.closest('[data-field]').dataset.field;
      if (control.closest('[hidden]')) continue;
      if (control.type === 'radio') shown[path] = control.checked ? control.value : shown[path] ?? '';
      else if (control.type === 'checkbox') shown[path] = String(control.checked);
      else if (control.type !== 'file' && !('' + path).endsWith('.list')) shown[path] = control.value;
    }
    const { answer, request } = element;
    done([shown, answer && answer.figures, JSON.stringify(request)]);
  });`;

const at = (of, path) => path.split('.').reduce((value, name) => (value !== null && typeof value === 'object' && Object.hasOwn(value, name) ? value[name] : undefined), of);

function fieldAt({ fields }, path) {
  const [name, , ...rest] = path;
  const field = fields.find((each) => each.name === name);
  return path.length > 2 && field?.items ? fieldAt({ fields: field.items }, rest) : path.length > 1 ? undefined : field;
}

function readBack(field, text, { currency, minor_units }) {
  const { kind, min, max, unit, choices } = field;
  const options = {
    money: { ...(field.currency ?? currency ? { currency: field.currency ?? currency } : {}), ...((field.currency ? field.max_decimals : minor_units) !== undefined && { minor_units: field.currency ? field.max_decimals : minor_units }) },
    count: { ...(min !== undefined && { min }), ...(max !== undefined && { max }), ...(unit && { unit }) },
    rate: { ...(unit && { unit }) },
    choice: { choices },
  }[kind];
  return readText(kind, text, options);
}

/** As many rows of a list as a page of the form shows. */
const ROWS = 20;

for (const [name, described] of ALL) {
  test(name, async () => {
    await guest.show(`<clausewise-quote calculator="${name}"></clausewise-quote>`);
    await guest.drawn();
    let answered = 0;
    for (const request of requests().filter(({ calculator }) => calculator === name)) {
      const given = JSON.stringify(request);
      const [shown, figures, text] = await guest.driver.executeAsyncScript(SHOWN, given);
      if (!figures) continue;
      answered++;
      const sent = JSON.parse(text);
      assert.equal(shown.as_of, sent.as_of, given);
      for (const [path, text] of Object.entries(shown)) {
        if (!path.startsWith('input.')) continue;
        const field = fieldAt(described, path.split('.').slice(1));
        if (!field || field.kind === 'list') continue;
        const value = at(sent, path);
        const told = `${path} shows ${JSON.stringify(text)}, and ${JSON.stringify(value)} was answered: ${given}`;
        if (text === '') assert.equal(value, undefined, told);
        // A text that a page gave goes out as it came, signs that nobody sees included.
        else if (field.kind === 'text' && text === value) continue;
        else assert.deepEqual(readBack(field, text, sent), { value }, told);
      }
      for (const [, , path] of leaves(sent.input)) {
        const isPaged = path.split('.').some((part) => Number(part) >= ROWS);
        assert.ok(isPaged || Object.hasOwn(shown, `input.${path}`), `${path} was answered, and nothing shows it: ${given}`);
      }
    }
    assert.ok(answered >= EACH, `${answered} were answered`);
  });
}
