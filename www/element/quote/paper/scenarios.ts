// The scenarios of a quote on paper: what was entered otherwise, and what each comes to.

import type { AnswerView } from '../../answer/view.js';
import type { Words } from '../../words.js';
import { besideIn } from '../scenarios/beside.js';
import { comparisonOf, type Cell } from '../scenarios/compared.js';
import { sidesOf } from '../scenarios/sides.js';
import type { Table } from './table.js';

export function scenarioTables(view: AnswerView, said: Words): Table[] {
  const sides = sidesOf(view);
  const own = (besideIn(view)?.scenario ?? 0) - 1;
  if (sides.length < 2) return [];
  const { entered, found } = comparisonOf(view, said, sides);
  const rows = [...entered, ...found];
  const written = ({ text, difference, isLowest }: Cell): string => [text, difference, isLowest ? said.ui('scenario_lowest') : ''].filter(Boolean).join(' ');
  return [{
    title: said.ui('scenarios'),
    head: '',
    isEven: true,
    rows: rows.map(({ label }) => label),
    columns: sides.map(({ letter }, at) => ({
      label: said.ui(at === own ? 'paper_scenario' : 'scenario', { letter }), kind: 'text', rank: 1, cells: rows.map(({ cells }) => { const cell = cells[at]; return cell ? written(cell) : ''; }),
    })),
  }];
}
