// Dispute: the time to file, from the day that it runs from to its last day, and where the day asked about stands.

import type { TemplateResult } from 'lit';
import type { PictureView } from '../types.js';
import { dayOf } from './calendar.js';
import { bar, BAR, beside, framed, legend, share, TEXT_ROW, upright, type Drawing, type Key } from './drawing.js';

/** What is seen on either side, as a share of the whole: enough to see that it goes on. */
const MARGIN = 0.08;

export function dispute(view: PictureView): TemplateResult | null {
  const { answer, words, format } = view;
  const say = (key: string, values?: Record<string, string>): string => words.ui(`picture.dispute.${key}`, values);
  // Which day the time runs from is in the working of the last one: the cause, or in one country the day of payment.
  const { due_on: due, arose_on: arose } = view.steps.get('dates.file_by')?.values ?? {};
  const until = answer.dates['file_by'];
  const [start, end, today] = [dayOf(due ?? arose), dayOf(until), dayOf(answer.as_of)];
  // Where the document names no period there is nothing to draw.
  if (start === undefined || end === undefined || today === undefined || until === undefined) return null;

  const [first, last] = [Math.min(start, today), Math.max(end, today)];
  const margin = (last - first) * MARGIN;
  const place = (day: number): number => share(day - first + margin, last - first + 2 * margin);
  const from = format.date(String(due ?? arose), 'short');
  const top = TEXT_ROW + 6;
  const foot = top + BAR;
  // The last day is still in time to its end.
  const edge = place(end + 1);
  const drawn: Drawing[] = [
    beside(place(today), 14, `${words.name('as_of')} ${format.date(answer.as_of, 'short')}`, 'strong'),
    bar('main', place(start), edge, top),
    bar('gone', edge, 1, top),
    upright('today', place(today), 18, foot + 4),
    beside(place(start), foot + 20, from, 'quiet'),
    beside(edge, foot + 20 + TEXT_ROW, `${words.name('file_by', 'dispute')} ${format.date(until, 'short')}`, 'strong'),
  ];
  const sentences = [
    words.ui('picture.as_of', { date: format.date(answer.as_of) }),
    say(due === undefined ? 'said' : 'said_due', { from: format.date(String(due ?? arose)), until: format.date(until) }),
  ];
  const keys: Key[] = [
    { kind: 'main', text: say('open') },
    { kind: 'gone', text: say('over') },
    { kind: 'today', text: words.name('as_of'), shape: 'line' },
  ];
  return framed(view, 'dispute', sentences, foot + 28 + TEXT_ROW, drawn, legend(keys));
}
