// The scenarios as a workbook takes them.

import type { AnswerView } from '../../answer/view.js';
import { formatFor } from '../../format.js';
import type { Words } from '../../words.js';
import type { BesideView } from '../../workbook/scenarios.js';
import { besideIn } from './beside.js';
import { comparisonOf } from './compared.js';
import { sidesOf } from './sides.js';

export function besideView(view: AnswerView, said: Words): BesideView {
  const sides = sidesOf(view);
  const { entered, found } = comparisonOf(view, said, sides);
  return {
    columns: sides.map(({ letter, answer }) => ({ label: said.ui('scenario', { letter }), format: formatFor(view.words.lang, view.calculator.money ? answer?.currency : '') })),
    own: (besideIn(view)?.scenario ?? 1) - 1,
    entered,
    found,
  };
}
