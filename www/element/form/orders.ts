// Days of a column that can be two, such as 3/4/2027: whoever brings it says once for all of them whether the day stands first.

import { html, type TemplateResult } from 'lit';
import type { TableColumn, TableFault } from '../types.js';
import type { Brought } from './bringing.js';
import type { FormView } from './view.js';

/** One such day has its own two buttons beside it. */
const FEW = 1;

interface Asked { column: TableColumn; text: string; dayFirst: string; monthFirst: string }

export const ordersAsked = (view: FormView, brought: Brought): TemplateResult[] =>
  brought.table.columns.flatMap((column) => {
    const asked = (column.days?.either ?? 0) > FEW ? firstOf(column, brought.table.faults) : undefined;
    return asked ? [question(view, brought, asked)] : [];
  });

/** The first of them, with the day that it is in either order. */
function firstOf(column: TableColumn, faults: TableFault[]): Asked | undefined {
  const fault = faults.find(({ code, field }) => code === 'ambiguous' && field === column.field);
  const { text = '', values: { readings } = {} } = fault ?? {};
  const first = Number(/^\D*(\d{1,2})\D/.exec(text.normalize('NFKC'))?.[1]);
  const days = Array.isArray(readings) ? readings.map(String) : [];
  const dayFirst = days.find((day) => Number(day.slice(8, 10)) === first);
  const monthFirst = days.find((day) => Number(day.slice(5, 7)) === first);
  return dayFirst && monthFirst && dayFirst !== monthFirst ? { column, text, dayFirst, monthFirst } : undefined;
}

function question(view: FormView, brought: Brought, { column, text, dayFirst, monthFirst }: Asked): TemplateResult {
  const { words, format, editing: { calculator } } = view;
  const { header, field, days } = column;
  const said = words.ui('days_asked', { count: format.count(days?.either ?? 0), column: words.name(field ?? '', calculator.calculator), text });
  const button = (key: string, day: string, isDayFirst: boolean): TemplateResult => html`<button type="button" part="button" data-order=${isDayFirst ? 'day' : 'month'}
    @click=${() => view.order(brought, header, isDayFirst)}>${words.ui(key, { day: format.date(day) })}</button>`;
  return html`<span class="readings" role="group" aria-label=${said}><span>${said}</span>${button('days_first', dayFirst, true)}${button('months_first', monthFirst, false)}</span>`;
}
