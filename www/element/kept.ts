// Which days of an answer people keep in their calendar, and the way there.

import { download, fileOf } from './download.js';
import { part } from './part.js';
import type { Out, OutValue, OutValues } from './types.js';
import type { AnswerView } from './answer/view.js';

/** A day that the core says is for the calendar, and that is not over. */
export const isKept = (out: Out, value: OutValue | undefined, asOf: string): value is string =>
  out.calendar === true && typeof value === 'string' && value >= asOf;

/** The rows of a list of the whole. */
export const rowsOf = (value: OutValue | undefined): OutValues[] =>
  Array.isArray(value) ? value.filter((row) => typeof row === 'object') : [];

/** Whether there is anything to keep. */
export function hasDays({ calculator: { answer: described }, answer }: AnswerView): boolean {
  const has = (outs: Out[], values: Record<string, OutValue>): boolean => outs.some((out) =>
    isKept(out, values[out.name], answer.as_of) || rowsOf(values[out.name]).some((row) => has(out.items ?? [], row)));
  return has(described.dates, answer.dates) || has(described.figures, answer.figures) || answer.lines.some((line) => has(described.line, line));
}

/** Makes the calendar's file and hands it over. */
export async function keep(view: AnswerView): Promise<void> {
  const { calendarFile } = await part(() => import('./icalendar.js'));
  const answer = { ...view.answer, steps: [...view.steps.values()] };
  download(new Blob([calendarFile({ ...view, answer })], { type: 'text/calendar;charset=utf-8' }), fileOf(answer, 'ics'));
}
