import type { OutValue } from './types.js';

/** Whether there is none of it: no value at all, or an amount or a count of zero. */
export const isNothing = (value: OutValue | undefined): boolean => value === undefined || /^0+(\.0+)?$/.test(String(value));
