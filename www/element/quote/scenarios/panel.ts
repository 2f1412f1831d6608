// Scenarios beside each other, below the answer: the one in the form and those that were kept of the same question.

import { html, nothing, type TemplateResult } from 'lit';
import type { AnswerView } from '../../answer/view.js';
import { icon } from '../../icons.js';
import type { Words } from '../../words.js';
import { about } from '../made.js';
import { besideIn, open, putBack, remove } from './beside.js';
import { comparisonOf, type Cell, type Row, type Side } from './compared.js';
import { letterOf } from './letters.js';
import { notesOf, sidesOf } from './sides.js';

/** As many entries that differ as somebody reads on a screen. */
const MOST_ENTRIES = 60;

export function scenariosTemplate(view: AnswerView, words: Words): TemplateResult | typeof nothing {
  const beside = besideIn(view);
  const { removed } = about(view.matter);
  const undo = removed ? html`<p role="status">${words.ui('scenario_removed', { letter: removed.letter })}
    <button type="button" part="button" class="quiet" data-act="scenario-undo" @click=${() => then(view, '.scenarios h2', () => putBack(view))}>${words.ui('scenario_undo')}</button></p>` : nothing;
  if (!beside) return removed ? html`<section class="scenarios" part="scenarios" aria-label=${words.ui('scenarios')}>${undo}</section>` : nothing;
  const sides = sidesOf(view);
  const place = beside.scenario - 1;
  const { entered, found, more, first } = comparisonOf(view, words, sides, MOST_ENTRIES);
  const named = ({ letter }: Side): string => words.ui('scenario', { letter });
  const head = (side: Side, at: number): TemplateResult =>
    html`<th scope="col"><b>${named(side)}</b>${at === place ? html` <span class="beside">${words.ui('scenario_in_form')}</span>` : nothing}</th>`;
  const acts = ({ letter }: Side, at: number): TemplateResult => {
    const scenario = beside.scenarios.at(at < place ? at : at - 1);
    if (at === place || !scenario) return html`<td></td>`;
    const button = (act: string, name: string, label: string, click: () => void): TemplateResult =>
      html`<button type="button" part="button" class="quiet" data-act=${act} aria-label=${name} @click=${() => then(view, '.scenarios h2', click)}>${label}</button>`;
    return html`<td data-letter=${letter}><span class="bar">
      ${button('scenario-open', words.ui('scenario_open_of', { letter }), words.ui('scenario_open'), () => open(view, scenario))}
      ${button('scenario-remove', words.ui('scenario_remove_of', { letter }), words.ui('scenario_remove'), () => remove(view, scenario))}</span></td>`;
  };
  const cell = ({ text, difference, isLowest }: Cell, at: number): TemplateResult => html`<td data-letter=${letterOf(at)} class=${isLowest ? 'lowest' : ''}><span>${text}</span>${
    difference ? html` <span class="by">${words.ui('scenario_by', { by: difference })}</span>` : nothing}${isLowest ? html` <span class="mark">${icon('yes')}${words.ui('scenario_lowest')}</span>` : nothing}</td>`;
  const group = (title: string, rows: readonly Row[]): TemplateResult | typeof nothing => (rows.length ? html`<tbody>
    <tr class="group"><th scope="rowgroup" colspan=${sides.length + 1}>${title}</th></tr>
    ${rows.map((row) => html`<tr><th scope="row">${row.label}</th>${row.cells.map(cell)}</tr>`)}</tbody>` : nothing);
  const isSameAs = sides.at(place === 0 ? 1 : 0)?.letter ?? '';
  return html`<section class="scenarios" part="scenarios" aria-label=${words.ui('scenarios')}>
    <h2 tabindex="-1">${words.ui('scenarios')}</h2>
    ${undo}
    ${entered.length ? nothing : html`<p role="status">${words.ui('scenario_alike', { letter: letterOf(place), first: isSameAs })}</p>`}
    ${notesOf(view, words).map((note) => html`<p class="warn">${note}</p>`)}
    <table class="side" aria-label=${words.ui('scenarios')}><thead><tr><td></td>${sides.map(head)}</tr><tr class="acts"><td></td>${sides.map(acts)}</tr></thead>
      ${group(words.ui('scenario_entered'), entered)}
      ${more ? html`<tbody><tr><td colspan=${sides.length + 1}>${words.ui('scenario_more', { count: view.format.count(more) })}</td></tr></tbody>` : nothing}
      ${group(words.ui('scenario_found'), found)}</table>
    ${found.some(({ cells }) => cells.some(({ difference }) => difference)) ? html`<p class="beside">${words.ui('scenario_differences', { letter: first })}</p>` : nothing}
  </section>`;
}

/** What was pressed may be gone then: the focus goes where one reads on. */
function then({ host }: AnswerView, where: string, done: () => void): void {
  done();
  host.requestUpdate();
  void host.updateComplete.then(() => (host.shadowRoot?.querySelector<HTMLElement>(where) ?? host.shadowRoot?.querySelector<HTMLElement>('[data-act="scenario-undo"]'))?.focus());
}
