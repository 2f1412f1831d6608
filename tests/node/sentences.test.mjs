// What is said of a refusal: everything that the core names is in it, as a person writes it, and what it advises is accepted.

import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { test } from 'node:test';
import * as clausewise from '../../pkg/clausewise.js';
import { Words } from '../../pkg/parts/find.js';
import { WHOLE, wordsOf } from '../../tools/languages.mjs';
import { calculators, cases, isRefusal, quote } from './core.mjs';
import { generated } from './generated.mjs';
import { source } from './sources.mjs';

// Node 20's engine ends with "unreachable code" now and then where it has built find() and its like into what it optimizes.
setFlagsFromString('--no-turbo-inline-array-builtins');

const { sentence } = await source('form/sentence');
const { Format } = await source('format');

const texts = Object.fromEntries(WHOLE.map((lang) => [lang, wordsOf(lang)]));
const described = new Map(calculators().map((each) => [each.calculator, each]));

/** The field of a path such as input.lines.0.fee. */
function fieldOf(calculator, path) {
  if (path === 'as_of') return { name: 'as_of', kind: 'date', required: true };
  let fields = described.get(calculator)?.fields ?? [];
  let field;
  for (const part of path.split('.').slice(1)) {
    if (/^\d+$/.test(part)) continue;
    field = fields.find(({ name }) => name === part);
    fields = field?.items ?? [];
  }
  return field;
}

const requests = [...cases.map(({ request }) => request), ...generated(600, 11)].filter((request) => described.has(request?.calculator));
const refused = requests.flatMap((request) => {
  const outcome = quote(request);
  return isRefusal(outcome) ? outcome.errors.map((fault) => ({ fault, request })) : [];
});

const BOUNDS = ['min', 'max', 'above', 'max_decimals', 'max_length'];

/** In the form of requests, or of names in them. */
const MACHINE = /\d{4}-\d\d-\d\d|T\d\d:\d\d|\{\w+\}|\b[a-z]+_[a-z_]+\b|undefined|\[object/;

for (const lang of WHOLE) {
  const words = new Words(lang, texts[lang]);
  const say = (fault, { calculator, currency = 'USD' }) => sentence(
    { words, format: new Format(lang, String(currency)), editing: { currency: String(currency), calculator: { calculator } } }, fault, fieldOf(calculator, fault.field));

  test(`every refusal is said as a person says it, in ${lang}`, () => {
    const codes = new Set();
    for (const { fault, request } of refused) {
      const said = say(fault, request);
      codes.add(fault.code);
      // What somebody typed is shown as it was typed.
      const { got } = fault.values;
      const own = typeof got === 'string' ? said.replaceAll(got, '') : said;
      assert.doesNotMatch(own, MACHINE, `${request.calculator}, ${JSON.stringify(fault)}`);
    }
    assert.ok(codes.size >= 14, [...codes].join());
  });

  test(`every kind of value comes in the form of a person, in ${lang}`, () => {
    const VALUES = {
      date: '2026-11-23', local_time: '2026-11-23T16:45', money: '1234567.50', percent: '62.5', rate: '1234.5', time: '16:45', count: 1234567,
    };
    const days = { en: 'November 23, 2026', 'zh-Hant': '2026年11月23日' };
    const written = { '1234567.50': '1,234,567.50', 1234567: '1,234,567', '1234.5': '1,234.5', '62.5': '62.5', '16:45': '16:45' };
    for (const [kind, value] of Object.entries(VALUES)) {
      const values = { kind, got: String(value), min: value, above: value, max: value };
      const said = sentence({ words, format: new Format(lang, 'USD'), editing: { currency: 'USD', calculator: { calculator: 'response' } } },
        { code: 'out_of_range', field: 'input.any', values, message: '' }, { name: 'any', kind, required: true });
      assert.doesNotMatch(said, MACHINE, said);
      assert.ok(said.includes(written[value] ?? days[lang]), `${kind}: ${said}`);
    }
  });

  test(`the bounds that were broken are named, in ${lang}`, () => {
    let named = 0;
    for (const { fault, request } of refused) {
      if (!BOUNDS.some((bound) => bound in fault.values)) continue;
      // A sentence of its own says what "no decimals", or one way out of two, comes to.
      if (fault.values.max_decimals === 0 || fault.values.kind === 'list') continue;
      const said = say(fault, request);
      assert.match(said, /\d/, `${JSON.stringify(fault)}: ${said}`);
      named++;
    }
    assert.ok(named > 50, String(named));
  });

  test(`what a refusal advises to enter is read, in ${lang}`, () => {
    const KINDS = { not_a_decimal: 'money', not_a_date: 'date', unknown_currency: 'currency', unknown_country: 'country' };
    let tried = 0;
    for (const [key, text] of Object.entries(texts[lang].refusals)) {
      const [code, own] = key.split('.');
      if (code === 'not_a_version' || (code !== 'wrong_type' && !(code in KINDS))) continue;
      const kind = own ?? KINDS[code];
      // A version, say, is no kind of value that is read.
      const advised = /(?:such as|例如) ?(.+?)[.。]?$/.exec(text)?.[1];
      if (!kind || !advised) continue;
      for (const example of advised.split(/ or |、| 或 ?|(?<=\d)或/)) {
        const options = kind === 'money' ? { currency: 'USD' } : {};
        const outcome = clausewise.read(kind, example, options);
        assert.ok('value' in outcome, `${key} advises “${example}”: ${JSON.stringify(outcome)}`);
        tried++;
      }
    }
    assert.ok(tried >= 15, `${tried} pieces of advice`);
  });
}
