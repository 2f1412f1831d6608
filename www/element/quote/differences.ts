// Where an answer is no longer what was sent or kept: each value that is another, before and after. What was sent may be anything.

import type { AnswerView } from '../answer/view.js';
import { isDate } from '../form/day.js';
import { show } from '../format.js';
import { sameness } from '../page/given.js';
import type { Out, OutValue, OutValues } from '../types.js';
import type { Words } from '../words.js';
import type { QuoteDocument } from './document.js';

export interface Difference { label: string; before: string; now: string }

/** Each value of the answer that is not what was sent, in the order in which the answer has them. */
export function differences(view: Pick<AnswerView, 'answer' | 'calculator' | 'words' | 'format'>, words: Words, { answer: sent }: Pick<QuoteDocument, 'answer'>): Difference[] {
  const { answer, calculator: { calculator, answer: { figures, dates, line } } } = view;
  const found: Difference[] = [];
  const told = (out: Out, value: unknown): string => {
    if (value === undefined) return words.ui('received_none');
    return isPlain(out, value) ? show(out, value as OutValue, view.words, view.format) : words.ui('received_unknown');
  };
  const rows = (outs: Out[], before: unknown, now: OutValues[], label: string): void => {
    const list: unknown[] = Array.isArray(before) ? before : [];
    const most = Math.max(now.length, Math.min(list.length, MOST_ROWS));
    for (let index = 0; index < most; index++) values(outs, list[index], now[index] ?? {}, `${label}${words.ui('received_row', { row: view.format.count(index + 1) })}`);
  };
  const values = (outs: Out[], before: unknown, now: Record<string, OutValue>, place: string): void => {
    for (const out of outs) {
      const [was, is] = [memberOf(before, out.name), memberOf(now, out.name)];
      const label = place ? `${place}${words.colon}${view.words.lineName(out.name, calculator)}` : view.words.name(out.name, calculator);
      if (sameness(was ?? null) === sameness(is ?? null)) continue;
      if (out.kind === 'list') rows(out.items ?? [], was, Array.isArray(is) ? (is as OutValues[]) : [], `${label}${words.comma}`);
      else found.push({ label, before: told(out, was), now: told(out, is) });
    }
  };
  const verdict = (value: unknown): string => (typeof value === 'string' && view.calculator.answer.verdicts?.includes(value) ? view.words.verdict(calculator, value) : words.ui(value === undefined ? 'received_none' : 'received_unknown'));
  if (sameness(sent.verdict ?? null) !== sameness(answer.verdict ?? null)) found.push({ label: words.ui('received_verdict'), before: verdict(sent.verdict), now: verdict(answer.verdict) });
  values(figures, sent.figures, answer.figures, '');
  values(dates, sent.dates, answer.dates, '');
  // A code to be read by a telephone leaves the lines to be worked out.
  if (sent.lines !== undefined) rows(line, sent.lines, answer.lines, '');
  return found;
}

/** A form has no more lines. */
const MOST_ROWS = 2_000;

const memberOf = (of: unknown, name: string): unknown =>
  typeof of === 'object' && of !== null && Object.hasOwn(of, name) ? (of as Record<string, unknown>)[name] : undefined;

const NUMBER = /^-?\d{1,30}(?:\.\d{1,12})?$/;
const SHAPES: Partial<Record<Out['kind'], RegExp>> = {
  money: NUMBER, percent: NUMBER, rate: NUMBER, ratio: NUMBER, count: NUMBER,
  month: /^\d{4}-(?:0[1-9]|1[0-2])$/, time: /^\d\d:\d\d$/, country: /^[A-Z]{2}$/, text: /^[^\n]{0,200}$/, clause: /^[A-Z][A-Z0-9-]{0,30}$/,
};

/** Whether what was sent is a value of its kind; nothing else of it is shown. */
function isPlain({ kind, choices }: Out, value: unknown): boolean {
  if (Array.isArray(value)) return value.length <= 20 && value.every((each) => typeof each === 'string' && isPlain({ name: '', kind, ...(choices && { choices }) }, each));
  if (typeof value === 'boolean') return kind === 'flag';
  if (typeof value === 'number') return Number.isSafeInteger(value);
  if (typeof value !== 'string') return false;
  if (kind === 'date') return isDate(value);
  if (kind === 'local_time') return isDate(value.slice(0, 10)) && /^T\d\d:\d\d$/.test(value.slice(10));
  if (choices) return choices.includes(value);
  return SHAPES[kind]?.test(value) ?? false;
}
