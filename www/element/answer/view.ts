// What the templates of the answer draw from.

import type { Format } from '../format.js';
import type { Calculator, Pack, QuoteAnswer, QuoteRequest, Step } from '../types.js';
import type { Words } from '../words.js';

export interface AnswerView {
  calculator: Calculator;
  request: QuoteRequest;
  answer: QuoteAnswer;
  /** The steps by the path of their figure. */
  steps: Map<string, Step>;
  pack: Pack | undefined;
  words: Words;
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
  /** Shows the row at a path of the answer, and puts the focus there. */
  lead(path: string): void;
}

export type Tone = 'good' | 'bad' | 'ask';

const TONES: Record<string, Tone> = { eligible: 'good', allowed: 'good', ineligible: 'bad', barred: 'bad', refer: 'ask' };

export const toneOf = (verdict: string): Tone => TONES[verdict] ?? 'ask';

export const TONE_ICONS = { good: 'yes', bad: 'no', ask: 'ask' } as const;

/** Ids must not hold what a path holds. */
export const idOf = (path: string): string => `w-${path.replaceAll('.', '-')}`;
