// What the templates of the answer draw from.

import type { Format } from '../format.js';
import type { Meanings } from '../meaning.js';
import type { Filter } from './filter.js';
import type { Calculator, Pack, QuoteAnswer, QuoteRequest, Step } from '../types.js';
import type { Words } from '../words.js';

export interface AnswerView extends Meanings {
  calculator: Calculator;
  request: QuoteRequest;
  answer: QuoteAnswer;
  /** The steps by the path of their figure. */
  steps: Map<string, Step>;
  /** The terms that answered, built in or brought. */
  pack: Pack | undefined;
  /** Whether the page brought them. */
  isBrought: boolean;
  format: Format;
  /** The page of all rules, if there is one. */
  rules: string;
  /** What stands open: paths of figures, and notes. */
  open: Set<string>;
  toggle(path: string): void;
  allOpen: boolean;
  toggleAll(): void;
  /** How many lines are drawn, and a way to more of them. */
  shown: number;
  more(): void;
  /** What the list of lines is narrowed down to, and the languages in which it can be searched. */
  filter: Filter;
  narrow(filter: Filter): void;
  languages: Words[];
  /** Whether the visitor may change a field of the form. */
  mayChoose(name: string): boolean;
  /** Puts a line's own key into the form, where it is one of the form's choices. */
  choose(name: string, key: string): void;
  /** Where the page's site has the other calculators, if it says so. */
  pages: string;
  /** Shows the row at a path of the answer, and puts the focus there. */
  lead(path: string): void;
}

export type Tone = 'good' | 'bad' | 'ask';

const TONES: Record<string, Tone> = { eligible: 'good', allowed: 'good', ineligible: 'bad', barred: 'bad', refer: 'ask' };

export const toneOf = (verdict: string): Tone => TONES[verdict] ?? 'ask';

export const TONE_ICONS = { good: 'yes', bad: 'no', ask: 'ask' } as const;

/** Ids must not hold what a path holds. */
export const idOf = (path: string): string => `w-${path.replaceAll('.', '-')}`;
