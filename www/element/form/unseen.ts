// A column that was filled in for a field that does not apply: it is kept, and counts for nothing until it does. Nobody sees it, so
// it is said, with what it hangs on.

import { nameOf } from '../country.js';
import { applies } from '../state.js';
import type { Condition, Field } from '../types.js';
import { rowOf } from './arriving.js';
import type { Brought } from './bringing.js';
import type { FormView } from './view.js';

/** As many as somebody reads. */
const NAMED = 8;

export function unseenIn(view: FormView, { place, table: { columns } }: Brought): string[] {
  const { words, editing: { draft, calculator } } = view;
  const { row, field: { name: list, items = [] } } = place;
  const lines = (rowOf(draft.input, row.id) ?? draft.input).lists[list] ?? [];
  return items.flatMap(({ name, only_if: condition }) => {
    if (!condition || !columns.some(({ field }) => field === name)) return [];
    const { length } = lines.filter((line) => (line.values[name] ?? '').trim() && !applies(condition, line, draft));
    const said = { field: words.name(name, calculator.calculator), count: String(length), condition: conditionText(view, items, condition) };
    return length ? [words.ui('unseen_column', said)] : [];
  });
}

function conditionText(view: FormView, items: Field[], { field: name, in: within, not_in: without, or, and }: Condition): string {
  const { words, format, editing: { calculator } } = view;
  const field = [...items, ...calculator.fields].find((each) => each.name === name);
  const said = (key: string): string => {
    const text = name === 'currency' ? format.currencyLabel(key) : field?.kind === 'country' ? nameOf(key, words.lang) : words.choice(name, key, calculator.calculator);
    return words.ui('left_out_text', { text });
  };
  const either = (keys: string[]): string => {
    const texts = keys.slice(0, NAMED).map(said);
    if (keys.length > NAMED) return `${texts.join(words.comma)}…`;
    return texts.length > 1 ? format.either([texts.slice(0, -1).join(words.comma), texts.at(-1) ?? '']) : texts.join();
  };
  const label = words.name(name, calculator.calculator);
  const own = within ? words.ui('condition_in', { field: label, choices: either(within) }) : words.ui('condition_not_in', { field: label, choices: either(without ?? []) });
  const alone = or ? words.ui('condition_or', { one: own, other: conditionText(view, items, or) }) : own;
  return and ? words.ui('condition_and', { one: alone, other: conditionText(view, items, and) }) : alone;
}
