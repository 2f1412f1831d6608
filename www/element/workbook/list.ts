// Several cells that one name stands for, as a formula takes them together: as few ranges as there can be.

import { addressOf, rangeOf, type Home, type Sheet } from './sheet.js';
import { Untranslated } from './untranslated.js';

/** Cells below each other; `count` is how many of them hold something. */
interface Run { first: Home; lastRow: number; count: number }

const isBeside = (one: Home, other: Home): boolean => one.sheet === other.sheet && one.column === other.column;

/** Whether between two cells of a column nothing stands that would be counted too. */
function isFree({ sheet, row, column }: Home, until: number): boolean {
  for (let at = row + 1; at < until; at++) if (!sheet.isBlank(at, column)) return false;
  return true;
}

function runs(homes: readonly Home[], inOrder: boolean): Run[] {
  const found: Run[] = [];
  const sorted = inOrder ? homes : [...homes].sort((one, other) => one.row - other.row);
  for (const home of sorted) {
    const last = found.at(-1);
    const end = last && { ...last.first, row: last.lastRow };
    const goesOn = end && isBeside(end, home) && home.row > end.row && (inOrder ? home.row === end.row + 1 : isFree(end, home.row));
    if (last && goesOn) {
      last.lastRow = home.row;
      last.count++;
    } else found.push({ first: home, lastRow: home.row, count: 1 });
  }
  return found;
}

/** The ranges of a list, in whatever order; blank cells between count for nothing. */
export const ranges = (homes: readonly Home[], from: Sheet): string[] => runs(homes, false).map(({ first, lastRow }) => rangeOf(first, lastRow, from));

/** The one range that has the cells in their order, and nothing else. */
export function row(homes: readonly Home[], from: Sheet): string {
  const [only, ...others] = runs(homes, true);
  if (!only || others.length) throw new Untranslated('scattered');
  return rangeOf(only.first, only.lastRow, from);
}

/** Whether one range has them. */
export const isRow = (homes: readonly Home[]): boolean => runs(homes, true).length === 1;

/** The cells one by one. */
export const each = (homes: readonly Home[], from: Sheet): string[] => homes.map((home) => addressOf(home, from));
