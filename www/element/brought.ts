// Entries that one page hands to another. They travel behind the # of the address, which no browser sends to a server.

import type { InputValues } from './types.js';

export interface Asked { calculator: string; input: InputValues }

const MARK = '#request=';

/** In characters, as they stand in the address: entries of a full form of 1,000 lines take half of it. */
const LONGEST = 500_000;

/** The address of a calculator's page, such as `{calculator}.html`, with entries. */
export const asking = (pages: string, asked: Asked): string =>
  `${pages.replace('{calculator}', asked.calculator)}${MARK}${encodeURIComponent(JSON.stringify(asked))}`;

/** The entries that an address brings for a calculator; nothing of it but those is taken. */
export function broughtBy(hash: string, calculator: string): Asked | undefined {
  if (!hash.startsWith(MARK) || hash.length > LONGEST) return undefined;
  try {
    const brought = JSON.parse(decodeURIComponent(hash.slice(MARK.length))) as Partial<Asked> | null;
    const { input } = brought ?? {};
    if (brought?.calculator !== calculator || typeof input !== 'object' || input === null || Array.isArray(input)) return undefined;
    return { calculator, input };
  } catch {
    return undefined;
  }
}
