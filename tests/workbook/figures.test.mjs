// Whether LibreOffice gets from the workbook of an answer what the core says: each figure of each example, of every worked case and of
// requests made up; and, once entries are changed in the workbook, what the core says of the changed request.

import assert from 'node:assert/strict';
import { env } from 'node:process';
import { test } from 'node:test';
import { wordsOf } from '../../tools/languages.mjs';
import { calculators, cases, isRefusal, quote, terms } from '../node/core.mjs';
import { source } from '../node/sources.mjs';
import { changeSome, makeUp, randomFrom } from './made_up.mjs';
import { workedOut } from './spreadsheet.mjs';

const { Words, describedAt, described, formatFor, scalarOf, sayIn } = await source('words', 'described', 'format', 'workbook/description', 'workbook/values', 'workbook/said');

const isAll = env.CLAUSEWISE_WORKBOOKS === 'all';
const every = new Map(calculators().map((each) => [each.calculator, each]));
const packs = new Map(terms().map((each) => [each.id, each]));

/** Everything that a workbook is made from, and what is in it. */
function made(request, lang = 'en') {
  const answer = quote(request);
  if (isRefusal(answer)) return undefined;
  const calculator = every.get(request.calculator);
  const pack = packs.get(answer.terms.pack);
  const words = new Words(lang, wordsOf(lang)).by(pack, answer.as_of);
  const format = formatFor(lang, answer.currency);
  return { request, answer, calculator, pack, format, ...described({ calculator, request, answer, pack, words, format }) };
}

const kindAt = (calculator, path) => describedAt(calculator, path)?.kind ?? 'text';

const isClock = (kind) => kind === 'time' || kind === 'local_time';

/** What differs between the cells of a sheet and the figures of an answer. */
function differences({ calculator, figures, description }, answer, sheets) {
  const steps = new Map(answer.steps.map((step) => [step.figure, step]));
  return figures.flatMap(({ path, sheet, row, column, why }) => {
    const step = steps.get(path);
    const found = sheets.get(sheet)[row]?.[column];
    const kind = kindAt(calculator, path);
    const expected = scalarOf(kind, step.result, () => undefined);
    const told = `${answer.calculator} ${path} (${why ?? 'formula'}) in ${sheet} ${row + 1}/${column + 1}: ${found}, and not ${step.result}: ${step.formula} by ${JSON.stringify(description.sheets.find(({ name }) => name === sheet).rows[row][column])}`;
    if ('flag' in expected) return found === String(expected.flag).toUpperCase() ? [] : [told];
    if ('number' in expected) {
      const isSame = found !== '' && (isClock(kind) ? Math.round(Number(found) * 1440) === Math.round(Number(expected.number) * 1440) : Number(found) === Number(expected.number));
      return isSame ? [] : [told];
    }
    return [];
  });
}

/** Keys and texts are compared by what the workbook of the very answer has for them. */
function textDifferences({ figures, description }, sheets, expected) {
  return figures.flatMap(({ path, sheet, row, column }) => {
    const cell = expected.get(path);
    const text = cell?.text ?? cell?.formula?.[1]?.text;
    const found = sheets.get(sheet)[row]?.[column];
    return text === undefined || found === text ? [] : [`${path}: ${found}, and not ${text}, by ${JSON.stringify(description.sheets.find(({ name }) => name === sheet).rows[row][column])}`];
  });
}

const cellsOf = ({ description, figures }) => new Map(figures.map(({ path, sheet, row, column }) => [path, description.sheets.find(({ name }) => name === sheet).rows[row][column]]));

async function assertSame(requests, lang) {
  const all = requests.map((request) => made(request, lang)).filter(Boolean);
  const sheets = await workedOut(all.map(({ description }) => description));
  const wrong = all.flatMap((each, index) => [...differences(each, each.answer, sheets[index]), ...textDifferences(each, sheets[index], cellsOf(each))]);
  assert.deepEqual(wrong.slice(0, 8), [], `${wrong.length} differ`);
  const figures = all.flatMap((each) => each.figures);
  return { workbooks: all.length, figures: figures.length, formulas: figures.filter(({ why }) => why === undefined).length };
}

test('every example, in both languages', async (t) => {
  for (const lang of ['en', 'zh-Hant']) t.diagnostic(`${lang}: ${JSON.stringify(await assertSame([...every.values()].map(({ example }) => example), lang))}`);
});

