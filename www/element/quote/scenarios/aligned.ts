// The lines of several scenarios beside each other: a line stands beside the one that it is in the others, wherever that stands in its
// list, so that one line less is one difference.

import { sameness } from '../../page/given.js';
import type { InputValues } from '../../types.js';

/** A row of a request with its path. */
export interface Placed { values: InputValues; path: string }

/** Rows of one line of each list, or nothing where a list has none; in the order of the list that goes first, then what it lacks. */
export function aligned(lists: readonly (readonly Placed[])[], first: number): (Placed | undefined)[][] {
  const base = lists.at(first) ?? [];
  const rows = base.map((line) => lists.map((_, side) => (side === first ? line : undefined)));
  const extra: (Placed | undefined)[][] = [];
  lists.forEach((list, side) => {
    if (side === first) return;
    const partners = matched(base, list);
    list.forEach((line, at) => {
      const place = partners[at];
      const row = place === undefined ? undefined : rows[place];
      if (row) row[side] = line;
      else addTo(extra, line, side, lists.length);
    });
  });
  return [...rows, ...extra];
}

/** A line that the first lacks stands beside the same line of another that has it too. */
function addTo(extra: (Placed | undefined)[][], line: Placed, side: number, sides: number): void {
  const own = sameness(line.values);
  const there = extra.find((row) => row.at(side) === undefined && row.some((each) => each && sameness(each.values) === own));
  const row = there ?? Array.from({ length: sides }, () => undefined as Placed | undefined);
  row[side] = line;
  if (!there) extra.push(row);
}

/** For each line, the place of the one that it is in the base: first the very same, then one that is called the same, then what is left between those, in order. */
function matched(base: readonly Placed[], list: readonly Placed[]): (number | undefined)[] {
  const partners: (number | undefined)[] = list.map(() => undefined);
  const free = new Set(base.keys());
  const pair = (keyOf: (line: Placed) => string | undefined): void => {
    const places = new Map<string, number[]>();
    for (const place of free) {
      const key = keyOf(base[place] as Placed);
      if (key !== undefined) places.set(key, [...(places.get(key) ?? []), place]);
    }
    list.forEach((line, at) => {
      if (partners[at] !== undefined) return;
      const key = keyOf(line);
      const place = key === undefined ? undefined : places.get(key)?.shift();
      if (place === undefined) return;
      partners[at] = place;
      free.delete(place);
    });
  };
  pair(({ values }) => sameness(values));
  pair(({ values }) => nameOf(values));
  // As many lines: what has changed altogether stands where it stood. Else nobody can tell which of them has gone.
  const left = list.flatMap((_, at) => (partners[at] === undefined ? [at] : []));
  if (left.length === free.size) [...free].forEach((place, index) => { partners[left[index] as number] = place; });
  else for (const at of left) if (free.has(at)) { partners[at] = at; free.delete(at); }
  return partners;
}

/** What a line goes by: the texts in it that are no numbers and no days. */
function nameOf(values: InputValues): string | undefined {
  const texts = Object.values(values).filter((value): value is string => typeof value === 'string' && /[^\d.:T-]/.test(value));
  return texts.length ? texts.join('\n') : undefined;
}
