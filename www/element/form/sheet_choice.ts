// Which sheet of a workbook is meant: asked where several hold something, before anything of them is read.

import { html, type TemplateResult } from 'lit';
import type { Book } from './bringing.js';
import type { FormView } from './view.js';

export function sheetsTemplate(view: FormView, book: Book): TemplateResult {
  const { words, format, editing: { arriving } } = view;
  const { place: { row, field, path }, sheets } = book;
  const id = `s${row.id}-${field.name}`;
  return html`<section class="columns-asked" aria-labelledby=${id} data-field="${path}.sheets" tabindex="-1">
    <h3 id=${id}>${words.ui('sheets_title')}</h3>
    <ul>${sheets.map((sheet) => html`<li class="sheet"><button type="button" part="button" data-sheet=${sheet.name} @click=${() => view.pick(book, sheet)}>${sheet.name}</button>
      <span class="hint">${words.ui('sheets_rows', { count: format.count(sheet.rows) })}</span></li>`)}</ul>
    <div class="bar"><button type="button" part="button" class="quiet" data-act="dismiss" @click=${() => arriving.dismiss()}>${words.ui('columns_dismiss')}</button></div>
  </section>`;
}
