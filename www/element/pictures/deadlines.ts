// The dates of a work order as bars below each other on one time line: onboarding, monitors, requests, the years of
// flex, and root-cause reports.

import { svg, type TemplateResult } from 'lit';
import { rowsOf } from '../kept.js';
import type { OutValues, PictureView } from '../types.js';
import { dayOf } from './calendar.js';
import { bar, BAR, beside, framed, labelled, legend, more, share, SHOWN, TEXT_ROW, upright, type Drawing, type Key } from './drawing.js';

const ROW_GAP = 10;

interface Part { kind: string; from: number; until: number }
interface Row { name: string; date: string; parts: Part[] }

export function deadlines(view: PictureView): TemplateResult | null {
  const { request, answer, words, format } = view;
  const { dates, figures, lines, calculator } = answer;
  const say = (key: string, values?: Record<string, string>): string => words.ui(`picture.calendar.${key}`, values);
  const given = request.input;
  const [today, first, last] = [answer.as_of, given['starts_on'], given['ends_on']].map(dayOf);
  if (today === undefined || first === undefined || last === undefined) return null;

  const rows: Row[] = [];
  /** A window from one day to another, both within it. */
  const window = (name: string, date: string | undefined, from: number | undefined, kind = 'main'): void => {
    const until = dayOf(date);
    if (date !== undefined && from !== undefined && until !== undefined) rows.push({ name, date, parts: [{ kind, from, until }] });
  };
  const named = (name: string): string => words.name(name, calculator);
  const { safe_request_until: safe, borderline_request_on: borderline } = dates;
  const [safeDay, borderlineDay] = [dayOf(safe), dayOf(borderline)];
  window(named('onboarding_until'), dates['onboarding_until'], first);
  const onboarded = dayOf(dates['onboarding_until']);
  window(named('monitors_ready_by'), dates['monitors_ready_by'], onboarded === undefined ? undefined : onboarded + 1);
  window(named('enhanced_onboarding_until'), dates['enhanced_onboarding_until'], dayOf(given['enhanced_response_from']) ?? first);
  if (safe && safeDay !== undefined && borderlineDay !== undefined) {
    rows.push({ name: named('safe_request_until'), date: safe, parts: [
      { kind: 'main', from: first, until: safeDay },
      { kind: 'full', from: Math.max(borderlineDay + 1, first), until: last },
      { kind: 'half', from: borderlineDay, until: borderlineDay },
    ].filter(({ from, until }) => from <= until && until >= first) });
  }
  const years = rowsOf(figures['flex_years']);
  const current = years.find((year) => String(year['flex_until']) >= answer.as_of) ?? years.at(-1);
  if (current) {
    rows.push({ name: named('flex_until'), date: String(current['flex_until']), parts: years.flatMap((year) => {
      const [from, until] = [dayOf(year['year_from']), dayOf(year['flex_until'])];
      return from === undefined || until === undefined ? [] : [{ kind: 'main', from, until }];
    }) });
  }
  const reports = lines.flatMap((line, index) => (line['report_due_on'] === undefined ? [] : [{ line, index }]));
  for (const { line, index } of reports.slice(0, SHOWN)) {
    window(say('report', { line: nameOf(view, line, index) }), String(line['report_due_on']), dayOf(line['counted_from']));
  }

  const ends = rows.flatMap(({ parts }) => parts.flatMap(({ from, until }) => [from, until + 1]));
  const margin = Math.max((last - first) / 40, 1);
  const start = Math.min(today, first, ...ends) - margin;
  const end = Math.max(today, last + 1, ...ends) + margin;
  const place = (day: number): number => share(day - start, end - start);

  let y = TEXT_ROW + 8;
  const tops: number[] = [];
  const drawn: Drawing[] = [];
  const sentences = [
    words.ui('picture.as_of', { date: format.date(answer.as_of) }),
    say('term', { from: format.date(String(given['starts_on'])), until: format.date(String(given['ends_on'])) }),
  ];
  for (const { name, date, parts } of rows) {
    const head = labelled(y, name, format.date(date, 'short'));
    y += head.height + 2;
    tops.push(y);
    drawn.push(head.drawing, bar('track', place(first), place(last + 1), y));
    parts.forEach(({ kind, from, until }, index) => {
      drawn.push(bar(kind, place(from), place(until + 1), y));
      if (index && kind === 'main') drawn.push(svg`${upright('gap', place(from), y, y + BAR)}`);
    });
    sentences.push(say('day', { what: name, date: format.date(date) }));
    y += BAR + ROW_GAP;
  }
  const rest = more(view, reports.length - SHOWN, y - ROW_GAP);
  sentences.push(...rest.sentence);
  drawn.push(
    rest.drawing,
    beside(place(today), 14, `${words.name('as_of')} ${format.date(answer.as_of, 'short')}`, 'strong'),
    upright('today', place(today), 18, 24),
    ...tops.map((row) => upright('today', place(today), row - 4, row + BAR + 4)),
  );
  const keys: Key[] = [
    { kind: 'main', text: say('open') },
    ...(rows.some(({ parts }) => parts.some(({ kind }) => kind === 'half')) ? [{ kind: 'half', text: named('borderline_request_on') }] : []),
    ...(rows.some(({ parts }) => parts.some(({ kind }) => kind === 'full')) ? [{ kind: 'full', text: say('late') }] : []),
    { kind: 'track', text: say('rest') },
    { kind: 'today', text: words.name('as_of'), shape: 'line' },
  ];
  return framed(view, 'calendar', sentences, y - ROW_GAP + rest.height, drawn, legend(keys));
}

const nameOf = ({ words, format }: PictureView, line: OutValues, index: number): string =>
  typeof line['label'] === 'string' ? line['label'] : words.ui('item_root_causes', { n: format.count(index + 1) });
