// What a path of an answer is called: the row that it is in, and its own name.

import { show } from '../format.js';
import type { Field, Out, OutValue, OutValues } from '../types.js';
import type { AnswerView } from './view.js';

/** What it takes to say it. */
export type Placed = Pick<AnswerView, 'calculator' | 'request' | 'answer' | 'words' | 'format'>;

const nameAt = (path: string): string => path.split('.').at(-1) ?? path;

/** Values of rows go by the names that lines have; those of the whole, entries and terms by their own. */
export const labelAt = ({ words, answer }: Pick<Placed, 'words' | 'answer'>, path: string, name = nameAt(path)): string =>
  /^(?:lines|between)\./.test(path) ? words.lineName(name, answer.calculator) : words.name(name, answer.calculator);

/** Where a value on the way would stand if the answer had it. */
const shownAt = (path: string): string => path.replace(/^between\.(?=\d)/, 'lines.').replace(/^between\.(?=\w+\.\d)/, 'figures.');

/** The row that a value stands in, as its table calls it: "Line 2", "Year 1, Allocation 3"; nothing of the whole. */
export function rowAt(view: Placed, path: string): string {
  const [root = '', ...rest] = shownAt(path).split('.');
  const { calculator, answer, request } = view;
  if (root === 'lines') return rowsOn(view, calculator.answer.line, answer.lines, calculator.answer.lines_of ?? '', rest);
  if (root !== 'figures' && root !== 'input') return '';
  const [list = '', ...inside] = rest;
  const found = (root === 'input' ? calculator.fields : calculator.answer.figures).find(({ name }) => name === list);
  const values = root === 'input' ? request.input : answer.figures;
  return found?.items && inside.length ? rowsOn(view, found.items, values[list], root === 'input' || found.items[0]?.kind !== 'choice' ? list : '', inside) : '';
}

/** The rows on the way from a list; one without a name has rows that go by what stands first in them. */
function rowsOn(view: Placed, outs: (Out | Field)[], values: OutValue | undefined, list: string, [at = '', inner = '', ...rest]: string[]): string {
  const { words, format, calculator } = view;
  const row = Array.isArray(values) ? (values[Number(at)] as OutValues | undefined) : undefined;
  const [first] = outs;
  const own = list ? words.ui(`item_${list}`, { n: format.count(Number(at) + 1) }) : first ? show(first, row?.[first.name] ?? '', words, format, 'short') : '';
  const nested = outs.find(({ name }) => name === inner)?.items;
  if (!nested || !rest.length) return own;
  const isEntered = calculator.fields.some(({ items }) => items?.some(({ name }) => name === inner));
  return [own, rowsOn(view, nested, row?.[inner], isEntered ? inner : '', rest)].join(words.comma);
}
