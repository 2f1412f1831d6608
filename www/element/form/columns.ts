// Which column of a table is which: asked with its first cells beside it, before anything is filled in.

import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { TableColumn } from '../types.js';
import type { Brought } from './bringing.js';
import type { FormView } from './view.js';

const around = (event: Event): HTMLElement | null => (event.currentTarget as HTMLElement).closest<HTMLElement>('.columns-asked');

const selectsIn = (section: HTMLElement | null): HTMLSelectElement[] => [...(section?.querySelectorAll('select') ?? [])];

/** What every line needs and no column gives is said before anything is filled in. */
function sayLacking({ words, editing: { calculator }, format }: FormView, { fields }: Brought, section: HTMLElement | null): void {
  const given = selectsIn(section).map(({ value }) => value);
  const lacking = fields.filter(({ name, required, only_if }) => required && !only_if && !given.includes(name));
  const place = section?.querySelector('.lacking');
  const said = lacking.length ? words.ui('columns_lacking', { fields: format.list(lacking.map(({ name }) => words.ui('left_out_text', { text: words.name(name, calculator.calculator) }))) }) : '';
  if (place && place.textContent !== said) place.textContent = said;
}

/** A field that two columns are taken for would hold one of them, and nobody could tell which. */
const chooseOnce = (view: FormView, brought: Brought) => (event: Event): void => {
  const chosen = event.target as HTMLSelectElement;
  const section = around(event);
  const selects = selectsIn(section);
  for (const select of selects) if (select !== chosen && chosen.value && select.value === chosen.value) select.value = '';
  // Without any there is nothing to fill in.
  const take = section?.querySelector<HTMLButtonElement>('[data-act=take]');
  if (take) take.disabled = selects.every(({ value }) => !value);
  sayLacking(view, brought, section);
};

export function columnsTemplate(view: FormView, brought: Brought): TemplateResult {
  const { words, editing, format } = view;
  const { place: { row, field, path }, table: { columns, rows, encoding }, likeList } = brought;
  const id = `c${row.id}-${field.name}`;
  const take = (event: Event): void => {
    const selects = selectsIn(around(event));
    view.choose(brought, Object.fromEntries(columns.map(({ header }, index) => [header, selects[index]?.value ?? ''])));
  };
  const count = { count: format.count(rows) };
  const read = encoding === 'utf-8' ? words.ui('columns_read', count) : words.ui('columns_read_as', { ...count, encoding: encoding.toUpperCase() });
  const begin = (section?: Element): void => { if (section instanceof HTMLElement) sayLacking(view, brought, section); };
  return html`<section class="columns-asked" aria-labelledby=${id} aria-describedby="${id}-said" data-field="${path}.columns" tabindex="-1">
    <h3 id=${id}>${words.ui('columns_title')}</h3>
    ${likeList === undefined ? nothing : html`<p>${words.ui('columns_like', { list: words.name(likeList, editing.calculator.calculator) })}</p>`}
    <p class="hint" id="${id}-said">${[read, words.ui('columns_hint')].join(words.space)}</p>
    <ul>${columns.map((column, index) => columnTemplate(view, brought, column, `${id}-${index}`))}</ul>
    <p class="lacking" role="status" ${ref((place) => begin(place?.parentElement ?? undefined))}></p>
    <div class="bar">
      <button type="button" part="button" data-act="take" ?disabled=${!columns.some((each) => each.field)} @click=${take}>${words.ui('columns_take', count)}</button>
      <button type="button" part="button" class="quiet" data-act="dismiss" @click=${() => editing.arriving.dismiss()}>${words.ui('columns_dismiss')}</button>
    </div>
  </section>`;
}

function columnTemplate(view: FormView, brought: Brought, column: TableColumn, id: string): TemplateResult {
  const { words, editing: { calculator } } = view;
  const { table, fields } = brought;
  const { header, field: taken, use, sample } = column;
  const cells = sample.filter((cell) => cell.trim());
  return html`<li class=${use === 'ask' ? 'open' : ''}>
    <label for=${id}>${table.headed ? header : words.ui('column', { n: header })}</label>
    <select id=${id} part="input" data-column=${header} aria-describedby="${id}-cells" @change=${chooseOnce(view, brought)}>
      <option value="" .selected=${!taken}>${words.ui('columns_none')}</option>
      ${fields.map(({ name, required }) => html`<option value=${name} .selected=${name === taken}>${words.name(name, calculator.calculator)}${
        required ? `${words.space}${words.ui('columns_needed')}` : nothing}</option>`)}
    </select>
    <span class="cells-shown" id="${id}-cells">${cells.map((cell) => html`<span>${cell}</span> `)}</span>
  </li>`;
}
