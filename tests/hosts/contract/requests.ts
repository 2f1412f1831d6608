import type { ClausewiseAnswer } from 'clausewise/element.js';

export const FIRST = {
  calculator: 'cancellation', as_of: '2025-07-18', currency: 'USD',
  input: { lines: [{ fee: '1000', starts_on: '2025-07-31' }] },
} as const;

export const OTHER = {
  calculator: 'cancellation', as_of: '2025-07-18', currency: 'USD',
  input: { lines: [{ fee: '800', starts_on: '2025-07-31' }] },
} as const;

/** What is refunded, where there is an answer. */
export const refund = ({ answer }: ClausewiseAnswer): string => (answer?.calculator === 'cancellation' ? answer.figures.refund : '');
