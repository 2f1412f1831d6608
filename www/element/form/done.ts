// What was just done, where it was done, with the way back.

import { html, nothing, type TemplateResult } from 'lit';
import { FromPage } from '../host/from_page.js';
import { isUneven, type Brought } from './bringing.js';
import type { FormView } from './view.js';

/** `where` is the path of a list, or nothing for the form as a whole. */
export function doneTemplate(view: FormView, where: string): TemplateResult {
  const { words, editing } = view;
  const { done } = editing;
  if (done?.where !== where) return html`<span class="done" role="status"></span>`;
  const { key, values, brought } = done;
  const said = [words.ui(key, values), ...(brought ? leftOut(view, brought) : [])].join(words.space);
  const button = (act: string, label: string, click: () => void): TemplateResult =>
    html`<button type="button" part="button" class="quiet" data-act=${act} @click=${click}>${label}</button>`;
  return html`<span class="done" role="status">${said}</span>
    ${key === 'did_give_back' ? button('afresh', words.ui('afresh'), () => editing.startOver(FromPage.of(editing).asGiven))
      : button('undo', words.ui(key === 'did_undo' ? 'redo' : 'undo'), () => editing.undo())}
    ${brought?.table.headed ? button('columns', words.ui('columns_again'), () => editing.askAgain(brought)) : nothing}`;
}

/** Whatever of a table was not filled in is said. */
function leftOut({ words, format }: FormView, { table: { columns, left_out, faults } }: Brought): string[] {
  const unused = columns.filter(({ use }) => use === 'unused').map(({ header }) => header);
  const answers = columns.some(({ use }) => use === 'answer');
  const uneven = faults.filter(isUneven).map(({ row }) => format.count(row ?? 0));
  const without = (why: string): string[] => left_out.filter((each) => each.why === why).map(({ text }) => text);
  return [
    ...(unused.length ? [words.ui('unused_columns', { columns: format.list(unused) })] : []),
    ...(answers ? [words.ui('answer_columns')] : []),
    ...(without('title').length ? [words.ui('title_rows', { rows: format.list(without('title')) })] : []),
    ...(without('total').length ? [words.ui('total_rows', { rows: format.list(without('total')) })] : []),
    ...(uneven.length ? [words.ui('uneven_rows', { rows: format.list(uneven), count: String(uneven.length) })] : []),
  ];
}
