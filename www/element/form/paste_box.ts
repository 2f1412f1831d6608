// The ways for a table into a list: pasted into a box, chosen as a file, or dropped on the list.

import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { live } from 'lit/directives/live.js';
import type { Row } from '../state.js';
import type { Place } from './arriving.js';
import { columnsTemplate } from './columns.js';
import { sheetsTemplate } from './sheet_choice.js';
import type { FormView } from './view.js';

/** Files that can be read. */
const FILES = '.csv,.tsv,.tab,.txt,.xlsx,.xlsm,.xlsb,.xls,.ods,text/csv,text/tab-separated-values,text/plain';

/** After the last line that holds anything: what is brought adds, it replaces nothing. */
const firstFree = ({ page }: FormView) => (list: Row[]): number =>
  list.findLastIndex((item) => Object.entries(item.values).some(([name, value]) => value.trim() && !page.fixed.isFixed(item, name))) + 1;

const holdsFile = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false;

const mark = (event: DragEvent, isOver: boolean): unknown => (event.currentTarget as HTMLElement).toggleAttribute('data-over', isOver);

/** A file over a list falls into it. */
export const dropping = (view: FormView, place: Place) => ({
  over: (event: DragEvent): void => {
    if (!holdsFile(event)) return;
    event.preventDefault();
    // Of a list in a list, the inner one.
    event.stopPropagation();
    mark(event, true);
  },
  leave: (event: DragEvent): void => {
    if (!(event.currentTarget as HTMLElement).contains(event.relatedTarget as Node | null)) mark(event, false);
  },
  drop: (event: DragEvent): void => {
    const file = event.dataTransfer?.files[0];
    mark(event, false);
    if (!file) return;
    event.preventDefault();
    event.stopPropagation();
    bringFile(view, place, file);
  },
});

/** A file that falls beside a list would be opened in place of the page, and all that is typed be gone. */
export const missed = (event: DragEvent): void => {
  if (!holdsFile(event)) return;
  event.preventDefault();
  if (event.dataTransfer) event.dataTransfer.dropEffect = 'none';
};

const bringFile = (view: FormView, place: Place, file: File): void => void view.bring({ place, start: firstFree(view) }, file);

/** Longer than a browser lays out at once: such a text is read as it comes, and does not stand in the box before. */
const LAID_OUT = 20_000;

/** What is put into a box, by a paste or a drop, with what stands around it. */
function longText({ data, dataTransfer, target }: InputEvent): string | undefined {
  const { value, selectionStart, selectionEnd } = target as HTMLTextAreaElement;
  const text = data ?? dataTransfer?.getData('text/plain') ?? '';
  return text.length > LAID_OUT ? `${value.slice(0, selectionStart)}${text}${value.slice(selectionEnd)}` : undefined;
}

/** A button that rests while a table is read gives the focus away; where nothing else has taken it, it is back with the button. */
function takeBackFocus(button: HTMLElement): void {
  const root = button.getRootNode() as ShadowRoot;
  requestAnimationFrame(() => { if (!root.activeElement) button.focus(); });
}

export function pasteBox(view: FormView, place: Place): TemplateResult {
  const { words, editing: { arriving, calculator }, page } = view;
  const { row, field, path } = place;
  const columns = page.fixed.pasted(row, field);
  if (!columns.length) return html``;
  const id = `p${row.id}-${field.name}`;
  const asked = arriving.askedAt(place);
  const book = arriving.bookAt(place);
  const trouble = arriving.troubleAt(place);
  const isReading = arriving.isReadingAt(place);
  const submit = (event: Event): void => {
    const button = event.currentTarget as HTMLElement;
    const text = button.closest('details')?.querySelector('textarea')?.value ?? '';
    if (!text.trim()) return;
    arriving.box(place, text);
    void view.bring({ place, start: firstFree(view), isBoxed: true }, text).then(() => takeBackFocus(button));
  };
  const takeLong = (event: InputEvent): void => {
    const text = longText(event);
    if (text === undefined) return;
    event.preventDefault();
    void view.bring({ place, start: firstFree(view), isBoxed: true }, text);
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
    <label for=${id}>${words.ui('paste_hint', { columns: columns.map(({ name }) => words.name(name, calculator.calculator)).join(words.comma) })}</label>
    <textarea id=${id} rows="5" data-paste=${path} part="input" spellcheck="false" autocomplete="off" .value=${live(arriving.boxed(place))}
      @beforeinput=${takeLong} @input=${(event: Event) => arriving.box(place, (event.target as HTMLTextAreaElement).value)}></textarea>
    <div class="bar"><button type="button" part="button" data-act="paste" ?disabled=${isReading} @click=${submit}>${words.ui('paste_fill')}</button>
      <label class="file"><input type="file" data-file=${path} accept=${FILES} @change=${choose}>${words.ui('file_choose')}</label></div>
  </details>
  <span class="hint reading" role="status">${isReading ? words.ui('table_reading') : nothing}</span>
  ${trouble ? html`<div class="trouble" role="alert"><span>${words.ui(trouble.key, trouble.values)}</span><button type="button" part="button" class="quiet"
    data-act="dismiss" @click=${() => arriving.dismiss()}>${words.ui('trouble_dismiss')}</button></div>` : nothing}
  ${book ? sheetsTemplate(view, book) : nothing}
  ${asked ? keyed(asked, columnsTemplate(view, asked)) : nothing}`;
}
