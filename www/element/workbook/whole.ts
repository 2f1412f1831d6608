// Numbers of a formula as a spreadsheet reckons with them exactly: as whole numbers over whole numbers. A spreadsheet has no other
// numbers than floats, and those are exact as long as they are whole and below 2^53. So an amount goes in as its smallest units, a
// percentage as millionths, and only the last division leaves whole numbers.

import { divided, fraction, negated, plus as added, times, whole, type Fraction } from '../formula/exact.js';
import { Untranslated } from './untranslated.js';

/** Whole numbers are all there up to 2^53; but spreadsheets show, and LibreOffice hands on, no more than 15 digits. */
export const EXACT = 10n ** 15n;

/**
 * Up to here a quotient of whole numbers is never taken for the next whole one: LibreOffice rounds to 15 digits before it cuts, so that
 * what is nearer to a whole number than that would be.
 */
export const SAFE = 10n ** 14n;

/** What binds how strongly: a sum, a product, a single value. */
export type Rank = 'sum' | 'product' | 'single';

/** An expression of whole numbers: `by` times its text, with its value here, and the greatest that comes up on the way. */
export interface Whole { text: string; rank: Rank; by: bigint; value: bigint; most: bigint; factors: Whole[] }

/** A number: one whole expression over another; `plain` where a cell has it as it is. */
export interface Num { is: 'number'; over: Whole; under: Whole; plain: string | undefined; value: Fraction }

const sizeOf = (number: bigint): bigint => (number < 0n ? -number : number);
const most = (...numbers: bigint[]): bigint => numbers.map(sizeOf).reduce((one, other) => (one > other ? one : other), 0n);

export function gcd(one: bigint, other: bigint): bigint {
  let [a, b] = [sizeOf(one), sizeOf(other)];
  while (b) [a, b] = [b, a % b];
  return a || 1n;
}

export const constant = (number: bigint): Whole => ({ text: '', rank: 'single', by: number, value: number, most: sizeOf(number), factors: [] });

export const isConstant = ({ text }: Whole): boolean => text === '';

export function single(text: string, value: bigint): Whole {
  const own: Whole = { text, rank: 'single', by: 1n, value, most: sizeOf(value), factors: [] };
  own.factors = [own];
  return own;
}

const inProduct = (text: string, rank: Rank): string => (rank === 'sum' ? `(${text})` : text);

export const written = ({ text, rank, by }: Whole): string =>
  (text === '' ? String(by) : by === 1n ? text : `${by}*${inProduct(text, rank)}`);

/** A written expression in a product, or behind a minus. */
export const bracketed = (expression: Whole): string => (expression.rank === 'sum' && expression.by === 1n ? `(${written(expression)})` : written(expression));

export function multiplied(one: Whole, other: Whole): Whole {
  const by = one.by * other.by;
  const value = one.value * other.value;
  const size = most(one.most, other.most, value);
  if (isConstant(one) || isConstant(other)) {
    const { text, rank, factors } = isConstant(one) ? other : one;
    return { text, rank, by, value, most: size, factors };
  }
  return { text: `${inProduct(one.text, one.rank)}*${inProduct(other.text, other.rank)}`, rank: 'product', by, value, most: size, factors: [...one.factors, ...other.factors] };
}

function summed(one: Whole, other: Whole, sign: '+' | '-'): Whole {
  const value = sign === '+' ? one.value + other.value : one.value - other.value;
  if (isConstant(one) && isConstant(other)) return constant(value);
  const shared = gcd(one.by, other.by);
  const [left, right] = [{ ...one, by: one.by / shared }, { ...other, by: other.by / shared }];
  const behind = sign === '-' ? bracketed(right) : written(right);
  const sum: Whole = { text: `${written(left)}${sign}${behind}`, rank: 'sum', by: shared, value, most: most(one.most, other.most, value), factors: [] };
  sum.factors = [{ ...sum, by: 1n, value: value / shared, factors: [] }];
  return sum;
}

const scaled = (expression: Whole, by: bigint): Whole => multiplied(expression, constant(by));

export const number = (over: Whole, under: Whole, value: Fraction, plain?: string): Num => ({ is: 'number', ...reduced(over, under), plain, value });

export const digits = (text: string): Num => number(constant(BigInt(text)), constant(1n), fraction(text), text);

function reduced(over: Whole, under: Whole): { over: Whole; under: Whole } {
  const shared = gcd(over.by, under.by);
  if (shared === 1n) return { over, under };
  // Its greatest may have come up before; it is kept, which errs to the safe side.
  return { over: { ...over, by: over.by / shared, value: over.value / shared }, under: { ...under, by: under.by / shared, value: under.value / shared } };
}

/** Two numbers over one: what stands over it of each. */
export function alike(one: Num, other: Num): { left: Whole; right: Whole; under: Whole } {
  if (isConstant(one.under) && isConstant(other.under)) {
    const under = (one.under.by / gcd(one.under.by, other.under.by)) * other.under.by;
    return { left: scaled(one.over, under / one.under.by), right: scaled(other.over, under / other.under.by), under: constant(under) };
  }
  return { left: multiplied(one.over, other.under), right: multiplied(other.over, one.under), under: multiplied(one.under, other.under) };
}

export function sum(one: Num, other: Num, sign: '+' | '-'): Num {
  const { left, right, under } = alike(one, other);
  return number(summed(left, right, sign), under, sign === '+' ? added(one.value, other.value) : added(one.value, negated(other.value)));
}

export const product = (one: Num, other: Num): Num => number(multiplied(one.over, other.over), multiplied(one.under, other.under), times(one.value, other.value));

export function quotient(one: Num, other: Num): Num {
  if (other.over.value <= 0n) throw new Untranslated('form');
  return number(multiplied(one.over, other.under), multiplied(one.under, other.over), divided(one.value, other.value));
}

/** One of several numbers, by a call of the spreadsheet's that takes them all. */
export function oneOf(parts: Num[], value: Fraction, call: (written: string[]) => string): Num {
  const plain = parts.every((part) => part.plain !== undefined) ? call(parts.map((part) => part.plain ?? '')) : undefined;
  if (!parts.every(({ under }) => isConstant(under))) throw new Untranslated('form');
  const under = parts.reduce((all, part) => (all / gcd(all, part.under.by)) * part.under.by, 1n);
  const over = parts.map((part) => scaled(part.over, under / part.under.by));
  const own = single(call(over.map(written)), (value.over * under) / value.under);
  return number({ ...own, most: most(own.most, ...over.map((part) => part.most)) }, constant(under), value, plain);
}

export const wholeNumber = (text: string, value: number, plain?: string): Num => number(single(text, BigInt(value)), constant(1n), whole(value), plain);

/** A number that has to be a whole one: of days, months or minutes. */
export function count({ over, under, plain }: Num): string {
  if (plain !== undefined) return plain;
  if (!isConstant(under) || under.by !== 1n) throw new Untranslated('form');
  return written(over);
}
