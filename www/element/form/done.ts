// What was just done, where it was done, with the way back.

import { html, type TemplateResult } from 'lit';
import { FromPage } from '../host/from_page.js';
import type { FormView } from './view.js';

/** `where` is the path of a list, or nothing for the form as a whole. */
export function doneTemplate({ words, editing, format }: FormView, where: string): TemplateResult {
  const { done } = editing;
  if (done?.where !== where) return html`<span class="done" role="status"></span>`;
  const { key, values } = done;
  const unused = values?.['unused'];
  const said = words.ui(key, values) + (unused ? ` ${words.ui('unused_columns', { columns: format.list(unused.split('\t')) })}` : '');
  const button = (act: string, label: string, click: () => void): TemplateResult =>
    html`<button type="button" part="button" class="quiet" data-act=${act} @click=${click}>${label}</button>`;
  return html`<span class="done" role="status">${said}</span>
    ${key === 'did_give_back' ? button('afresh', words.ui('afresh'), () => editing.startOver(FromPage.of(editing).asGiven))
      : button('undo', words.ui(key === 'did_undo' ? 'redo' : 'undo'), () => editing.undo())}`;
}
