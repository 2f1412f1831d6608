// What must hold for every answer, whatever was asked.

import assert from 'node:assert/strict';
import { calculators, isRefusal, quote, terms } from './core.mjs';
import { assertInSchema } from './schemas.mjs';
import { assertTrace } from './trace.mjs';

const described = new Map(calculators().map((each) => [each.calculator, each]));
const packs = new Map(terms().map((pack) => [pack.id, pack]));

/** Kinds that are never there by themselves: whoever shows one can say where it comes from. */
const WORKED_OUT = new Set(['money', 'count', 'date', 'local_time', 'month', 'percent', 'ratio']);

const PLAIN = { count: (value) => Number.isSafeInteger(value), flag: (value) => typeof value === 'boolean' };
const FORM = { date: /^\d{4}-\d\d-\d\d$/, local_time: /^\d{4}-\d\d-\d\dT\d\d:\d\d$/, time: /^\d\d:\d\d$/, month: /^\d{4}-\d\d$/, percent: /^\d+(\.\d+)?$/, ratio: /^-?\d+(\.\d+)?$/, text: /^/, clause: /^(IBM-SS|MS-UES|ILAN)-\d+[a-z]?$/, choice: /^[a-z][a-z0-9_]*$/i };

export function assertInvariants(request, answer) {
  const about = described.get(request.calculator);
  const { answer: outputs, codes, fields } = about;
  const clauses = clausesOf(request, answer);

  assert.equal(answer.calculator, request.calculator);
  assert.equal(answer.as_of, request.as_of);
  assert.deepEqual(JSON.parse(JSON.stringify(answer)), answer, 'an answer is plain JSON');
  assertInSchema(answer);
  const { verdicts = [] } = outputs;
  // Where nobody asks to be allowed anything there is none, unless the text leaves something to the vendor.
  const mayBeAbsent = !verdicts.includes('eligible') && answer.verdict === undefined;
  assert.ok(mayBeAbsent || verdicts.includes(answer.verdict), `verdict ${answer.verdict}`);

  assertOutputs(answer.figures, outputs.figures, 'figures', request);
  assertOutputs(answer.dates, outputs.dates, 'dates', request);
  answer.lines.forEach((line, index) => assertOutputs(line, outputs.line, `lines.${index}`, request));
  assertSteps(request, answer, outputs, clauses);
  assertTrace(request, answer, about, packOf(request, answer));
  for (const kind of ['reasons', 'assumptions', 'warnings']) assertNotes(answer[kind], codes[kind], clauses, kind);
  assertWithoutSteps(request, answer);
}

const packOf = ({ terms: given }, answer) => (typeof given === 'object' ? given : packs.get(given ?? described.get(answer.calculator).pack));

function clausesOf(request, answer) {
  const pack = packOf(request, answer);
  assert.equal(answer.terms.pack, pack.id);
  if (pack.digest) assert.equal(answer.terms.digest, pack.digest);
  // What the day that is asked about has to do with the document.
  const { edition_from: from, edition_undated: undated } = pack.values;
  assert.equal(answer.terms.name, pack.document.name);
  assert.equal(answer.terms.edition, pack.edition);
  assert.equal(answer.terms.edition_from, from?.dated.at(-1).value);
  assert.ok(Object.values(pack.values).some(({ dated }) => dated.some(({ checked }) => checked === answer.terms.checked)), answer.terms.checked);
  const isBefore = from !== undefined && answer.as_of < `${from.dated.at(-1).value}-01`;
  assert.equal(answer.warnings.some(({ code }) => code === 'before_this_edition'), isBefore);
  assert.equal(answer.assumptions.some(({ code }) => code === 'edition_undated'), from === undefined && undated !== undefined);
  return new Set(Object.keys(pack.clauses));
}

/** Names are those described, values are of the kind described, and what is not optional is there. */
function assertOutputs(values, outs, place, request) {
  const known = new Map(outs.map((out) => [out.name, out]));
  for (const { name, optional } of outs) {
    if (!optional) assert.ok(name in values, `${place} has no ${name}`);
  }
  for (const [name, value] of Object.entries(values)) {
    const out = known.get(name);
    assert.ok(out, `${place}.${name} is nowhere described`);
    assertKind(value, out, `${place}.${name}`, request);
  }
}

