// The scenarios as a workbook takes them.

import type { AnswerView } from '../../answer/view.js';
import { formatFor } from '../../format.js';
import type { Words } from '../../words.js';
import type { BesideView } from '../../workbook/scenarios.js';
import { comparisonOf } from './compared.js';
import { notesOf, sidesOf } from './sides.js';

/** As many entries that differ as a sheet is to have. */
const MOST_ENTRIES = 5_000;

export function besideView(view: AnswerView, said: Words): BesideView {
  const sides = sidesOf(view);
  const { entered, found, more } = comparisonOf(view, said, sides, MOST_ENTRIES);
  return {
    columns: sides.map(({ letter, answer }) => ({ label: said.ui('scenario', { letter }), format: formatFor(view.words.lang, view.calculator.money ? answer?.currency : '') })),
    own: sides.findIndex(({ kept }) => !kept),
    first: Math.max(sides.findIndex(({ answer }) => answer), 0),
    notes: [...notesOf(view, said), ...(more ? [said.ui('scenario_more', { count: view.format.count(more) })] : [])],
    entered,
    found,
  };
}
