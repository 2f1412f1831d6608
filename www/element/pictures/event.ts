// An event: until when it can be arranged and confirmed, the weeks of notice, and its days in the units that cover them.

import type { TemplateResult } from 'lit';
import type { PictureView } from '../types.js';
import { dayOf } from './calendar.js';
import { bar, BAR, beside, framed, labelled, legend, share, TEXT_ROW, upright, type Drawing, type Key } from './drawing.js';
import { termOf } from './terms.js';

const ROW_GAP = 12;

/** So many units side by side can still be told apart. */
const MOST_UNITS = 40;

export function event(view: PictureView): TemplateResult | null {
  const { request, answer, words, format } = view;
  const say = (key: string, values?: Record<string, string>): string => words.ui(`picture.event.${key}`, values);
  const { starts_on: starts, ends_on: ends, arranged_on: arranged, confirmed_on: confirmed } = request.input;
  const settle = answer.dates['settle_by'];
  const [today, first, last, settleDay] = [answer.as_of, starts, ends, settle].map(dayOf);
  if (!settle || today === undefined || first === undefined || last === undefined || settleDay === undefined) return null;
  const named = (name: string): string => words.name(name, answer.calculator);
  const marks = [['arranged_on', arranged], ['confirmed_on', confirmed]].flatMap(([name, date]) => {
    const day = dayOf(date);
    return day === undefined ? [] : [{ what: named(String(name)), date: String(date), day }];
  });

  const days = marks.map(({ day }) => day);
  const margin = Math.max((last - settleDay) / 12, 2);
  const start = Math.min(today, settleDay, ...days) - margin;
  const end = Math.max(today, last + 1, ...days) + margin;
  const place = (day: number): number => share(day - start, end - start);

  let y = TEXT_ROW + 8;
  const drawn: Drawing[] = [];
  const tops: number[] = [];
  const row = (text: string, value: string): number => {
    const head = labelled(y, text, value);
    drawn.push(head.drawing);
    const top = y + head.height + 2;
    tops.push(top);
    y = top + BAR + ROW_GAP;
    return top;
  };

  const settled = row(named('settle_by'), format.date(settle, 'short'));
  drawn.push(
    bar('track', 0, 1, settled),
    bar('main', 0, place(settleDay + 1), settled),
    bar('half', place(settleDay + 1), place(first), settled),
  );
  for (const { what, date, day } of marks) {
    const top = row(what, format.date(date, 'short'));
    drawn.push(bar('track', 0, 1, top), bar('zero', place(day), place(day + 1), top));
  }
  const shown = format.count(Number(answer.figures['units']));
  const held = row(say('units', { count: shown }), first === last ? format.date(String(starts), 'short')
    : say('range', { from: format.date(String(starts), 'short'), until: format.date(String(ends), 'short') }));
  drawn.push(bar('track', 0, 1, held), bar('now', place(first), place(last + 1), held));
  const each = Number(termOf(view, 'event_days'));
  if (each > 0 && (last - first) / each < MOST_UNITS) {
    for (let day = first + each; day <= last; day += each) drawn.push(upright('gap', place(day), held, held + BAR));
  }
  drawn.push(
    beside(place(today), 14, `${words.name('as_of')} ${format.date(answer.as_of, 'short')}`, 'strong'),
    upright('today', place(today), 18, 24),
    ...tops.map((top) => upright('today', place(today), top - 4, top + BAR + 4)),
  );

  const sentences = [
    words.ui('picture.as_of', { date: format.date(answer.as_of) }),
    say('event', { from: format.date(String(starts)), until: format.date(String(ends)), count: shown }),
    say('settle', { date: format.date(settle) }),
    ...marks.map(({ what, date }) => say('mark', { what, date: format.date(date) })),
  ];
  const keys: Key[] = [
    { kind: 'main', text: say('open') },
    { kind: 'half', text: say('notice') },
    { kind: 'now', text: say('days') },
    { kind: 'today', text: words.name('as_of'), shape: 'line' },
  ];
  return framed(view, 'event', sentences, y - ROW_GAP + 4, drawn, legend(keys));
}
