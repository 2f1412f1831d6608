// Values of requests and answers as cells have them: amounts as the decimals that they are, days as a spreadsheet counts them.

import { DAY_MINUTES, dayOf, minutesOf } from '../formula/days.js';
import type { Format } from '../format.js';
import type { Kind, OutValue } from '../types.js';
import type { Scalar } from './sheet.js';

/** A spreadsheet's day 1 is the first of 1900, and it counts a 29 February in that year. */
const FIRST_DAY = 25_569;

export const serialOf = (day: string): number => dayOf(day) + FIRST_DAY;

/** Minutes since that day, of a local time. */
export const serialMinutes = (time: string): number => serialOf(time.slice(0, 10)) * DAY_MINUTES + minutesOf(time.slice(11));

/** How many digits of a number a spreadsheet keeps and shows. */
const DIGITS = 15;

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/** Whether a cell can hold a decimal without changing it. */
export function fits(decimal: string): boolean {
  const [, , whole = '', places = ''] = DECIMAL.exec(decimal) ?? [];
  return (whole + places).replace(/^0+/, '').length <= DIGITS;
}

/** "62.5" -> "0.625", by its digits. */
export function hundredth(percent: string): string {
  const [, minus = '', whole = '0', places = ''] = DECIMAL.exec(percent) ?? [];
  const digits = whole.padStart(3, '0');
  return `${minus}${digits.slice(0, -2)}.${digits.slice(-2)}${places}`;
}

/** A value as a cell holds it; `said` says a key, or whatever else is a text. */
export function scalarOf(kind: Kind, value: OutValue, said: (value: OutValue) => string): Scalar {
  if (typeof value === 'boolean') return { flag: value };
  if (typeof value === 'object') return { text: said(value) };
  const written = String(value);
  switch (kind) {
    case 'money': case 'rate': case 'ratio': case 'count': return fits(written) && DECIMAL.test(written) ? { number: written } : { text: written };
    case 'percent': return { number: hundredth(written) };
    case 'date': return { number: String(serialOf(written)) };
    case 'month': return { number: String(serialOf(`${written}-01`)) };
    case 'time': return { number: String(minutesOf(written) / DAY_MINUTES) };
    case 'local_time': return { number: String(serialMinutes(written) / DAY_MINUTES) };
    default: return { text: said(value) };
  }
}

export const placesOf = (decimal: string): number => DECIMAL.exec(decimal)?.[3]?.length ?? 0;

const zeros = (count: number): string => (count > 0 ? `.${'0'.repeat(count)}` : '');

/** How a spreadsheet writes a number of a kind. */
export function formatOf(kind: Kind, value: OutValue | undefined, format: Format, currency: string | undefined, least = 0): string {
  const places = Math.max(least, typeof value === 'string' ? placesOf(value) : 0);
  switch (kind) {
    case 'money': {
      const sign = format.sign(currency);
      const amount = `#,##0${zeros(places)}`;
      if (!sign) return amount;
      const own = `"${sign.replaceAll('"', '')}${/[A-Z]$/.test(sign) ? '\u00a0' : ''}"`;
      return `${own}${amount};-${own}${amount}`;
    }
    case 'percent': return `0${zeros(places)}%`;
    case 'count': return '#,##0';
    case 'ratio': return `#,##0${zeros(places)}`;
    case 'date': return 'yyyy-mm-dd';
    case 'month': return 'yyyy-mm';
    case 'time': return 'hh:mm';
    case 'local_time': return 'yyyy-mm-dd hh:mm';
    default: return '';
  }
}
