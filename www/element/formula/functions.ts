// Everything that a formula may call, as docs/formulas.md has it: one entry for each, as many parts as it takes. `if` alone is
// the evaluator's own, for it looks at no more than the branch that holds.

import { DAY_MINUTES, dayIn, lastAnniversary, monthEnd, monthOf, monthStart, monthsTo, nextAnniversary, Office, plusMonths } from './days.js';
import { plus, times, whole, wholeOf, type Fraction } from './exact.js';
import { holds, isSame, numberOf, ranked, type Point, type Value } from './values.js';

type Call = (...parts: Value[]) => Value;

const number = (count: number | Fraction): Value => ({ number: typeof count === 'number' ? whole(count) : count });
const flag = (is: boolean): Value => ({ flag: is });
const point = (unit: Point['unit'], at: number): Value => ({ point: { unit, at } });

const count = (value: Value): number => wholeOf(numberOf(value));

function at(unit: Point['unit'], value: Value): number {
  if (!('point' in value) || value.point.unit !== unit) throw new RangeError(`a ${Object.keys(value).join()} is no ${unit}`);
  return value.point.at;
}

const day = (value: Value): number => at('date', value);
const time = (value: Value): number => at('local_time', value);
const clock = (value: Value): number => at('time', value);

function list(value: Value): Value[] {
  if (!('list' in value)) throw new RangeError(`a ${Object.keys(value).join()} is no list`);
  return value.list;
}

function key(value: Value): string {
  if (!('key' in value)) throw new RangeError(`a ${Object.keys(value).join()} is no key`);
  return value.key;
}

function there(value: Value | undefined): Value {
  if (!value) throw new RangeError('there is none');
  return value;
}

/** Of two, or of a list, the one that no other comes before; of equals the first. */
const least = (values: Value[]): Value => there(values.reduce<Value | undefined>((one, other) => (one && ranked(one, other) <= 0 ? one : other), undefined));
const greatest = (values: Value[]): Value => there(values.reduce<Value | undefined>((one, other) => (one && ranked(one, other) >= 0 ? one : other), undefined));

/** Each different value once, as they come. */
const distinct = (values: Value[]): Value[] => values.filter((value, index) => values.findIndex((other) => isSame(value, other)) === index);

/** The office of a week, of days off and of hours. */
const office = (week: Value, off: Value, opens?: Value, closes?: Value): Office =>
  new Office(key(week), list(off).map(day), opens && clock(opens), closes && clock(closes));

export const FUNCTIONS: Record<string, Call> = {
  min: (a, b) => least([a, b]),
  max: (a, b) => greatest([a, b]),
  sum: (x) => number(list(x).map(numberOf).reduce(plus, whole(0))),
  earliest: (x) => least(list(x)),
  least: (x) => least(list(x)),
  count: (x) => number(list(x).length),
  count_of: (x, v) => number(list(x).filter((each) => isSame(each, v)).length),
  count_above: (x, n) => number(list(x).filter((each) => ranked(each, n) > 0).length),
  count_where: (y) => number(list(y).filter(holds).length),
  first: (x) => there(list(x)[0]),
  one_of: (k, x) => (list(x).some((each) => isSame(each, k)) ? k : there(undefined)),
  minutes_of_hours: (n) => number(times(numberOf(n), whole(60))),
  distinct: (x) => number(distinct(list(x)).length),
  nth_distinct: (x, n) => there(distinct(list(x)).sort(ranked)[count(n) - 1]),
  first_where: (x, y) => there(list(x)[list(y).findIndex(holds)]),
  with_least: (x, y) => there(list(x)[list(y).indexOf(least(list(y)))]),
  listed: (k, x) => flag(list(x).some((each) => isSame(each, k))),
  compound: (p, n) => number(Array.from({ length: count(n) }, () => plus(whole(1), numberOf(p))).reduce(times, whole(1))),

  days: (a, b) => number(day(b) - day(a)),
  day_after: (d) => point('date', day(d) + 1),
  day_before: (d) => point('date', day(d) - 1),
  plus_months: (d, n) => point('date', plusMonths(day(d), count(n))),
  plus_years: (d, n) => point('date', plusMonths(day(d), 12 * count(n))),
  minus_weeks: (d, n) => point('date', day(d) - 7 * count(n)),
  months: (a, b) => number(monthsTo(day(a), day(b))),
  months_of_years: (n) => number(times(whole(12), numberOf(n))),
  next_anniversary: (a, d) => point('date', nextAnniversary(day(a), day(d))),
  last_anniversary: (a, d) => point('date', lastAnniversary(day(a), day(d))),
  month: (d) => point('month', monthOf(day(d))),
  month_start: (d) => point('date', monthStart(day(d))),
  month_end: (d) => point('date', monthEnd(day(d))),
  previous_month_start: (d) => point('date', monthStart(monthStart(day(d)) - 1)),

  date_of: (t) => point('date', dayIn(time(t))),
  at: (d, t) => point('local_time', day(d) * DAY_MINUTES + clock(t)),
  plus_minutes: (t, n) => point('local_time', time(t) + count(n)),
  plus_hours: (t, n) => point('local_time', time(t) + 60 * count(n)),
  minutes: (a, b) => number(time(b) - time(a)),

  plus_business_days: (d, n, w, h) => point('date', office(w, h).after(day(d), count(n))),
  is_open: (t, o, c, w, h) => flag(office(w, h, o, c).isOpen(time(t))),
  open_from: (t, o, c, w, h) => point('local_time', office(w, h, o, c).openFrom(time(t))),
  next_opening: (t, o, c, w, h) => point('local_time', office(w, h, o, c).nextOpening(time(t))),
  plus_open_minutes: (t, n, o, c, w, h) => point('local_time', office(w, h, o, c).plusOpen(time(t), count(n))),
};
