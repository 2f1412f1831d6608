// What stands in the formula of a step: the names of its values, and what it calls.

import { source } from './sources.mjs';

const { callsIn, namesIn, parse } = await source('formula/parse');

/** All that a step names where it is shown, each once: of a value that the answer does not have, its own name too. */
export const namedIn = ({ formula, figure }) => [...namesIn(parse(formula)), ...(figure.startsWith('between.') ? [figure.split('.').at(-1)] : [])];

/** What a step's formula calls, each once. */
export const callsOf = ({ formula }) => callsIn(parse(formula));
