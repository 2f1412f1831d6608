// What was just done, where it was done, with the way back.

import { html, nothing, type TemplateResult } from 'lit';
import { FromPage } from '../host/from_page.js';
import type { Brought } from './bringing.js';
import { isOfRow } from './table_lines.js';
import { ordersAsked } from './orders.js';
import { unseenIn } from './unseen.js';
import type { FormView } from './view.js';

/** `where` is the path of a list, or nothing for the form as a whole. */
export function doneTemplate(view: FormView, where: string): TemplateResult {
  const { words, editing } = view;
  const { done } = editing;
  if (done?.where !== where) return html`<span class="done" role="status"></span>`;
  const { key, values, brought } = done;
  const said = [words.ui(key, values?.['day'] === undefined ? values : { ...values, day: view.format.date(values['day']) }), ...(brought && key === 'did_paste' ? leftOut(view, brought) : [])].join(words.space);
  const button = (act: string, label: string, click: () => void): TemplateResult =>
    html`<button type="button" part="button" class="quiet" data-act=${act} @click=${click}>${label}</button>`;
  return html`<span class="done" role="status">${said}</span>
    ${brought ? ordersAsked(view, brought) : nothing}
    ${key === 'did_give_back' ? button('afresh', words.ui('afresh'), () => editing.startOver(FromPage.of(editing).asGiven))
      : button('undo', words.ui(key === 'did_undo' ? 'redo' : 'undo'), () => editing.undo())}
    ${brought && (brought.table.headed || brought.table.columns.length > 1)
      ? button('columns', words.ui('columns_again'), () => editing.arriving.askAgain(brought)) : nothing}`;
}

/** As many as somebody reads. */
const NAMED = 5;

/** Whatever of a table was not filled in is said. */
function leftOut(view: FormView, brought: Brought): string[] {
  const { words, format } = view;
  const { table: { columns, left_out, faults } } = brought;
  const say = (key: string, texts: string[]): string[] => {
    if (!texts.length) return [];
    const named = format.list(texts.slice(0, NAMED).map((text) => words.ui('left_out_text', { text })));
    return [words.ui(key, { texts: texts.length > NAMED ? `${named}…` : named, count: String(texts.length) })];
  };
  const without = (why: string): string[] => left_out.filter((each) => each.why === why).map(({ text }) => text);
  return [
    ...say('unused_columns', columns.filter(({ use }) => use === 'unused').map(({ header }) => header)),
    ...(columns.some(({ use }) => use === 'answer') ? [words.ui('answer_columns')] : []),
    ...say('title_rows', without('title')),
    ...(without('header').length ? [words.ui('header_rows')] : []),
    ...say('total_rows', without('total')),
    ...say('note_rows', without('note')),
    ...unseenIn(view, brought),
    ...say('untold_rows', faults.filter(isOfRow).map(({ text = '' }) => text)),
  ];
}
