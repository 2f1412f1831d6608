// What was just done, where it was done, with the way back.

import { html, type TemplateResult } from 'lit';
import type { FormView } from './view.js';

/** `where` is the path of a list, or nothing for the form as a whole. */
export function doneTemplate({ words, editing, format }: FormView, where: string): TemplateResult {
  const { done } = editing;
  if (done?.where !== where) return html`<span class="done" role="status"></span>`;
  const { key, values } = done;
  const unused = values?.['unused'];
  const said = words.ui(key, values) + (unused ? ` ${words.ui('unused_columns', { columns: format.list(unused.split('\t')) })}` : '');
  return html`<span class="done" role="status">${said}</span>
    <button type="button" part="button" class="quiet" data-act="undo" @click=${() => editing.undo()}>${
      words.ui(key === 'did_undo' ? 'redo' : 'undo')}</button>`;
}
