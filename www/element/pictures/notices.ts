// Notices: how long each purchase is covered, where the anniversary stands, which days before it still bring an updated
// quote, and when to remind oneself.

import { svg, type TemplateResult } from 'lit';
import type { OutValues, PictureView } from '../types.js';
import { dayOf } from './calendar.js';
import { bar, BAR, beside, framed, labelled, legend, more, nameOf, share, SHOWN, TEXT_ROW, upright, type Drawing, type Key } from './drawing.js';

const MONTH = 30;
const ROW_GAP = 12;

interface Row { name: string; line: OutValues; bought: number; until: number; remind: number | undefined }

function rowsOf(view: PictureView): Row[] {
  return view.answer.lines.slice(0, SHOWN).flatMap((line, index): Row[] => {
    const [bought, until, remind] = [line['bought_on'], line['covered_until'], line['remind_on']].map(dayOf);
    if (bought === undefined || until === undefined) return [];
    return [{ name: nameOf(view, line['label'], index), line, bought, until, remind }];
  });
}

export function notices(view: PictureView): TemplateResult | null {
  const { answer, words, format } = view;
  const say = (key: string, values?: Record<string, string>): string => words.ui(`picture.notices.${key}`, values);
  const today = dayOf(answer.as_of);
  const rows = rowsOf(view);
  if (today === undefined || !rows.length) return null;

  const { next_anniversary: next, refreshed_quote_from: from, refreshed_quote_until: until } = answer.dates;
  const [nextDay, fromDay, untilDay] = [next, from, until].map(dayOf);

  const start = Math.min(today, ...rows.map((row) => row.bought), fromDay ?? today) - MONTH / 2;
  const end = Math.max(today, nextDay ?? today, ...rows.map((row) => row.until + 1)) + MONTH / 2;
  const place = (day: number): number => share(day - start, end - start);

  // What marks the time line is written above it, each on a row of its own: the two can never collide.
  let y = TEXT_ROW * (nextDay === undefined ? 1 : 2) + 8;
  const tops: number[] = [];
  const bars: Drawing[] = [];
  const letters: Drawing[] = [];
  const sentences = [words.ui('picture.as_of', { date: format.date(answer.as_of) })];
  const keys: Key[] = [];

  // The days may be those of a quote for a later anniversary, which is not in this picture.
  if (next && until && nextDay !== undefined && fromDay !== undefined && untilDay !== undefined && untilDay < nextDay) {
    sentences.push(say('anniversary', { date: format.date(next), until: format.date(until) }));
    const head = labelled(y, words.name('refreshed_quote', answer.calculator), say('until', { date: format.date(until, 'short') }));
    y += head.height + 2;
    tops.push(y);
    letters.push(head.drawing);
    // The day of the window's end still counts; from the next one on it is too late.
    bars.push(
      svg`<rect class="track" x="0" width="100%" y=${y} height=${BAR} />`,
      bar('half', place(fromDay), place(untilDay + 1), y),
      bar('full', place(untilDay + 1), place(nextDay), y),
    );
    keys.push({ kind: 'half', text: say('window') }, { kind: 'full', text: say('late') });
    y += BAR + ROW_GAP;
  }

  for (const { name, line, bought, until: last, remind } of rows) {
    const ends = String(line['covered_until']);
    const head = labelled(y, name, say('until', { date: format.date(ends, 'short') }));
    y += head.height + 2;
    tops.push(y);
    letters.push(head.drawing);
    const now = Math.min(Math.max(today, bought), last + 1);
    bars.push(
      svg`<rect class="track" x="0" width="100%" y=${y} height=${BAR} />`,
      bar('now', place(bought), place(now), y),
      bar('main', place(now), place(last + 1), y),
      remind === undefined ? '' : svg`${upright('cap', place(remind), y - 4, y + BAR + 4)}`,
    );
    sentences.push(say('line', {
      line: name,
      bought: format.date(String(line['bought_on'])),
      until: format.date(ends),
      refreshed: `${words.name('refreshed_quote', answer.calculator)}${words.colon}${words.choice('refreshed_quote', String(line['refreshed_quote']))}${words.locale.stop}`,
    }));
    if (typeof line['remind_on'] === 'string') sentences.push(say('remind_on', { date: format.date(line['remind_on']) }));
    y += BAR + ROW_GAP;
  }
  const rest = more(view, answer.lines.length - rows.length, y - ROW_GAP);
  sentences.push(...rest.sentence);

  if (next && nextDay !== undefined) {
    letters.push(beside(place(nextDay), 14 + TEXT_ROW, say('next', { date: format.date(next, 'short') }), '', format.date(next, 'short')));
  }
  letters.push(beside(place(today), 14, `${words.name('as_of')} ${format.date(answer.as_of, 'short')}`, 'strong'), rest.drawing);
  const through = (kind: string, day: number, above: number): Drawing => [
    upright(kind, place(day), above, above + 6),
    ...tops.map((row) => upright(kind, place(day), row - 4, row + BAR + 4)),
  ];
  const uprights = [
    nextDay === undefined ? '' : through('anniversary', nextDay, TEXT_ROW + 18),
    through('today', today, 18),
  ];

  if (rows.some((row) => row.bought < today)) keys.push({ kind: 'now', text: say('before') });
  if (rows.some((row) => row.until >= today)) keys.push({ kind: 'main', text: say('covered') });
  if (rows.some((row) => row.remind !== undefined)) keys.push({ kind: 'cap', text: say('remind'), shape: 'line' });
  if (nextDay !== undefined) keys.push({ kind: 'anniversary', text: words.name('anniversary'), shape: 'line' });
  keys.push({ kind: 'today', text: words.name('as_of'), shape: 'line' });
  return framed(view, 'notices', sentences, y - ROW_GAP + rest.height, [bars, uprights, letters], legend(keys));
}
