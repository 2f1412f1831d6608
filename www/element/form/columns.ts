// Which column of a table is which: asked with its first cells beside it, before anything is filled in.

import { html, nothing, type TemplateResult } from 'lit';
import type { Brought } from './bringing.js';
import type { FormView } from './view.js';

export function columnsTemplate(view: FormView, brought: Brought): TemplateResult {
  const { words, editing, format } = view;
  const { place: { row, field, path }, table, fields } = brought;
  const name = editing.calculator.calculator;
  const id = `c${row.id}-${field.name}`;
  const take = (event: Event): void => {
    const selects = (event.currentTarget as HTMLElement).closest('.columns-asked')?.querySelectorAll('select') ?? [];
    const chosen = Object.fromEntries(table.columns.map(({ header }, index) => [header, selects[index]?.value ?? '']));
    view.choose(brought, chosen);
  };
  // A field that two columns are taken for would hold one of them, and nobody could tell which.
  const only = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    const selects = (event.currentTarget as HTMLElement).closest('.columns-asked')?.querySelectorAll('select') ?? [];
    for (const select of selects) if (select !== event.target && value && select.value === value) select.value = '';
  };
  return html`<section class="columns-asked" aria-labelledby=${id} data-field="${path}.columns" tabindex="-1">
    <h3 id=${id}>${words.ui('columns_title')}</h3>
    <p class="hint">${words.ui('columns_hint', { count: format.count(table.rows), encoding: table.encoding.toUpperCase() })}</p>
    <div class="scrolled"><table>
      <thead><tr>${table.columns.map(({ header }) => html`<th scope="col">${header}</th>`)}</tr>
        <tr>${table.columns.map(({ header, field: taken }) => html`<td><select part="input" data-column=${header} aria-label=${words.ui('columns_field', { column: header })} @change=${only}>
          <option value="" .selected=${!taken}>${words.ui('columns_none')}</option>
          ${fields.map((each) => html`<option value=${each.name} .selected=${each.name === taken}>${words.name(each.name, name)}${each.required ? ' *' : nothing}</option>`)}
        </select></td>`)}</tr></thead>
      <tbody>${samples(table.columns.map(({ sample }) => sample)).map((cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
    </table></div>
    <div class="bar">
      <button type="button" part="button" data-act="take" @click=${take}>${words.ui('columns_take', { count: format.count(table.rows) })}</button>
      <button type="button" part="button" class="quiet" data-act="dismiss" @click=${() => editing.dismiss()}>${words.ui('columns_dismiss')}</button>
    </div>
  </section>`;
}

/** Columns of cells as rows of them. */
const samples = (columns: string[][]): string[][] =>
  Array.from({ length: Math.max(0, ...columns.map(({ length }) => length)) }, (_, at) => columns.map((cells) => cells[at] ?? ''));
