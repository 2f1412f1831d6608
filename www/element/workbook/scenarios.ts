// The sheet of scenarios: the same question asked otherwise, side by side. The one that the workbook is of follows its cells; the
// others stand as they were answered. Differences and the lowest are formulas.

import type { Format } from '../format.js';
import type { Cell as Compared, Row } from '../quote/scenarios/compared.js';
import { head, type Plan } from './plan.js';
import { addressOf, text, type Cell, type Sheet, type Spot } from './sheet.js';
import type { Say } from './said.js';
import { formatOf, placesOf, scalarOf } from './values.js';

export interface BesideView {
  /** What each is called, and how its numbers are written. */
  columns: { label: string; format: Format }[];
  /** Which of them the workbook is of, and which one differences are counted from. */
  own: number;
  first: number;
  /** What has to be known of them. */
  notes: readonly string[];
  entered: readonly Row[];
  found: readonly Row[];
}

export function addScenarios(plan: Plan, sheet: Sheet, say: Say, { columns, own, first, notes, entered, found }: BesideView): void {
  const others = columns.flatMap(({ label }, at) => (at === first ? [] : [{ label, at }]));
  sheet.widths = [36, ...columns.map(() => 26), ...others.map(() => 22), 14];
  sheet.add(text(say('scenarios'), 'title'));
  sheet.add(text(say('scenarios_note', { own: columns.at(own)?.label ?? '' }), 'note'));
  for (const note of notes) sheet.add(text(note, 'note'));
  sheet.skip();
  const heads = sheet.add(...head('', ...columns.map(({ label }) => label), ...others.map(({ label }) => say('scenario_less', { label, first: columns.at(first)?.label ?? '' })), say('lowest')));
  sheet.frozen = heads + 1;
  const rows = [[say('entered_otherwise'), entered], [say('figures_and_dates'), found]] as const;
  for (const [title, each] of rows) {
    if (each.length) sheet.add(text(title, 'heading'));
    for (const row of each) addRow(row);
  }

  function addRow(row: Row): void {
    const { label, cells } = row;
    const at = sheet.rows.length;
    const cell = (column: number): string => addressOf({ sheet, row: at, column: column + 1 }, sheet);
    const spots = cells.map((each, side): Spot => spotOf(row, each, side));
    sheet.add(text(label, 'label'), ...spots, ...others.map((each) => difference(row, each.at, cell)), lowest(row, cell));
  }

  function spotOf({ kind, currency }: Row, { text: written, value, path }: Compared, side: number): Spot {
    const format = columns.at(side)?.format;
    if (value === undefined || !format) return text(written, 'value');
    if (side === own && path !== undefined) return plan.reference(path, value, sheet);
    return { ...scalarOf(kind, value, () => written), style: 'value', format: formatOf(kind, value, format, currency ?? format.currency) };
  }

  /** What the workbook's own may become is reckoned with, too, where both are alike now. */
  function difference({ kind, currency, cells }: Row, side: number, cell: (column: number) => string): Cell | undefined {
    const [before, after] = [cells.at(first)?.value, cells.at(side)?.value];
    const format = columns.at(side)?.format;
    const by = cells.at(side)?.by;
    // Of times it is told in minutes, and a cell counts days.
    if (kind === 'local_time' || by === undefined || before === undefined || after === undefined || !format) return undefined;
    const places = Math.max(...[before, after].map((value) => (typeof value === 'string' ? placesOf(value) : 0)));
    const written = kind === 'date' ? '#,##0' : formatOf(kind, typeof after === 'string' ? after : undefined, format, currency ?? format.currency, places);
    return { formula: [`ROUND(${cell(side)}-${cell(first)},${kind === 'date' ? 0 : places})`, { number: by }], style: 'value', format: written };
  }

  /** All that are as low as the lowest, where not all are. */
  function lowest({ offers = [], cells }: Row, cell: (column: number) => string): Cell | undefined {
    if (offers.length < 2) return undefined;
    const all = offers.map(cell).join(',');
    const named = (column: number): string => `IF(${cell(column)}=MIN(${all}),${addressOf({ sheet, row: heads, column: column + 1 }, sheet)}&" ","")`;
    const result = cells.flatMap(({ isLowest }, side) => (isLowest ? [columns.at(side)?.label ?? ''] : [])).join(' ');
    return { formula: [`IF(MIN(${all})=MAX(${all}),"",TRIM(${offers.map(named).join('&')}))`, { text: result }], style: 'value' };
  }
}
