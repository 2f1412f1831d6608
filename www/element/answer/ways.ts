// Totals of several ways beside each other: each way a row, with its tax and its total with tax where there is a rate.

import { html, nothing, type TemplateResult } from 'lit';
import { show } from '../format.js';
import { figure, working } from './working.js';
import type { AnswerView } from './view.js';

/** What stands beside each other of a way, in this order. */
const COLUMNS = ['net', 'tax', 'gross'] as const;

/** All figures that stand in the table. */
export const waysOf = (view: AnswerView): Set<string> => new Set((view.calculator.answer.ways ?? []).flatMap((way) => COLUMNS.map((column) => way[column])));

/** The columns that an answer has something in. */
const columnsIn = ({ answer, calculator: { answer: { ways = [] } } }: AnswerView): (typeof COLUMNS)[number][] =>
  COLUMNS.filter((column) => ways.some((way) => answer.figures[way[column]] !== undefined));

/** What each is called, and the figures in it, way by way. */
export const waysColumns = (view: AnswerView): { label: string; names: string[] }[] => columnsIn(view).map((column) =>
  ({ label: view.words.ui(`ways_${column}`), names: (view.calculator.answer.ways ?? []).map((way) => way[column]) }));

export function waysTemplate(view: AnswerView): TemplateResult | typeof nothing {
  const { answer, words, format, calculator } = view;
  const { ways = [] } = calculator.answer;
  if (!ways.length) return nothing;
  const columns = columnsIn(view);
  const label = (column: string): string => words.ui(`ways_${column}`);
  return html`<section class="lines ways"><h2>${words.ui('ways_total', { years: format.count(answer.lines.length) })}</h2><table role="table" class="${columns.length > 1 ? 'few' : 'two'}">
    <thead role="rowgroup"><tr role="row">
      <th role="columnheader" scope="col">${words.ui('ways')}</th>
      ${columns.map((column) => html`<th role="columnheader" scope="col" class="money">${label(column)}</th>`)}
    </tr></thead>
    <tbody role="rowgroup">${ways.map((way) => {
      const paths = columns.map((column) => `figures.${way[column]}`);
      const opened = paths.filter((path) => view.open.has(path));
      return html`<tr role="row">
        <th role="rowheader" scope="row">${words.name(way.net, calculator.calculator)}</th>
        ${columns.map((column) => {
          const value = answer.figures[way[column]];
          return html`<td role="cell" class="money ${value === undefined ? 'none' : ''}">${value === undefined ? nothing
            : html`<span class="cell-label" aria-hidden="true">${label(column)}</span>${figure(view, `figures.${way[column]}`, show({ name: way[column], kind: 'money' }, value, words, format))}`}</td>`;
        })}
      </tr>
      ${opened.length ? html`<tr role="row" class="opened"><td role="cell" colspan=${columns.length + 1}>${opened.map((path) => working(view, path))}</td></tr>` : nothing}`;
    })}</tbody>
  </table></section>`;
}
