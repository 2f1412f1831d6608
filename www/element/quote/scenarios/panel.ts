// Scenarios beside each other, below the answer: the one in the form and those that were kept of the same question.

import { html, nothing, type TemplateResult } from 'lit';
import type { AnswerView } from '../../answer/view.js';
import { icon } from '../../icons.js';
import type { Words } from '../../words.js';
import { about } from '../made.js';
import { besideIn, open, putBack, remove } from './beside.js';
import { comparisonOf, type Cell, type Row } from './compared.js';
import { letterOf } from './letters.js';
import { notesOf, sidesOf, type Standing } from './sides.js';

/** As many entries that differ as somebody reads on a screen. */
const MOST_ENTRIES = 60;

export function scenariosTemplate(view: AnswerView, words: Words): TemplateResult | typeof nothing {
  const { removed } = about(view.matter);
  const undo = removed ? html`<p role="status">${words.ui('scenario_removed', { letter: letterOf(removed.place) })}
    <button type="button" part="button" class="quiet" data-act="scenario-undo" @click=${() => then(view, () => putBack(view))}>${words.ui('scenario_undo')}</button></p>` : nothing;
  if (!besideIn(view)) return removed ? html`<section class="scenarios" part="scenarios" aria-label=${words.ui('scenarios')}>${undo}</section>` : nothing;
  const sides = sidesOf(view);
  const own = sides.find(({ kept }) => !kept)?.letter ?? '';
  const { entered, found, more, from } = comparisonOf(view, words, sides, MOST_ENTRIES);
  const head = ({ letter, kept }: Standing): TemplateResult =>
    html`<th scope="col"><b>${words.ui('scenario', { letter })}</b>${!kept ? html` <span class="beside">${words.ui('scenario_in_form')}</span>` : nothing}</th>`;
  const acts = ({ letter, kept }: Standing): TemplateResult => {
    if (!kept) return html`<td></td>`;
    const button = (act: string, name: string, label: string, click: () => void): TemplateResult =>
      html`<button type="button" part="button" class="quiet" data-act=${act} aria-label=${name} @click=${() => then(view, click)}>${label}</button>`;
    return html`<td data-letter=${letter}><span class="bar">
      ${button('scenario-open', words.ui('scenario_open_of', { letter }), words.ui('scenario_open'), () => open(view, kept))}
      ${button('scenario-remove', words.ui('scenario_remove_of', { letter }), words.ui('scenario_remove'), () => remove(view, kept))}</span></td>`;
  };
  const cell = ({ text, difference, isLowest }: Cell, at: number): TemplateResult => html`<td data-letter=${letterOf(at)} class=${isLowest ? 'lowest' : ''}><span>${text}</span>${
    difference ? html` <span class="by">${words.ui('scenario_by', { by: difference })}</span>` : nothing}${isLowest ? html` <span class="mark">${icon('yes')}${words.ui('scenario_lowest')}</span>` : nothing}</td>`;
  const group = (title: string, rows: readonly Row[]): TemplateResult | typeof nothing => (rows.length ? html`<tbody>
    <tr class="group"><th scope="rowgroup" colspan=${sides.length + 1}>${title}</th></tr>
    ${rows.map((row) => html`<tr><th scope="row">${row.label}</th>${row.cells.map(cell)}</tr>`)}</tbody>` : nothing);
  const isSameAs = sides.find(({ kept }) => kept)?.letter ?? '';
  return html`<section class="scenarios" part="scenarios" aria-label=${words.ui('scenarios')}>
    <h2 tabindex="-1">${words.ui('scenarios')}</h2>
    ${undo}
    ${entered.length ? nothing : html`<p role="status">${words.ui('scenario_alike', { letter: own, first: isSameAs })}</p>`}
    ${notesOf(view, words).map((note) => html`<p class="warn">${note}</p>`)}
    <table class="side" aria-label=${words.ui('scenarios')}><thead><tr><td></td>${sides.map(head)}</tr><tr class="acts"><td></td>${sides.map(acts)}</tr></thead>
      ${group(words.ui('scenario_entered'), entered)}
      ${more ? html`<tbody><tr><td colspan=${sides.length + 1}>${words.ui('scenario_more', { count: view.format.count(more) })}</td></tr></tbody>` : nothing}
      ${group(words.ui('scenario_found'), found)}</table>
    ${from ? html`<p class="beside">${words.ui('scenario_differences', { letter: from })}</p>` : nothing}
  </section>`;
}

/** What was pressed may be gone then: the focus goes where one reads on. */
function then({ host }: AnswerView, done: () => void): void {
  done();
  host.requestUpdate();
  void host.updateComplete.then(() => host.shadowRoot?.querySelector<HTMLElement>('.scenarios :is(h2, [data-act="scenario-undo"])')?.focus());
}
