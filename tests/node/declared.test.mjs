// What a calculator declares is what it does: the build asks for no answers, and goes by this.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { calculators, cases, isRefusal, quote, root, terms } from './core.mjs';

const packs = new Map(terms().map((pack) => [pack.id, pack]));
const described = calculators();
const asked = [...cases.map(({ request }) => request), ...described.map(({ example }) => example)].filter((request) => typeof request?.terms !== 'object');
const answers = asked.map((request) => quote(request)).filter((outcome) => !isRefusal(outcome));

for (const { calculator, pack: id, example, rules, takes } of described) {
  const { digest: _, ...pack } = packs.get(id);
  const own = { ...pack, calculators: [calculator] };

  test(`${calculator} takes from its pack what it says, and nothing else`, () => {
    const { errors } = quote({ ...example, terms: { ...own, values: {} } });
    const missing = errors.flatMap(({ field }) => /^terms\.values\.(\w+)$/.exec(field)?.[1] ?? []);
    assert.deepEqual([...new Set(missing)].sort(), takes.filter((name) => name !== 'services').sort());
    const values = Object.fromEntries(Object.entries(own.values).filter(([name]) => takes.includes(name) || name.startsWith('edition_')));
    const { services, ...rest } = { ...own, values };
    const least = takes.includes('services') ? { ...rest, services } : rest;
    assert.ok(!isRefusal(quote({ ...example, terms: least })), JSON.stringify(quote({ ...example, terms: least })));
    if (takes.includes('services')) assert.ok(isRefusal(quote({ ...example, terms: rest })));
  });

  test(`${calculator} cites the rules that it names`, () => {
    const cited = answers.filter((answer) => answer.calculator === calculator).flatMap((answer) => [
      ...[answer.steps ?? [], answer.reasons, answer.assumptions, answer.warnings].flat().map(({ clause }) => clause),
      ...answer.lines.flatMap(({ rule }) => rule ?? []),
    ]);
    assert.deepEqual([...new Set(cited)].sort(), rules.toSorted());
  });
}

test('a note names what its calculator says that it names', () => {
  const named = new Map();
  for (const { calculator, reasons, assumptions, warnings } of answers) {
    const { notes } = described.find((each) => each.calculator === calculator);
    for (const { code, values } of [reasons, assumptions, warnings].flat()) {
      const own = notes[code] ?? [];
      for (const name of Object.keys(values)) assert.ok(own.some((each) => each.name === name), `${calculator}: ${code} names ${name}`);
      for (const { name, kind } of own) named.set(`${calculator} ${code} ${name}`, [...(named.get(`${calculator} ${code} ${name}`) ?? []), [kind, values[name]]]);
    }
  }
  const forms = {
    date: (value) => /^\d{4}-\d\d-\d\d$/.test(value), time: (value) => /^\d\d:\d\d$/.test(value), count: Number.isInteger,
    text: (value) => Array.isArray(value) && value.every((each) => typeof each === 'string'), places: (value) => Array.isArray(value) && value.every(Number.isInteger),
  };
  const all = described.flatMap(({ calculator, notes }) => Object.entries(notes).flatMap(([code, own]) => own.map(({ name }) => `${calculator} ${code} ${name}`)));
  assert.ok(all.length > 5);
  for (const place of all) for (const [kind, value] of named.get(place) ?? assert.fail(`${place} is in no case`)) assert.ok(forms[kind](value), `${place}: ${value} is no ${kind}`);
});

test('a value has a step where it is not said to be only put there', () => {
  const seen = { true: new Set(), false: new Set() };
  for (const { calculator, figures, dates, lines, steps } of answers) {
    const has = new Set(steps.map(({ figure }) => figure));
    const { answer } = described.find((each) => each.calculator === calculator);
    const look = (outs, values, path) => {
      for (const { name, shown = false, items } of outs) {
        const value = values[name];
        if (items && Array.isArray(value)) value.forEach((row, index) => look(items, row, `${path}.${name}.${index}`));
        if (value === undefined || items) continue;
        assert.equal(has.has(`${path}.${name}`), !shown, `${calculator}: ${path}.${name}`);
        seen[shown].add(`${calculator} ${path.replace(/\d+/g, 'n')}.${name}`);
      }
    };
    look(answer.figures, figures, 'figures');
    look(answer.dates, dates, 'dates');
    lines.forEach((line, index) => look(answer.line, line, `lines.${index}`));
  }
  assert.ok(seen.true.size > 40 && seen.false.size > 150, `${seen.true.size} ${seen.false.size}`);
});

test('every number that counts hours, days, months or years says so, and every key that allows or bars', () => {
  const flat = (outs) => outs.flatMap((out) => [out, ...flat(out.items ?? [])]);
  for (const { calculator, answer, terms: own } of described) {
    const all = flat([...answer.figures, ...answer.dates, ...answer.line, ...answer.between, ...own]);
    // The trade's names end in what they count; a deadline counted in days ahead says that too.
    for (const { name, kind, unit } of all.filter((out) => out.kind === 'count')) {
      const [, last] = /_?(minutes|hours|days|weeks|months|years)(?:_ahead|_late|_left|_before_\w+)?$/.exec(name) ?? [];
      if (last) assert.ok(unit?.endsWith(last), `${calculator}: ${name} (${kind}) counts ${unit}`);
    }
    for (const { name, tones } of flat([...answer.figures, ...answer.line])) assert.equal(Boolean(tones), name === 'verdict', `${calculator}: ${name}`);
    assert.deepEqual(Object.keys(answer.tones), answer.verdicts);
  }
});

test('the build learns nothing from tests', () => {
  const read = (path) => readFileSync(new URL(path, root), 'utf8');
  const folders = ['tools/elements', 'tools/schema', 'tools/types', 'tools/licences'].flatMap((folder) => readdirSync(new URL(folder, root)).map((name) => `${folder}/${name}`));
  const tools = [...read('xtask/src/sources.rs').match(/tools\/\w+\.mjs/g), ...folders.filter((path) => path.endsWith('.mjs'))];
  assert.ok(tools.length > 20);
  assert.deepEqual(['xtask/src/sources.rs', 'xtask/src/package.rs', 'xtask/src/cores.rs', ...tools].filter((path) => /\btests\/|['"]tests['"]/.test(read(path))), []);
});
