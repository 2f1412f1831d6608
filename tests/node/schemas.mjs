// The JSON Schemas of the package, compiled.

import assert from 'node:assert/strict';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { isRefusal, read } from './core.mjs';

/** As the strictest would have it: whatever is no part of the standard, or of no type, is an error here. Days are held by their pattern. */
const STRICT = { strictSchema: true, strictTypes: true, strictTuples: true, formats: { date: true } };

/** Says whether something is what a schema of the package, or one of its definitions, is about, and all that is wrong with it. */
export function checkOf(name, definition = '', options = { allErrors: true }) {
  const schema = JSON.parse(read(`pkg/${name}.schema.json`));
  return new Ajv2020({ ...STRICT, ...options }).addSchema(schema).getSchema(schema.$id + definition);
}

/** Says whether something is what `quote` gives back; the first thing that is wrong is enough. */
export const isOutcome = checkOf('answer', '', {});

/** What `quote` gave back is what the package says of it. */
export function assertInSchema(outcome) {
  if (isOutcome(outcome)) return;
  // All errors of the one that is meant say more than some of both.
  const check = checkOf('answer', isRefusal(outcome) ? '#/$defs/refusal' : '#/$defs/answer');
  check(outcome);
  assert.fail(`${JSON.stringify(check.errors)}\n${JSON.stringify(outcome).slice(0, 2_000)}`);
}
