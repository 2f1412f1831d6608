// A number as the cell of a figure has it: rounded as its step says, in whole units, with what has to hold for that to be exact.

import type { Rounding } from '../formula/exact.js';
import { bracketed, constant, EXACT, gcd, isConstant, multiplied, SAFE, written, type Num, type Whole } from './whole.js';
import { Untranslated } from './untranslated.js';

export interface Reckoned {
  formula: string;
  /** What has to stay below a bound for the figure to be exact, and that bound. */
  exact: { of: string; below: bigint } | undefined;
}

const inBrackets = (expression: Whole): string => (/[-+*/]/.test(written(expression)) ? `(${written(expression)})` : written(expression));

/** The quotient of two whole expressions. */
const over = (top: string, under: Whole): string => `${top}/${inBrackets(under)}`;

/** `units`: how many of the smallest units of the result make one. */
export function reckoned({ over: top, under, plain }: Num, rounding: Rounding, units: bigint, mayBeNegative: boolean): Reckoned {
  if (rounding === 'none') {
    if (plain !== undefined) return { formula: plain, exact: undefined };
    if (top.most >= EXACT || under.most >= EXACT) throw new Untranslated('too_large');
    const isWhole = isConstant(under) && under.by === 1n;
    return { formula: isWhole ? written(top) : over(bracketed(top), under), exact: { of: written(top), below: EXACT } };
  }
  const shared = gcd(top.by * units, under.by);
  const scaled = { ...multiplied(top, constant(units)), by: (top.by * units) / shared, value: (top.value * units) / shared };
  const by = { ...under, by: under.by / shared, value: under.value / shared };
  const { formula, exact } = isConstant(by) && by.by === 1n ? asItIs(scaled) : cut(scaled, by, rounding, mayBeNegative);
  const isOne = !mayBeNegative && /^-?INT\(/.test(formula) && exact?.below !== EXACT;
  return { formula: units === 1n ? formula : `${isOne ? formula : `(${formula})`}/${units}`, exact };
}

function asItIs(top: Whole): Reckoned {
  if (top.value >= EXACT) throw new Untranslated('too_large');
  return { formula: written(top), exact: { of: written(top), below: EXACT } };
}

/** A whole number over another, rounded to a whole one. */
function cut(top: Whole, under: Whole, rounding: Rounding, mayBeNegative: boolean): Reckoned {
  const doubled = rounding === 'half_up' && !(isConstant(under) && under.by % 2n === 0n);
  const largest = (top.value < 0n ? -top.value : top.value) * (doubled ? 2n : 1n) + under.value;
  // Somebody may enter more than stands there now; a check beside the figure says where that is too much.
  if (largest * 8n < SAFE) {
    const formula = mayBeNegative
      ? `SIGN(${written(top)})*${whole(`ABS(${written(top)})`, under, rounding, doubled)}`
      : whole(written(top), under, rounding, doubled);
    return { formula, exact: { of: written(top), below: SAFE / (doubled ? 2n : 1n) } };
  }
  if (mayBeNegative) throw new Untranslated('too_large');
  return parted(top, under, rounding, doubled);
}

/** `top` over `under`, as a whole number. */
function whole(top: string, under: Whole, rounding: Rounding, doubled: boolean): string {
  const inOne = /[-+]/.test(top) ? `(${top})` : top;
  if (rounding === 'down') return `INT(${over(inOne, under)})`;
  if (rounding === 'up') return `-INT(-${over(inOne, under)})`;
  if (!doubled) return `INT(${over(`(${top}+${under.by / 2n})`, under)})`;
  return `INT(${over(`(2*${inOne}+${written(under)})`, multiplied(under, constant(2n)))})`;
}

/**
 * A product that is too large, in two parts: with the one factor h times the divisor and a rest l, the quotient is h times the other
 * factor and what comes of l alone. Whatever h is, that holds exactly.
 */
function parted(top: Whole, under: Whole, rounding: Rounding, doubled: boolean): Reckoned {
  if (!isConstant(under)) throw new Untranslated('too_large');
  const divisor = under.by;
  const ways = top.factors.map((_, at) => {
    const factor = top.factors[at] as Whole;
    const rest = top.factors.filter((__, other) => other !== at).reduce(multiplied, constant(top.by));
    // What is left of the division times the factor has to be as small as any other.
    return { factor, rest, size: divisor * factor.value * (doubled ? 4n : 2n) };
  }).filter(({ factor, rest, size }) => size < SAFE && rest.most * 8n < EXACT && rest.value * 8n < EXACT && factor.rank !== 'sum' && (rest.value / divisor) * factor.value * 8n < EXACT);
  const [best] = ways.sort((one, other) => (one.size < other.size ? -1 : 1));
  if (!best) throw new Untranslated('too_large');
  const { factor, rest } = best;
  const [x, p] = [bracketed(rest), written(factor)];
  const times = `INT(${over(x, under)})`;
  const left = `(${x}-${times}*${divisor})*${p}`;
  return { formula: `${times}*${p}+${whole(left, under, rounding, doubled)}`, exact: { of: written(rest), below: EXACT } };
}
