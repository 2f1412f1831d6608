// Totals of several ways beside each other: each way a row, with its tax and its total with tax where there is a rate.

import { html, nothing, type TemplateResult } from 'lit';
import { show } from '../format.js';
import { figure, working } from './working.js';
import type { AnswerView } from './view.js';

/** What the names of a way's own tax and of its total with tax end in. */
const COLUMNS = ['', '_tax', '_gross'];

/** The figures that come with a total with tax of their own: several of them are ways to be weighed. */
function waysIn({ calculator: { answer: { figures } } }: AnswerView): string[] {
  const ways = figures.filter(({ name }) => figures.some((other) => other.name === `${name}_gross`)).map(({ name }) => name);
  return ways.length > 1 ? ways : [];
}

/** All figures that stand in the table. */
export const waysOf = (view: AnswerView): Set<string> => new Set(waysIn(view).flatMap((way) => COLUMNS.map((column) => `${way}${column}`)));

export function waysTemplate(view: AnswerView): TemplateResult | typeof nothing {
  const { answer, words, format, calculator } = view;
  const ways = waysIn(view);
  if (!ways.length) return nothing;
  const columns = COLUMNS.filter((column) => ways.some((way) => answer.figures[`${way}${column}`] !== undefined));
  const label = (column: string): string => words.ui(`ways${column || '_net'}`);
  return html`<section class="lines ways"><h2>${words.ui('ways_total', { years: format.count(answer.lines.length) })}</h2><table role="table" class="${columns.length > 1 ? 'few' : 'two'}">
    <thead role="rowgroup"><tr role="row">
      <th role="columnheader" scope="col">${words.ui('ways')}</th>
      ${columns.map((column) => html`<th role="columnheader" scope="col" class="money">${label(column)}</th>`)}
    </tr></thead>
    <tbody role="rowgroup">${ways.map((way) => {
      const paths = columns.map((column) => `figures.${way}${column}`);
      const opened = paths.filter((path) => view.open.has(path));
      return html`<tr role="row">
        <th role="rowheader" scope="row">${words.name(way, calculator.calculator)}</th>
        ${columns.map((column) => {
          const value = answer.figures[`${way}${column}`];
          return html`<td role="cell" class="money ${value === undefined ? 'none' : ''}">${value === undefined ? nothing
            : html`<span class="cell-label" aria-hidden="true">${label(column)}</span>${figure(view, `figures.${way}${column}`, show(way, value, words, format, 'money'))}`}</td>`;
        })}
      </tr>
      ${opened.length ? html`<tr role="row" class="opened"><td role="cell" colspan=${columns.length + 1}>${opened.map((path) => working(view, path, 'money'))}</td></tr>` : nothing}`;
    })}</tbody>
  </table></section>`;
}