function assertKind(value, { kind, items, choices }, place, request) {
  if (kind === 'list') {
    assert.ok(Array.isArray(value), place);
    if (items) value.forEach((item, index) => assertOutputs(item, items, `${place}.${index}`, request));
  } else if (kind in PLAIN) {
    assert.ok(PLAIN[kind](value), `${place}: ${value} is no ${kind}`);
  } else {
    assert.equal(typeof value, 'string', place);
    const form = kind === 'money' ? moneyForm(request) : FORM[kind];
    assert.match(value, form, place);
    if (choices?.length) assert.ok(choices.includes(value), `${place}: ${value} is not among the choices`);
  }
}

/** Exactly the currency's own digits, or those that the request sets. */
export function moneyForm({ currency, minor_units: digits = ownDigits(currency) }) {
  return digits ? new RegExp(`^-?(0|[1-9]\\d*)\\.\\d{${digits}}$`) : /^-?(0|[1-9]\d*)$/;
}

// ISO 4217, where browsers' own tables differ from it.
const ISO_DIGITS = { TWD: 2, IDR: 2, HUF: 2, ISK: 0, IQD: 3 };
const ownDigits = (currency) =>
  ISO_DIGITS[currency] ?? new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;

const at = (answer, path) => path.split('.').reduce((value, name) => value?.[name], answer);

/** No clause, no figure. */
function assertSteps(request, answer, outputs, clauses) {
  const entered = Object.values(request.input).find(Array.isArray) ?? [];
  const steps = new Map(answer.steps.map((step) => [step.figure, step]));
  assert.equal(steps.size, answer.steps.length, 'a figure has two steps');
  for (const step of answer.steps) {
    // A value on the way has a step, and is no member of the answer.
    if (!step.figure.startsWith('between.')) assert.deepEqual(step.result, at(answer, step.figure), `${step.figure} is another in its step`);
    assert.ok(clauses.has(step.clause), `${step.figure} cites ${step.clause}, which the pack does not have`);
    assert.ok(['none', 'half_up', 'up', 'down'].includes(step.rounding), step.rounding);
  }
  for (const kind of ['figures', 'dates']) {
    for (const [name, value] of Object.entries(answer[kind])) {
      const paths = Array.isArray(value) ? value.flatMap((row, index) => Object.keys(row).map((part) => `${name}.${index}.${part}`)) : [name];
      for (const path of paths) assert.ok(steps.has(`${kind}.${path}`), `${kind}.${path} has no step`);
    }
  }
  answer.lines.forEach((line, index) => {
    for (const { name, kind } of outputs.line) {
      if (!(name in line) || !WORKED_OUT.has(kind) || isEcho(entered[index]?.[name], line[name])) continue;
      assert.ok(steps.has(`lines.${index}.${name}`), `lines.${index}.${name} has no step`);
    }
  });
}

/** What was entered and only comes back; an amount may have got the currency's digits on the way. */
const isEcho = (entered, shown) => entered !== undefined && plain(entered) === plain(shown);
const plain = (value) => (/^\d+\.\d+$/.test(value) ? value.replace(/\.?0+$/, '') : String(value));

/** Those of the whole answer first, then by line, then by code; each once a line. */
function assertNotes(notes, known, clauses, kind) {
  const order = (a, b) => (a.line ?? -1) - (b.line ?? -1) || (a.code < b.code ? -1 : Number(a.code > b.code));
  assert.deepEqual(notes, [...notes].sort(order), `${kind} are in order`);
  const seen = new Set();
  for (const { code, line, clause } of notes) {
    assert.ok(known.includes(code), `${kind}: ${code} is nowhere described`);
    assert.ok(clauses.has(clause), `${kind}: ${code} cites ${clause}, which the pack does not have`);
    assert.ok(!seen.has(`${line} ${code}`), `${kind}: ${code} stands twice at ${line}`);
    seen.add(`${line} ${code}`);
  }
}

function assertWithoutSteps(request, answer) {
  const { steps, ...rest } = answer;
  assert.ok(Array.isArray(steps));
  const brief = quote({ ...request, steps: false });
  assert.ok(!isRefusal(brief));
  assert.deepEqual(brief, rest);
  assertInSchema(brief);
}