test('worked cases of every calculator', async (t) => {
  const sound = cases.filter(({ errors }) => !errors).map(({ request }) => request).filter((request) => typeof request?.terms !== 'object' && request?.steps !== false);
  const taken = isAll ? sound : sound.filter((_, index) => index % 40 === 0);
  t.diagnostic(JSON.stringify(await assertSame(taken)));
});

test('renewals, reinstatements, cancellations and flex plans that are made up', async (t) => {
  t.diagnostic(JSON.stringify(await assertSame(makeUp(isAll ? 500 : 40))));
});

test('entries that are changed in the workbook', async (t) => {
  const random = randomFrom(11);
  const say = sayIn('en');
  const asked = [...[...every.values()].map(({ example }) => example), ...makeUp(isAll ? 500 : 40, 23)].flatMap((request) => made(request) ?? []);
  const tried = asked.flatMap((each) => {
    const { calculator, request, format } = each;
    const outcome = changeSome({
      request, entries: each.entries, kindAt: (path) => kindAt(calculator, path), minorDigits: request.minor_units ?? format.ownDigits,
      choicesAt: (path) => fieldAt(calculator.fields, path.split('.').slice(1))?.choices ?? [],
    }, random);
    const next = outcome.changes.length ? made(outcome.changed) : undefined;
    return next ? [{ each, next, ...outcome }] : [];
  });
  const sheets = await workedOut(tried.map(({ each, next, changes }) => entered(each, next, changes)));
  const told = { workbooks: tried.length, same: 0, otherwise: 0, figures: 0 };
  const wrong = [];
  tried.forEach(({ each, next, changes }, index) => {
    const [status] = sheets[index].get(each.description.sheets[0].name).flat().filter((text) => Object.keys(STATUSES).some((key) => text === say(key)));
    const effects = changes.map(({ path }) => each.entries.find((entry) => entry.path === path).effect);
    const wanted = effects.includes('rules') ? 'status_rules' : 'status_figures';
    if (status !== say(wanted) && status !== say('status_not_exact')) wrong.push(`${each.answer.calculator}: the workbook says ${status}, and not ${say(wanted)}, of ${JSON.stringify(changes)}`);
    if (status === say('status_not_exact')) return;
    // Where other rules apply, the core has other steps.
    if (shapeOf(each.answer) !== shapeOf(next.answer)) {
      told.otherwise++;
      if (wanted !== 'status_rules' && calculatorsOfFour.includes(each.answer.calculator)) told[`numbers ${each.answer.calculator}`] = (told[`numbers ${each.answer.calculator}`] ?? 0) + 1;
      return;
    }
    told.same++;
    told.figures += each.figures.length;
    wrong.push(...differences(each, next.answer, sheets[index]).map((text) => `${text} after ${JSON.stringify(changes)}`));
    wrong.push(...textDifferences(each, sheets[index], cellsOf(next)));
  });
  assert.deepEqual(wrong.slice(0, 8), [], `${wrong.length} differ`);
  assert.ok(told.same > tried.length / 2, 'most changes keep the rules');
  t.diagnostic(JSON.stringify(told));
});

const STATUSES = Object.fromEntries(['same', 'figures', 'rules', 'none', 'not_exact'].map((each) => [`status_${each}`, true]));
const calculatorsOfFour = ['renewal', 'reinstatement', 'cancellation', 'flex'];

/** Which figures there are, by which formulas, of what. */
const shapeOf = ({ steps }) => JSON.stringify(steps.map(({ figure, formula, from, rounding }) => [figure, formula, from, rounding]));

function fieldAt(fields, [name, , ...rest]) {
  const found = fields.find((field) => field.name === name);
  return rest.length ? fieldAt(found?.items ?? [], rest) : found;
}

/** A workbook in which somebody has typed other entries. */
function entered({ description, calculator }, next, changes) {
  const copy = structuredClone(description);
  for (const { path, value, sheet, row, column } of changes) {
    const cells = copy.sheets.find(({ name }) => name === sheet).rows[row];
    const kind = path === 'as_of' ? 'date' : kindAt(calculator, path);
    const typed = scalarOf(kind, value, () => next.description.sheets.find(({ name }) => name === sheet).rows[row][column].text);
    cells[column] = { ...typed, style: cells[column].style, format: cells[column].format };
  }
  return copy;
}
