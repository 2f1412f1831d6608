// A contract that says everything otherwise: each number of a pack is another one, and none of the new ones is an old one.

import { numbersIn, spokenOf, unitOf } from './numerals.mjs';

/** Nothing of a document is near these. */
const MORE = 17;
const PERCENT_MORE = 13.7;

const shifted = (time) => {
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + 41;
  return [minutes / 60, minutes % 60].map((part) => String(Math.floor(part)).padStart(2, '0')).join(':');
};

function changed(unit, value) {
  if (unit === 'time') return shifted(value);
  if (typeof value === 'number') return value + MORE;
  if (unit !== 'percent') return String(Number(value) + MORE);
  const percent = Number(value) < 50 ? Number(value) + PERCENT_MORE : Number(value) - PERCENT_MORE;
  return String(Number(percent.toFixed(4)));
}

/** The pack as somebody else would hand it in, and what of the old one no sentence may say any more. */
export function changedTerms({ digest: _, ...pack }) {
  const own = structuredClone(pack);
  for (const { name, value, holder, key } of numbersIn(own)) holder[key] = changed(unitOf(name), value);
  const now = spokenOf(own);
  const gone = spokenOf(pack).filter(({ value, unit }) => !now.some((term) => term.value === value && term.unit === unit));
  return { pack: own, gone };
}
