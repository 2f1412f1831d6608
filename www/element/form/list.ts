// A list of lines. A few stand as roomy cards with hints; from the fourth on each is one row of a compact grid,
// and only one page of them is drawn, so that a thousand stay as quick as ten.

import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { ref } from 'lit/directives/ref.js';
import { applies, type Row } from '../state.js';
import type { Field } from '../types.js';
import type { Place } from './arriving.js';
import { doneTemplate } from './done.js';
import { fieldTemplate, LONGEST_ENTRY } from './fields.js';
import { icon } from '../icons.js';
import { pageSize } from './paging.js';
import { dropping, pasteBox } from './paste_box.js';
import type { FormView } from './view.js';

const ROOMY = 3;

export function listTemplate(view: FormView, place: Place): TemplateResult {
  const { words, editing, format, faults, page: { fixed } } = view;
  const { row, field, path } = place;
  const isWhole = fixed.isWhole(row, field.name);
  const list = row.lists[field.name] ?? [];
  const dense = list.length > ROOMY && isGrid(field.items ?? []);
  const at = editing.page(row, field);
  const page = pageSize(editing.draft, row, field);
  const start = at * page;
  const wrong = faults.get(path);
  const id = `l${row.id}-${field.name}`;
  const tally = list.length > 1 ? html` <span class="tally">${format.count(list.length)}</span>` : nothing;
  const { over, leave, drop } = dropping(view, place);
  // An attribute would be an inline style, which a strict policy of a page's does not let through.
  const measure = (items?: Element): void => {
    if (dense && items instanceof HTMLElement) items.style.setProperty('--columns', columnsOf(view, place));
  };
  const title = html`${words.name(field.name, editing.calculator.calculator)}${tally}`;
  return html`<div class="list ${dense ? 'dense' : 'roomy'}" role="group" aria-labelledby=${id}
    @dragover=${isWhole ? nothing : over} @dragleave=${leave} @drop=${isWhole ? nothing : drop}>
    ${path.split('.').length > 2 ? html`<h3 id=${id}>${title}</h3>` : html`<h2 id=${id}>${title}</h2>`}
    ${wrong ? html`<p class="fault">${wrong.join(' ')}</p>` : nothing}
    <div class="items" ${ref(measure)}>${list.slice(start, start + page).map((item, offset) =>
      keyed(item.id, itemTemplate(view, place, item, start + offset, dense)))}</div>
    ${list.length > page ? pager(view, place, list.length, at) : nothing}
    ${isWhole ? nothing : html`<div class="bar">
      <button type="button" part="button" data-act="add" data-field=${path} aria-describedby=${id}
        @click=${() => editing.add(place)}>${icon('add')}${words.ui(`add_${field.name}`)}</button>
      ${doneTemplate(view, path)}
    </div>
    ${pasteBox(view, place)}`}
  </div>`;
}

/** Whether every line has the same fields, so that the first can name those of all. */
const isGrid = (items: Field[]): boolean =>
  !items.some(({ kind, only_if }) => kind === 'list' || items.some(({ name }) => name === only_if?.field));

/** The columns of a grid: what the others leave is for names. */
const columnsOf = ({ editing }: FormView, { row, field }: Place): string => (field.items ?? [])
  .filter(({ only_if }) => applies(only_if, row, editing.draft)).map(({ kind }) => `minmax(min-content, ${kind === 'text' ? 3 : 1}fr)`).join(' ');

function itemTemplate(view: FormView, place: Place, item: Row, index: number, dense: boolean): TemplateResult {
  const { words, editing, format, page } = view;
  const { field, path } = place;
  const name = words.ui(`item_${field.name}`, { n: format.count(index + 1) });
  const simple = (field.items ?? []).filter(({ kind, only_if }) => kind !== 'list' && applies(only_if, item, editing.draft));
  const at = `${path}.${index}`;
  const paste = (column: number) => (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData('text') ?? '';
    if (text.length <= LONGEST_ENTRY && !/[\t\n\r]/.test(text.trim())) return;
    event.preventDefault();
    void view.bring({ place, start: () => index, from: (field.items ?? [])[column] }, text);
  };
  return html`<div class="item" role="group" aria-labelledby="i${item.id}" part="line">
    <span class="item-name" id="i${item.id}"><span class="full">${name}</span><span class="short" aria-hidden="true">${index + 1}</span></span>
    <div class="cells">${simple.map((each) => fieldTemplate(view, {
      row: item, field: each, path: `${at}.${each.name}`, listed: true, dense, onPaste: paste((field.items ?? []).indexOf(each)) }))}</div>
    ${page.fixed.isWhole(place.row, field.name) ? nothing : html`<div class="tools">
      <button type="button" class="quiet" part="button" data-act="duplicate" title=${words.ui('duplicate')}
        aria-label=${words.ui('duplicate_item', { item: name })} @click=${() => editing.duplicate(place, index)}>${icon('copy')}</button>
      ${page.fixed.isKept(item) ? nothing : html`<button type="button" class="quiet" part="button" data-act="remove" title=${words.ui('remove')}
        aria-label=${words.ui('remove_item', { item: name })} @click=${() => editing.remove(place, index, name)}>${icon('remove')}</button>`}
    </div>`}
    ${(field.items ?? []).filter(({ kind }) => kind === 'list').map((nested) =>
      listTemplate(view, { row: item, field: nested, path: `${at}.${nested.name}` }))}
  </div>`;
}

function pager({ words, editing, format }: FormView, { row, field }: Place, count: number, page: number): TemplateResult {
  const size = pageSize(editing.draft, row, field);
  const last = Math.ceil(count / size) - 1;
  const range = { first: format.count(page * size + 1), last: format.count(Math.min(count, (page + 1) * size)), count: format.count(count) };
  const turn = (to: number): void => editing.turn(row, field, to);
  return html`<div class="pager" role="group" aria-label=${words.ui('pages')}>
    <button type="button" class="quiet" part="button" data-act="previous" ?disabled=${page === 0} @click=${() => turn(page - 1)}>${words.ui('previous')}</button>
    <span>${words.ui('page', range)}</span>
    <button type="button" class="quiet" part="button" data-act="next" ?disabled=${page === last} @click=${() => turn(page + 1)}>${words.ui('next')}</button>
  </div>`;
}
