// Dates as places on a line. Which day is which is the core's business; here a day is only a number to draw at.

const DAY = 86_400_000;

/** Days since 1970, or undefined for what is no date. */
export function dayOf(date: unknown): number | undefined {
  const time = typeof date === 'string' && /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(date) : NaN;
  return Number.isNaN(time) ? undefined : time / DAY;
}
