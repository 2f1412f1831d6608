// Days of the calendar as numbers, counted from 1970. JavaScript's own dates do the calendar, always in UTC.

const DAY = 86_400_000;
const FORM = /^(\d{4})-(\d\d)-(\d\d)$/;

/** The day that a text names; none where it names none. */
export function dayOf(text) {
  const match = FORM.exec(text);
  if (!match) return undefined;
  const [, year, month, day] = match;
  const date = new Date(Date.UTC(+year, month - 1, +day));
  return date.getUTCDate() === +day && date.getUTCMonth() === month - 1 ? date.getTime() / DAY : undefined;
}

const two = (number) => (number < 10 ? `0${number}` : `${number}`);

/** A day as `2026-11-21`. */
export function written(day) {
  const date = new Date(day * DAY);
  return `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
}

const lastOfMonth = (year, month) => new Date(Date.UTC(year, month + 1, 0)).getUTCDate();

/** The anniversary in a year; 29 February on the 28th where there is none. */
function inYear(anniversary, year) {
  const month = anniversary.getUTCMonth();
  const day = Math.min(anniversary.getUTCDate(), lastOfMonth(year, month));
  return Date.UTC(year, month, day) / DAY;
}

const yearOf = (day) => new Date(day * DAY).getUTCFullYear();

/** The last anniversary on or before a day, and the next one after it. */
export function anniversariesAround(anniversary, day) {
  const date = new Date(anniversary * DAY);
  const year = yearOf(day);
  const thisYear = inYear(date, year);
  return thisYear <= day ? [thisYear, inYear(date, year + 1)] : [inYear(date, year - 1), thisYear];
}

/** The fewest whole months from one day that reach another, and whether they go beyond it. */
export function monthsToReach(start, end) {
  const [from, to] = [new Date(start * DAY), new Date(end * DAY)];
  const months = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
  const reached = Math.min(from.getUTCDate(), lastOfMonth(to.getUTCFullYear(), to.getUTCMonth()));
  if (reached === to.getUTCDate()) return { months, beyond: false };
  return { months: reached < to.getUTCDate() ? months + 1 : months, beyond: true };
}
