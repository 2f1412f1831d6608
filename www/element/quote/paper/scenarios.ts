// The scenarios of a quote on paper: what was entered otherwise, and what each comes to.

import type { AnswerView } from '../../answer/view.js';
import type { Words } from '../../words.js';
import { comparisonOf, type Cell, type Row } from '../scenarios/compared.js';
import { notesOf, sidesOf } from '../scenarios/sides.js';
import type { Table } from './table.js';

/** As many entries that differ as a sheet is to have. */
const MOST_ENTRIES = 500;

export function scenarioTables(view: AnswerView, said: Words): Table[] {
  const sides = sidesOf(view);
  if (sides.length < 2) return [];
  const { entered, found, more, from } = comparisonOf(view, said, sides, MOST_ENTRIES);
  const written = ({ text, difference, isLowest }: Cell): string =>
    [text, difference && said.ui('scenario_by', { by: difference }), isLowest ? said.ui('scenario_lowest') : ''].filter(Boolean).join(' ');
  const table = (title: string, rows: readonly Row[], notes: string[]): Table[] => (rows.length ? [{
    title: [said.ui('scenarios'), title].join(view.words.colon),
    head: '',
    isEven: true,
    notes,
    rows: rows.map(({ label }) => label),
    columns: sides.map(({ letter, kept }, at) => ({
      label: said.ui(kept ? 'scenario' : 'paper_scenario', { letter }), kind: 'text', rank: 1, cells: rows.map(({ cells }) => { const cell = cells[at]; return cell ? written(cell) : ''; }),
    })),
  }] : []);
  return [
    ...table(said.ui('scenario_entered'), entered, more ? [said.ui('scenario_more', { count: view.format.count(more) })] : []),
    ...table(said.ui('scenario_found'), found, [...notesOf(view, said), ...(from ? [said.ui('scenario_differences', { letter: from })] : [])]),
  ];
}
