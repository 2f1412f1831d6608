// Every rule of every document. Do not edit here.

import type { CalculatorName, ClauseId, Pack } from './clausewise.js';

export interface Rules {
  /** The packs of terms: documents, rules, values. */
  packs: Pack[];
  calculators: CalculatorName[];
  /** Those that may be asked about one country. */
  byCountry: CalculatorName[];
  /** Which calculators answer by a rule, and how its open points are read. */
  uses: Record<ClauseId, { calculators: CalculatorName[]; assumptions: string[] }>;
}

declare const rules: Rules;
export default rules;

/** The build that this file belongs to. */
export const build: string;
