// Version: how long the brochure's table lets each version of a product be served, and where the day asked about stands.

import { svg, type TemplateResult } from 'lit';
import type { OutValues, PictureView } from '../types.js';
import { dayOf } from './calendar.js';
import { at, bar, BAR, beside, framed, labelled, legend, share, TEXT_ROW, upright, type Drawing, type Key } from './drawing.js';

const ROW_GAP = 10;
const YEAR = 365;

interface Row { line: OutValues; until: number; on: string }

/** Versions without a last day have no place on a time line; the table names those. */
const rowsOf = (lines: OutValues[]): Row[] =>
  lines.flatMap((line): Row[] => {
    const until = dayOf(line['served_until']);
    return until === undefined ? [] : [{ line, until, on: String(line['served_until']) }];
  });

export function version(view: PictureView): TemplateResult | null {
  const { answer, words, format } = view;
  const say = (key: string, values?: Record<string, string>): string => words.ui(`picture.version.${key}`, values);
  const today = dayOf(answer.as_of);
  const rows = rowsOf(answer.lines);
  if (today === undefined || !rows.length) return null;

  const ends = rows.map(({ until }) => until);
  const start = Math.min(today, ...ends) - YEAR;
  const end = Math.max(today, ...ends) + YEAR;
  const place = (day: number): number => share(day - start, end - start);

  const sentences = [words.ui('picture.as_of', { date: format.date(answer.as_of) })];
  const tops: number[] = [];
  const bars: Drawing[] = [];
  const letters: Drawing[] = [];
  let y = TEXT_ROW + 8;
  for (const { line, until, on } of rows) {
    const [name, status] = [String(line['version']), words.choice('status', String(line['status']))];
    const label = line['fits'] === true ? say('yours', { version: name }) : name;
    const head = labelled(y, label, format.date(on, 'short'), line['fits'] === true ? 'strong' : '');
    y += head.height + 2;
    tops.push(y);
    letters.push(head.drawing);
    // The last day is served to its end.
    const edge = place(until + 1);
    bars.push(
      bar(line['fits'] === true ? 'main' : 'now', 0, edge, y),
      svg`<rect class="gone" x=${at(edge)} y=${y + 0.5} width=${at(1 - edge)} height=${BAR - 1} />`,
    );
    sentences.push(say('line', { version: label, date: format.date(on), status }));
    y += BAR + ROW_GAP;
  }
  letters.push(beside(place(today), 14, `${words.name('as_of')} ${format.date(answer.as_of, 'short')}`, 'strong'));
  const line = [upright('today', place(today), 18, 24), ...tops.map((top) => upright('today', place(today), top - 4, top + BAR + 4))];

  const keys: Key[] = [];
  if (rows.some((row) => row.line['fits'] === true)) keys.push({ kind: 'main', text: say('served_yours') });
  if (rows.some((row) => row.line['fits'] !== true)) keys.push({ kind: 'now', text: say('served') });
  keys.push({ kind: 'gone', text: say('ended') }, { kind: 'today', text: words.name('as_of'), shape: 'line' });
  return framed(view, 'version', sentences, y - ROW_GAP, [bars, line, letters], legend(keys));
}
