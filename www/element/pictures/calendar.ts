// Dates as places on a line. Which day is which is the core's business; here a day is only a number to draw at.

const DAY = 86_400_000;

/** Days since 1970, or undefined for what is no date. */
export function dayOf(date: unknown): number | undefined {
  const time = typeof date === 'string' && /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(date) : NaN;
  return Number.isNaN(time) ? undefined : time / DAY;
}

export const yearOf = (day: number): number => new Date(day * DAY).getUTCFullYear();

/** The day a year has for this month and day: 29 February falls on the 28th where there is none. */
function inYear(year: number, date: string): number {
  const [month, day] = [Number(date.slice(5, 7)), Number(date.slice(8))];
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return Date.UTC(year, month - 1, Math.min(day, last)) / DAY;
}

/** Every recurrence of a date's month and day between two days, both included. */
export function yearly(date: string, from: number, to: number): number[] {
  const days: number[] = [];
  for (let year = yearOf(from); year <= yearOf(to); year++) {
    const day = inYear(year, date);
    if (day >= from && day <= to) days.push(day);
  }
  return days;
}

/** The first days of `count` months counted from a day, without the day itself. */
export function monthStarts(from: number, count: number): number[] {
  const start = new Date(from * DAY);
  return Array.from({ length: Math.max(count - 1, 0) }, (_, index) => {
    const month = start.getUTCMonth() + index + 1;
    const last = new Date(Date.UTC(start.getUTCFullYear(), month + 1, 0)).getUTCDate();
    return Date.UTC(start.getUTCFullYear(), month, Math.min(start.getUTCDate(), last)) / DAY;
  });
}
