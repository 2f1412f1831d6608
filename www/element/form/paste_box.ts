// The ways for a table into a list: pasted into a box, chosen as a file, or dropped on the list.

import { html, nothing, type TemplateResult } from 'lit';
import { columnsTemplate } from './columns.js';
import type { Place } from './editing.js';
import type { FormView } from './view.js';

/** Files that the core can read. */
const FILES = '.csv,.tsv,.tab,.txt,text/csv,text/tab-separated-values,text/plain';

/** After the last line that holds anything: what is brought adds, it replaces nothing. */
export function firstFree({ page }: FormView, { row, field }: Place): number {
  const list = row.lists[field.name] ?? [];
  return list.findLastIndex((item) => Object.entries(item.values).some(([name, value]) => value.trim() && !page.fixed.isFixed(item, name))) + 1;
}

/** A file over a list falls into it. */
export const dropping = (view: FormView, place: Place) => ({
  over: (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  },
  drop: (event: DragEvent): void => {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    // Of a list in a list, the inner one.
    event.stopPropagation();
    bringFile(view, place, file);
  },
});

const bringFile = (view: FormView, place: Place, file: File): void => view.bring(place, firstFree(view, place), file);

export function pasteBox(view: FormView, place: Place): TemplateResult {
  const { words, editing, page } = view;
  const { row, field, path } = place;
  const columns = page.fixed.pasted(row, field);
  if (!columns.length) return html``;
  const id = `p${row.id}-${field.name}`;
  const { asked, trouble } = editing;
  const submit = (event: Event): void => {
    const area = (event.currentTarget as HTMLElement).closest('details')?.querySelector('textarea');
    if (!area?.value.trim()) return;
    view.bring(place, firstFree(view, place), area.value);
    area.value = '';
  };
  const choose = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file) bringFile(view, place, file);
    // The same file may be chosen again, after it was mended.
    input.value = '';
  };
  return html`<details class="paste">
    <summary>${words.ui('paste_title')}</summary>
    <label for=${id}>${words.ui('paste_hint', {
      columns: columns.map(({ name }) => words.name(name, editing.calculator.calculator)).join(words.comma) })}</label>
    <textarea id=${id} rows="5" data-paste=${path} part="input" spellcheck="false" autocomplete="off"></textarea>
    <div class="bar"><button type="button" part="button" data-act="paste" @click=${submit}>${words.ui('paste_fill')}</button>
      <label class="file" for="${id}-file">${words.ui('file_choose')}</label>
      <input type="file" id="${id}-file" data-file=${path} accept=${FILES} @change=${choose}></div>
  </details>
  ${trouble?.where === path ? html`<p class="fault" role="alert">${words.ui(trouble.key)} <button type="button" part="button" class="quiet"
    data-act="dismiss" @click=${() => editing.dismiss()}>${words.ui('columns_dismiss')}</button></p>` : nothing}
  ${asked?.place.path === path ? columnsTemplate(view, asked) : nothing}`;
}
