// The built package, loaded the way anybody loads it in Node, and what others must answer to be measured against it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { initSync } from '../pkg/clausewise.js';

export const root = new URL('../', import.meta.url);

initSync({ module: readFileSync(new URL('pkg/clausewise_bg.wasm', root)) });

export { calculators, quote, quoteCsv } from '../pkg/clausewise.js';

/** Which clause a step cites and how its formula is worded may change without the work becoming another. */
const WORDED = new Set(['clause', 'formula']);

/** The first place where two values differ, and how; nothing where they are the same. */
function difference(theirs, ours, path) {
  if (typeof theirs !== 'object' || typeof ours !== 'object') {
    return theirs === ours ? undefined : `${path} is ${theirs} instead of ${ours}`;
  }
  for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
    const found = WORDED.has(key) ? undefined : difference(theirs[key], ours[key], `${path}.${key}`);
    if (found) return found;
  }
  return undefined;
}

/** Stops where another's answer is not the core's: a race is fair only where both do all of the work. */
export const assertSameAnswer = (theirs, ours) => assert.equal(difference(theirs, ours, 'answer'), undefined);
