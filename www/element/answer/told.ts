// How a step is told: its formula by the names in it and by their values, each leading to where it is from; and its result.

import { describedAt, type Described } from '../described.js';
import { show } from '../format.js';
import { tell, textOf, type Piece, type Teller } from '../formula/tell.js';
import { parse, type Tree } from '../formula/parse.js';
import type { OutValue, Step } from '../types.js';
import { labelAt, rowAt } from './place.js';
import type { AnswerView } from './view.js';

/** A name or a value of a formula. */
export interface Operand {
  text: string;
  /** What it is called, where it is told by its value. */
  label: string;
  /** Where it is from; several have no one place. */
  path: string;
}

export interface Telling {
  own: string;
  named: Piece<Operand>[];
  numbers: Piece<Operand>[];
  /** Of conditions, those that were looked at, with their numbers. */
  checks: { line: Piece<Operand>[]; holds: boolean }[];
  /** Of conditions, what would hold else. */
  others: Piece<Operand>[][];
  /** Whether the formula equals the result, or the result follows from it. */
  isEqual: boolean;
  result: string;
  isNumber: boolean;
}

/** Values of a list are all told up to so many; of more, the first and the last. */
const SHOWN = 4;

const DECIMAL = /^-?\d+(\.\d+)?$/;

/** `isWhole`: with every value of a list, and days in short, for a table. */
export function told(view: AnswerView, step: Step, isWhole = false): Telling {
  const described = describedAt(view.calculator, step.figure);
  const result = valueText(view, step.figure, step.result, described, isWhole || step.figure.startsWith('lines.') ? 'short' : 'long');
  const common = { own: labelAt(view, step.figure), result, isNumber: typeof step.result === 'string' && (described ? described.kind !== 'text' : true) && DECIMAL.test(step.result) };
  const tree = parse(step.formula);
  const named = tell(tree, tellerOf(view, step, tree, false, isWhole));
  const numbers = tell(tree, tellerOf(view, step, tree, true, isWhole));
  // What stands in the formula already is not said twice.
  const isSaid = textOf(numbers.line) === result;
  return { ...common, named: named.line, others: named.others, checks: numbers.checks, numbers: isSaid ? [] : numbers.line, isEqual: isReckoned(tree) && !(tree.is === 'name' && step.rounding !== 'none') };
}

/** Whether a formula is the result; where it compares, chooses or only rounds, the result follows from it. */
const isReckoned = (tree: Tree): boolean =>
  tree.is !== 'not' && !(tree.is === 'call' && tree.name === 'if') && !(tree.is === 'signed' && !['+', '−', '×', '÷'].includes(tree.sign));

function tellerOf(view: AnswerView, step: Step, tree: Tree, isNumbers: boolean, isWhole: boolean): Teller<Operand> {
  const { words, answer, open } = view;
  const from = (name: string): string | string[] => step.from[name] ?? '';
  const label = (name: string): string => labelAt(view, [from(name)].flat()[0] ?? '', name);
  const one = (name: string, path: string, value: OutValue): Operand => {
    const row = rowAt(view, path);
    return { text: valueText(view, path || name, value, describedAt(view.calculator, path)), label: [row === rowAt(view, step.figure) ? '' : row, label(name)].filter(Boolean).join(words.space || ' '), path };
  };
  const several = (name: string, paths: string[], between: string): Piece<Operand>[] => {
    const values = step.values[name];
    const all = paths.map((path, index) => one(name, path, (Array.isArray(values) ? (values[index] as OutValue | undefined) : undefined) ?? ''));
    if (!all.length) return [words.phrase('nothing', [])];
    const isCut = all.length > SHOWN && !isWhole && !open.has(`all ${step.figure}`);
    const kept = isCut ? [...all.slice(0, SHOWN - 1), { text: '…', label: words.ui('working_all_values', { count: String(all.length) }), path: `all ${step.figure}` }, ...all.slice(-1)] : all;
    return kept.flatMap((each, index) => (index ? [between, each] : [each]));
  };
  const say = (name: string, between = words.locale.operands): Piece<Operand>[] => {
    const origin = from(name);
    if (!isNumbers) return [{ text: label(name), label: '', path: Array.isArray(origin) ? (origin.length === 1 ? (origin[0] ?? '') : '') : origin }];
    return Array.isArray(origin) ? several(name, origin, between) : [one(name, origin, step.values[name] ?? '')];
  };
  return {
    lang: words.lang, isNumbers,
    phrase: (call) => words.phraseOf(call),
    say,
    flag: (name) => (isNumbers ? say(name).map((piece) => (typeof piece === 'string' ? piece : { ...piece, text: `${label(name)}${words.colon}${piece.text}` })) : say(name)),
    // Of a column that formulas call otherwise, the keys go by the column's own name.
    key: (key, beside) => words.choice(ownName([from(beside ?? '')].flat()[0] || (beside ?? step.figure)), key, answer.calculator),
    held: (part) => (part === tree ? heldBy(step, part) : undefined),
  };
}

/** Which branch the result itself tells: the one that has its value, and no other may. */
function heldBy({ values, result }: Step, tree: Tree): number | undefined {
  const parts = tree.is === 'call' ? tree.parts : [];
  const given = parts.filter((_, index) => index % 2 === 1 || index === parts.length - 1).map((part) =>
    (part.is === 'name' ? values[part.name] : part.is === 'number' ? part.digits : part.is === 'key' ? part.key : undefined));
  const may = given.flatMap((value, index) => (value === undefined || plain(value) === plain(result) ? [index] : []));
  return may.length === 1 ? may[0] : undefined;
}

/** 0 is 0.00. */
function plain(value: OutValue): string {
  const text = String(value);
  if (!/^-?\d+\.\d*$/.test(text)) return text;
  let end = text.length;
  while (text[end - 1] === '0') end--;
  return text.slice(0, text[end - 1] === '.' ? end - 1 : end);
}

/** The name of what stands at a path; members of a list go by that of the list. */
const ownName = (path: string): string => path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? path;

/** A value as it stands in a working; numbers of something say of what. */
export function valueText({ words, format }: Pick<AnswerView, 'words' | 'format'>, path: string, value: OutValue, described: Described | undefined, dates: 'long' | 'short' = 'short'): string {
  const name = ownName(path);
  // A key of the pack that has a name is called by it; what somebody typed is never taken for one.
  const isKey = (described?.kind ?? 'text') === 'text' && path.startsWith('terms.') && typeof value === 'string' && words.hasChoice(name, value);
  const { kind = 'choice', unit, currency } = described ?? {};
  const text = show({ name, kind: isKey ? 'choice' : kind, ...(currency !== undefined && { currency }) }, value, words, format, dates);
  return unit === undefined || typeof value !== 'number' ? text : words.ui(unit === 'nth_year' ? 'item_years' : `picture.${unit}`, { count: text, n: text });
}
