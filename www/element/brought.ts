// Entries that one page hands to another. They travel behind the # of the address, which no browser sends to a server.

import type { InputValues } from './types.js';

/** Amounts say nothing without what they are in, and an answer says nothing without its day: one that is not today's goes along. */
export interface Asked { calculator: string; as_of?: string; currency?: string; minor_units?: number; input: InputValues }

const MARK = '#request=';
const CURRENCY = /^[A-Z]{3}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** In characters, as they stand in the address: entries of a full form of 1,000 lines take half of it. */
const LONGEST = 500_000;

/** The address of a calculator's page, such as `{calculator}.html`, with entries. */
export const asking = (pages: string, asked: Asked): string =>
  `${pages.replace('{calculator}', asked.calculator)}${MARK}${encodeURIComponent(JSON.stringify(asked))}`;

/** The entries that an address brings for a calculator, their day and what their amounts are in; nothing else of it is taken. */
export function broughtBy(hash: string, calculator: string): Asked | undefined {
  if (!hash.startsWith(MARK) || hash.length > LONGEST) return undefined;
  try {
    const brought = JSON.parse(decodeURIComponent(hash.slice(MARK.length))) as Partial<Asked> | null;
    const { input } = brought ?? {};
    if (brought?.calculator !== calculator || typeof input !== 'object' || input === null || Array.isArray(input)) return undefined;
    const { as_of, currency, minor_units } = brought;
    return {
      calculator,
      ...(typeof as_of === 'string' && DAY.test(as_of) && { as_of }),
      ...(typeof currency === 'string' && CURRENCY.test(currency) && { currency }),
      ...(typeof minor_units === 'number' && { minor_units }),
      input,
    };
  } catch {
    return undefined;
  }
}
