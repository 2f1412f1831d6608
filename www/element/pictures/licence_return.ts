// Returning a licence: the days from the acquisition to the last one, the doubtful one at their end, and the return.

import { svg, type TemplateResult } from 'lit';
import type { PictureView } from '../types.js';
import { dayOf } from './calendar.js';
import { bar, BAR, beside, framed, legend, share, TEXT_ROW, upright, type Drawing, type Key } from './drawing.js';

const MARGIN = 2;

export function licenceReturn(view: PictureView): TemplateResult | null {
  const { request, answer, words, format } = view;
  const say = (key: string, values?: Record<string, string>): string => words.ui(`picture.licence_return.${key}`, values);
  const acquiredOn = request.input['acquired_on'];
  const returnedOn = request.input['returned_on'] ?? answer.as_of;
  const { return_by: until, careful_return_by: careful } = answer.dates;
  const [from, last, safe, returned] = [acquiredOn, until, careful, returnedOn].map(dayOf);
  // Whoever never accepted the terms has no days to draw.
  if (from === undefined || last === undefined || safe === undefined || returned === undefined) return null;

  const start = Math.min(from, returned) - MARGIN;
  const end = Math.max(last, returned) + 1 + MARGIN;
  const place = (day: number): number => share(day - start, end - start);
  const short = (date: unknown): string => format.date(String(date), 'short');

  const top = TEXT_ROW + 8;
  const foot = top + BAR;
  const drawn: Drawing[] = [
    svg`<rect class="track" x="0" width="100%" y=${top} height=${BAR} />`,
    bar('third', place(from), place(safe + 1), top),
    bar('exposed', place(safe + 1), place(last + 1), top),
    upright('today', place(returned) + (place(returned + 1) - place(returned)) / 2, 18, foot + 6),
    beside(place(returned + 1), 14, say('returned', { date: short(returnedOn) }), 'strong', short(returnedOn)),
    beside(place(from), foot + 20, say('acquired', { date: short(acquiredOn) }), 'quiet'),
    beside(place(last + 1), foot + 20 + TEXT_ROW, say('last', { date: short(until) })),
  ];
  const sentences = [say('days', {
    acquired: format.date(String(acquiredOn)), until: format.date(String(until)), careful: format.date(String(careful)), returned: format.date(String(returnedOn)),
  })];
  const keys: Key[] = [
    { kind: 'third', text: say('open') },
    { kind: 'exposed', text: say('doubtful') },
    { kind: 'today', text: words.name('returned_on', answer.calculator), shape: 'line' },
  ];
  return framed(view, 'licence_return', sentences, foot + 28 + TEXT_ROW, drawn, legend(keys));
}
