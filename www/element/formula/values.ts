// What stands in a formula, as it counts there: numbers as fractions, days and times as points, flags, keys, and lists of them.

import type { Kind, OutValue } from '../types.js';
import { DAY_MINUTES, dayIn, dayOf, dayText, minutesOf, monthFrom, monthText, timeText } from './days.js';
import { compared, divided, fraction, rounded, times, type Fraction, type Rounding } from './exact.js';

/** A point of the calendar or the clock, by the unit in which it is counted. */
export interface Point { unit: 'date' | 'month' | 'time' | 'local_time'; at: number }

export type Value = { number: Fraction } | { point: Point } | { flag: boolean } | { key: string } | { list: Value[] };

const HUNDRED = fraction('100');

/** What a value of a kind counts as. */
export function valueOf(kind: Kind, value: OutValue): Value {
  if (Array.isArray(value)) return { list: value.map((each) => valueOf(kind, each as OutValue)) };
  if (typeof value === 'boolean') return { flag: value };
  const text = String(value);
  switch (kind) {
    case 'percent': return { number: divided(fraction(text), HUNDRED) };
    case 'money': case 'rate': case 'ratio': case 'count': return { number: fraction(text) };
    case 'date': return { point: { unit: 'date', at: dayOf(text) } };
    case 'month': return { point: { unit: 'month', at: monthFrom(text) } };
    case 'time': return { point: { unit: 'time', at: minutesOf(text) } };
    case 'local_time': return { point: { unit: 'local_time', at: dayOf(text.slice(0, 10)) * DAY_MINUTES + minutesOf(text.slice(11)) } };
    default: return { key: text };
  }
}

/** A value as an answer writes it, rounded to as many decimals as `like` has. Undefined where `none` is not exact. */
export function written(value: Value, kind: Kind, rounding: Rounding, like: string): string | boolean | undefined {
  if ('flag' in value) return value.flag;
  if ('key' in value) return value.key;
  if ('number' in value) {
    const places = like.split('.')[1]?.length ?? 0;
    return rounded(kind === 'percent' ? times(value.number, HUNDRED) : value.number, places, rounding);
  }
  if ('list' in value) return undefined;
  const { unit, at } = value.point;
  switch (unit) {
    case 'date': return dayText(at);
    case 'month': return monthText(at);
    case 'time': return timeText(at);
    case 'local_time': return `${dayText(dayIn(at))}T${timeText(at - dayIn(at) * DAY_MINUTES)}`;
  }
}

export function numberOf(value: Value): Fraction {
  if (!('number' in value)) throw new RangeError(`a ${Object.keys(value).join()} is no number`);
  return value.number;
}

export function holds(value: Value): boolean {
  if (!('flag' in value)) throw new RangeError(`a ${Object.keys(value).join()} neither holds nor does not`);
  return value.flag;
}

/** Below zero where the first is less or earlier: of numbers, or of points of one unit. */
export function ranked(one: Value, other: Value): number {
  if ('number' in one && 'number' in other) return compared(one.number, other.number);
  if ('point' in one && 'point' in other && one.point.unit === other.point.unit) return one.point.at - other.point.at;
  throw new RangeError('of two kinds neither is the greater');
}

export function isSame(one: Value, other: Value): boolean {
  if ('key' in one && 'key' in other) return one.key === other.key;
  if ('flag' in one && 'flag' in other) return one.flag === other.flag;
  return ranked(one, other) === 0;
}
