// The sheet of scenarios: the same question asked otherwise, side by side. The one that the workbook is of follows its figures; the
// others stand as they were answered.

import type { Format } from '../format.js';
import type { Row } from '../quote/scenarios/compared.js';
import { head, type Plan } from './plan.js';
import { addressOf, text, type Cell, type Sheet, type Spot } from './sheet.js';
import type { Say } from './said.js';
import { formatOf, placesOf, scalarOf } from './values.js';

export interface BesideView {
  /** What each is called, and how its numbers are written. */
  columns: { label: string; format: Format }[];
  /** Which of them the workbook is of. */
  own: number;
  entered: readonly Row[];
  found: readonly Row[];
}

export function addScenarios(plan: Plan, sheet: Sheet, say: Say, { columns, own, entered, found }: BesideView): void {
  const first = columns[0]?.label ?? '';
  sheet.widths = [40, ...columns.map(() => 22), ...columns.slice(1).map(() => 20), 12];
  sheet.add(text(say('scenarios'), 'title'));
  sheet.add(text(say('scenarios_note', { own: columns.at(own)?.label ?? '' }), 'note'));
  sheet.skip();
  const heads = sheet.add(...head('', ...columns.map(({ label }) => label), ...columns.slice(1).map(({ label }) => say('difference', { label, first })), say('lowest')));
  sheet.frozen = heads + 1;
  for (const [title, rows] of [[say('entered_otherwise'), entered], [say('figures_and_dates'), found]] as const) {
    if (rows.length) sheet.add(text(title, 'heading'));
    for (const row of rows) addRow(row);
  }

  function addRow({ label, kind, currency, path, cells }: Row): void {
    const at = sheet.rows.length;
    const cell = (column: number): string => addressOf({ sheet, row: at, column }, sheet);
    const spots = cells.map(({ text: written, value }, index): Spot => {
      const format = columns[index]?.format;
      if (value === undefined || !format) return text(written, 'value');
      if (index === own && path !== undefined) return plan.reference(path, value, sheet);
      return { ...scalarOf(kind, value, () => written), style: 'value', format: formatOf(kind, value, format, currency ?? format.currency) };
    });
    const differences = cells.slice(1).map(({ value, by }, index): Cell | undefined => {
      const format = columns[index + 1]?.format;
      if (by === undefined || !format) return undefined;
      const places = placesOf(by);
      const written = kind === 'date' ? '#,##0' : formatOf(kind, by, format, currency ?? format.currency, typeof value === 'string' ? placesOf(value) : 0);
      return { formula: [`ROUND(${cell(index + 2)}-${cell(1)},${places})`, { number: by }], style: 'value', format: written };
    });
    const lowest = cells.findIndex(({ isLowest }) => isLowest);
    const all = `${cell(1)}:${cell(cells.length)}`;
    const names = `${addressOf({ sheet, row: heads, column: 1 }, sheet)}:${addressOf({ sheet, row: heads, column: cells.length }, sheet)}`;
    const least: Cell | undefined = lowest < 0 ? undefined : { formula: [`INDEX(${names},MATCH(MIN(${all}),${all},0))`, { text: columns.at(lowest)?.label ?? '' }], style: 'value' };
    sheet.add(text(label, 'label'), ...spots, ...differences, least);
  }
}
