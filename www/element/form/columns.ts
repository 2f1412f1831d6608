// Which column of a table is which: asked with its first cells beside it, before anything is filled in.

import { html, nothing, type TemplateResult } from 'lit';
import type { TableColumn } from '../types.js';
import type { Brought } from './bringing.js';
import type { FormView } from './view.js';

const around = (event: Event): HTMLElement | null => (event.currentTarget as HTMLElement).closest<HTMLElement>('.columns-asked');

const selectsIn = (section: HTMLElement | null): HTMLSelectElement[] => [...(section?.querySelectorAll('select') ?? [])];

/** A field that two columns are taken for would hold one of them, and nobody could tell which. */
function chooseOnce(event: Event): void {
  const chosen = event.target as HTMLSelectElement;
  const section = around(event);
  const selects = selectsIn(section);
  for (const select of selects) if (select !== chosen && chosen.value && select.value === chosen.value) select.value = '';
  // Without any there is nothing to fill in.
  const take = section?.querySelector<HTMLButtonElement>('[data-act=take]');
  if (take) take.disabled = selects.every(({ value }) => !value);
}

export function columnsTemplate(view: FormView, brought: Brought): TemplateResult {
  const { words, editing, format } = view;
  const { place: { row, field, path }, table: { columns, rows, encoding } } = brought;
  const id = `c${row.id}-${field.name}`;
  const take = (event: Event): void => {
    const selects = selectsIn(around(event));
    view.choose(brought, Object.fromEntries(columns.map(({ header }, index) => [header, selects[index]?.value ?? ''])));
  };
  const count = { count: format.count(rows) };
  const read = encoding === 'utf-8' ? words.ui('columns_read', count) : words.ui('columns_read_as', { ...count, encoding: encoding.toUpperCase() });
  return html`<section class="columns-asked" aria-labelledby=${id} data-field="${path}.columns" tabindex="-1">
    <h3 id=${id}>${words.ui('columns_title')}</h3>
    <p class="hint">${[read, words.ui('columns_hint')].join(words.space)}</p>
    <ul>${columns.map((column, index) => columnTemplate(view, brought, column, `${id}-${index}`))}</ul>
    <div class="bar">
      <button type="button" part="button" data-act="take" ?disabled=${!columns.some((each) => each.field)} @click=${take}>${words.ui('columns_take', count)}</button>
      <button type="button" part="button" class="quiet" data-act="dismiss" @click=${() => editing.arriving.dismiss()}>${words.ui('columns_dismiss')}</button>
    </div>
  </section>`;
}

function columnTemplate({ words, editing: { calculator } }: FormView, { table, fields }: Brought, column: TableColumn, id: string): TemplateResult {
  const { header, field: taken, use, sample } = column;
  const cells = sample.filter((cell) => cell.trim());
  return html`<li class=${use === 'ask' ? 'open' : ''}>
    <label for=${id}>${table.headed ? header : words.ui('column', { n: header })}</label>
    <select id=${id} part="input" data-column=${header} aria-describedby="${id}-cells" @change=${chooseOnce}>
      <option value="" .selected=${!taken}>${words.ui('columns_none')}</option>
      ${fields.map(({ name, required }) => html`<option value=${name} .selected=${name === taken}>${words.name(name, calculator.calculator)}${
        required ? `${words.space}${words.ui('columns_needed')}` : nothing}</option>`)}
    </select>
    <span class="cells-shown" id="${id}-cells">${cells.map((cell) => html`<span>${cell}</span> `)}</span>
  </li>`;
}
