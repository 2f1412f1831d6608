// A table that was read, as lines of a form.

import type { ReadTable, TableFault } from '../types.js';

/** A row of a table: what was read, and the texts of what was not, by field. */
export interface TableLine { values: Record<string, unknown>; texts: Map<string, string> }

/** What is wrong with a row as a whole, such as more cells than there are columns: nobody could tell which is which. */
export const isOfRow = ({ row, field }: TableFault): boolean => row !== null && field === null;

export function linesOf({ lines = [], faults }: ReadTable): TableLine[] {
  const all: TableLine[] = lines.map((values) => ({ values, texts: new Map() }));
  const untold = new Set<TableLine | undefined>();
  for (const fault of faults) {
    const line = all[(fault.row ?? 0) - 1];
    if (isOfRow(fault)) untold.add(line);
    else if (fault.field) line?.texts.set(fault.field, fault.text ?? '');
  }
  return all.filter((line) => !untold.has(line));
}
