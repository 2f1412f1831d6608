// The days of an answer as an iCalendar file (RFC 5545), for Apple's, Google's and Microsoft's calendars. A file of
// its own in the package, fetched when somebody asks for it: most visitors never do.

import ical from 'ical-generator';
import { isKept, rowsOf } from './kept.js';
import type { Calculator, Out, OutValue, QuoteAnswer, QuoteRequest } from './types.js';
import type { Words } from './words.js';

const DAY = 86_400_000;
const AT = 'clausewise';

/** What a calendar is made from. */
export interface Keepable { calculator: Calculator; request: QuoteRequest; answer: QuoteAnswer; words: Words }

interface Kept { names: string[]; day: string; label: string; seed: string; clauses: string[] }

/** The whole file. The same answer always gives the same file, to the byte. */
export function calendarFile(view: Keepable): string {
  const { calculator: { calculator }, answer, words } = view;
  const { title } = words.calculator(calculator);
  const language = words.locale.intl.toUpperCase();
  const calendar = ical({ name: title, prodId: { company: 'Clausewise', product: calculator, language } });
  const stamp = timeOf(answer.as_of);
  const ids = new Map<string, number>();
  for (const { names, day, label, seed, clauses } of keptDays(view)) {
    const what = names.map((name) => words.name(name, calculator)).join(words.locale.operands);
    // Two purchases alike in everything are two events all the same.
    const id = digest(JSON.stringify([calculator, names, day, seed]));
    const again = (ids.get(id) ?? 0) + 1;
    ids.set(id, again);
    const start = timeOf(day);
    calendar.createEvent({
      id: `${calculator}-${id}-${again}@${AT}`,
      stamp,
      allDay: true,
      start,
      // The first day that is no longer meant.
      end: new Date(start.getTime() + DAY),
      summary: label ? `${what}${words.colon}${label}` : what,
      description: [
        ...clauses.map((clause) => `${clause}${words.colon}${words.sentence('clauses', clause)}`),
        words.ui('calendar_as_of', { date: answer.as_of }),
        words.ui('disclaimer'),
      ].join('\n'),
    });
  }
  // The format ends every line, the last one too.
  return `${calendar.toString().trimEnd()}\r\n`;
}

/**
 * The days that are kept and not over yet: of the whole first, then of its lists row by row, then line by line. One day
 * of one row is one event.
 */
function keptDays({ calculator, request, answer, words }: Keepable): Kept[] {
  const { answer: described } = calculator;
  const clauses = new Map((answer.steps ?? []).map(({ figure, clause }) => [figure, clause]));
  const days: Kept[] = [];
  const take = (outs: Out[], values: Record<string, OutValue>, path: string, label: string, seed: unknown[]): void => {
    const own = new Map<string, Kept>();
    for (const out of outs) {
      const day = values[out.name];
      if (!isKept(out, day, answer.as_of)) continue;
      const kept = own.get(day) ?? { names: [], day, label, seed: JSON.stringify(seed), clauses: [] };
      const clause = clauses.get(`${path}.${out.name}`);
      if (clause !== undefined && !kept.clauses.includes(clause)) kept.clauses.push(clause);
      kept.names.push(out.name);
      own.set(day, kept);
    }
    days.push(...own.values());
  };
  const item = (list: string, index: number): string => words.ui(`item_${list}`, { n: String(index + 1) });
  // An entry added to a list leaves the days of all others what they are.
  const options = Object.fromEntries(Object.entries(request.input).filter(([, value]) => !Array.isArray(value)));
  take(described.dates, answer.dates, 'dates', '', [options]);
  for (const { name, items = [] } of described.figures) {
    if (!items.some(({ calendar }) => calendar)) continue;
    rowsOf(answer.figures[name]).forEach((row, index) =>
      take(items, row, `figures.${name}.${index}`, item(name, index), [options, name, index]));
  }
  const list = calculator.answer.lines_of ?? 'lines';
  const entered = request.input[list];
  answer.lines.forEach((line, index) => {
    const given = Array.isArray(entered) ? (entered[index] ?? {}) : {};
    // What a visitor calls a line is its first text; without one it has its number.
    const text = described.line.find(({ name, kind }) => kind === 'text' && line[name])?.name;
    take(described.line, line, `lines.${index}`, text === undefined ? item(list, index) : String(line[text]), [options, given]);
  });
  return days;
}

/** Midnight of a day where the calendar's days begin: no clock and no time zone has a say. */
const timeOf = (day: string): Date => new Date(`${day}T00:00:00Z`);

/**
 * 64 bits of FNV-1a, for an id that stays the same when the same question is asked again, and differs between
 * questions: a calendar then brings its entries up to date instead of adding them once more.
 */
function digest(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
}
