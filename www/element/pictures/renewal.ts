// Renewal: what is covered now, what the renewal adds, month by month, and where the anniversary stands.

import { svg, type TemplateResult } from 'lit';
import type { OutValues, PictureView } from '../types.js';
import { dayOf } from './calendar.js';
import { at, bar, BAR, beside, framed, labelled, legend, more, nameOf, share, SHOWN, TEXT_ROW, upright, type Drawing, type Key } from './drawing.js';

const MONTH = 30;
const ROW_GAP = 12;

interface Row { name: string; line: OutValues; endsOn: string; ends: number; from?: number; until?: number; exposed: boolean; anniversaries: (number | undefined)[] }

function rowsOf(view: PictureView): Row[] {
  const given = view.request.input['lines'];
  if (!Array.isArray(given)) return [];
  // The anniversaries that a line was worked out by are in its steps alone.
  const { firstSteps } = view;
  return view.answer.lines.slice(0, SHOWN).flatMap((line, index): Row[] => {
    const entered = given[index];
    const endsOn = String(entered?.['covered_until']);
    const [ends, from, until] = [endsOn, line['covered_from'], line['covered_until']].map(dayOf);
    if (ends === undefined) return [];
    const renewed = from !== undefined && until !== undefined ? { from, until } : {};
    return [{ name: nameOf(view, entered?.['part'], index), line, endsOn, ends, ...renewed, exposed: line['exposed'] === true, anniversaries: ['previous_anniversary', 'next_anniversary'].map((name) => dayOf(firstSteps.get(`between.${index}.${name}`)?.result)) }];
  });
}

export function renewal(view: PictureView): TemplateResult | null {
  const { answer, words, format } = view;
  const say = (key: string, values?: Record<string, string>): string => words.ui(`picture.renewal.${key}`, values);
  const today = dayOf(answer.as_of);
  const rows = rowsOf(view);
  if (today === undefined || !rows.length) return null;

  // From a while before today, so that cover which has just ended is still seen, to the end of the last renewal.
  const start = Math.min(today - 2 * MONTH, ...rows.flatMap(({ exposed, anniversaries: [opened] }) => (exposed && opened !== undefined ? [opened - MONTH] : [])));
  const next = answer.dates['next_anniversary'];
  const nextDay = dayOf(next);
  const end = Math.max(today + 2 * MONTH, nextDay ?? today, ...rows.map((row) => (row.until ?? row.ends) + 1)) + MONTH / 2;
  const place = (day: number): number => share(day - start, end - start);

  // What marks the time line is written above it, each on a row of its own: the two can never collide.
  const top = TEXT_ROW * (nextDay === undefined ? 1 : 2) + 8;

  const sentences = [words.ui('picture.as_of', { date: format.date(answer.as_of) })];
  if (next) sentences.push(say('anniversary', { date: format.date(next) }));

  // Bars first, the upright lines over them, and letters over both. The lines leave out the rows of letters.
  let y = top;
  const tops: number[] = [];
  const bars: Drawing[] = [];
  const letters: Drawing[] = [];
  for (const { name, line, endsOn, ends, from, until, exposed, anniversaries: [opened] } of rows) {
    const path = words.choice('path', String(line['path']));
    const amount = typeof line['amount'] === 'string' ? format.money(line['amount']) : path;
    const head = labelled(y, name, amount);
    y += head.height + 2;
    const edge = place(ends + 1);
    tops.push(y);
    letters.push(head.drawing);
    bars.push(svg`<rect class="track" x="0" width="100%" y=${y} height=${BAR} />`, bar('now', 0, edge, y));
    if (from !== undefined && until !== undefined) {
      const months = words.ui('picture.months', { count: format.count(Number(line['months'])) });
      const covered = (style: 'long' | 'short'): string => words.ui('picture.range', {
        from: format.date(String(line['covered_from']), style), to: format.date(String(line['covered_until']), style),
      });
      const [left, right] = [place(from), place(until + 1)];
      bars.push(
        // The window of IBM-SS-15 opened on the anniversary before and closes with the line's own cover.
        exposed && opened !== undefined ? bar('exposed', place(opened), edge, y) : '',
        bar('main', left, right, y),
        right - left > 0.1 ? parted(left, right, Number(line['months'])).map((at) => svg`${upright('gap', at, y, y + BAR)}`) : '',
      );
      letters.push(beside((left + right) / 2, y + BAR + 14, `${covered('short')} · ${months}`, 'quiet'));
      sentences.push(say('line', { line: name, covered: covered('long'), months, amount }));
      if (exposed) sentences.push(say('exposed_until', { date: format.date(endsOn) }));
    } else {
      bars.push(svg`<rect class="gone" x=${at(edge)} y=${y + 0.5} width=${at(1 - edge)} height=${BAR - 1} />`);
      letters.push(beside(edge, y + BAR + 14, say('ended', { date: format.date(endsOn, 'short') }), 'quiet'));
      sentences.push(say('lapsed', { line: name, date: format.date(endsOn), path }));
    }
    y += BAR + TEXT_ROW + ROW_GAP;
  }
  const rest = more(view, answer.lines.length - rows.length, y - ROW_GAP);
  sentences.push(...rest.sentence);

  const marked = [...new Set(rows.flatMap(({ anniversaries }) => anniversaries))].filter((day): day is number => day !== undefined && day >= start && day <= end);
  if (nextDay !== undefined) {
    letters.push(beside(place(nextDay), TEXT_ROW + 14, say('next', { date: format.date(String(next), 'short') }), 'quiet'));
  }
  letters.push(beside(place(today), 14, `${words.name('as_of')} ${format.date(answer.as_of, 'short')}`, 'strong'), rest.drawing);
  const through = (kind: string, day: number, from?: number): Drawing => [
    from === undefined ? '' : upright(kind, place(day), from, from + 6),
    ...tops.map((row) => upright(kind, place(day), row - 4, row + BAR + 4)),
  ];
  const uprights = [
    ...marked.filter((day) => day !== nextDay).map((day) => through('anniversary', day)),
    nextDay === undefined ? '' : through('anniversary', nextDay, TEXT_ROW + 18),
    through('today', today, 18),
  ];

  const keys: Key[] = [{ kind: 'now', text: say('now') }];
  if (rows.some((row) => row.from !== undefined)) keys.push({ kind: 'main', text: say('renewed') });
  if (rows.some((row) => row.exposed)) keys.push({ kind: 'exposed', text: say('exposed') });
  if (rows.some((row) => row.from === undefined)) keys.push({ kind: 'gone', text: say('gone') });
  if (nextDay !== undefined) keys.push({ kind: 'anniversary', text: words.name('anniversary'), shape: 'line' });
  keys.push({ kind: 'today', text: words.name('as_of'), shape: 'line' });
  return framed(view, 'renewal', sentences, y - ROW_GAP + rest.height, [bars, uprights, letters], legend(keys));
}

/** The places that part a bar evenly: its months, to look at. */
const parted = (left: number, right: number, count: number): number[] =>
  Array.from({ length: Math.max(count - 1, 0) }, (_, index) => left + ((right - left) * (index + 1)) / count);
