// Fractions of whole numbers of any length, and how they are rounded. Nothing here is ever nearly right.

export interface Fraction { over: bigint; under: bigint }

const magnitude = (number: bigint): bigint => (number < 0n ? -number : number);

export const whole = (number: bigint | number): Fraction => ({ over: BigInt(number), under: 1n });

/** A decimal such as `-12.50`. */
export function fraction(text: string): Fraction {
  const [, digits = '', places = ''] = /^(-?\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (!digits) throw new RangeError(`${text} is no number`);
  return { over: BigInt(digits + places), under: 10n ** BigInt(places.length) };
}

export const plus = (a: Fraction, b: Fraction): Fraction => ({ over: a.over * b.under + b.over * a.under, under: a.under * b.under });
export const negated = ({ over, under }: Fraction): Fraction => ({ over: -over, under });
export const times = (a: Fraction, b: Fraction): Fraction => ({ over: a.over * b.over, under: a.under * b.under });

export function divided(a: Fraction, b: Fraction): Fraction {
  if (b.over === 0n) throw new RangeError('divided by nothing');
  return b.over < 0n ? { over: -a.over * b.under, under: a.under * -b.over } : { over: a.over * b.under, under: a.under * b.over };
}

/** Below zero where `a` is less, above where it is more. */
export function compared(a: Fraction, b: Fraction): number {
  const difference = a.over * b.under - b.over * a.under;
  return difference < 0n ? -1 : Number(difference > 0n);
}

/** The number where it is a whole one. */
export function wholeOf({ over, under }: Fraction): number {
  if (over % under !== 0n) throw new RangeError(`${over}/${under} is no whole number`);
  return Number(over / under);
}

export type Rounding = 'none' | 'half_up' | 'up' | 'down';

/** A fraction as a decimal of so many places. Undefined where `none` is not exact. */
export function rounded({ over, under }: Fraction, places: number, rounding: Rounding): string | undefined {
  const scaled = magnitude(over) * 10n ** BigInt(places);
  let units = scaled / under;
  const rest = scaled % under;
  if (rounding === 'none' && rest !== 0n) return undefined;
  if (rounding === 'half_up' && rest * 2n >= under) units++;
  if (rounding === 'up' && rest !== 0n) units++;
  const digits = String(units).padStart(places + 1, '0');
  const text = places ? `${digits.slice(0, -places)}.${digits.slice(-places)}` : digits;
  return over < 0n && units !== 0n ? `-${text}` : text;
}
