// decimal.js as this work needs it, and amounts read and written.

import { Decimal } from 'decimal.js';

// The largest amount has 21 digits; with thirty, no quotient is rounded twice into another cent.
Decimal.set({ precision: 30, rounding: Decimal.ROUND_HALF_UP });

export { Decimal };

const AMOUNT = /^(0|[1-9]\d*)(\.\d{1,2})?$/;

/** An amount as it was entered; none where it is not one. */
export function amountOf(text) {
  if (typeof text !== 'string' || !AMOUNT.test(text)) return undefined;
  const amount = new Decimal(text);
  return amount.isZero() || amount.gt('999999999999.99') ? undefined : amount;
}

/** With its cents. */
export const written = (amount) => amount.toFixed(2);
