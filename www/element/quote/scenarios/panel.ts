// Scenarios beside each other, below the answer: the one in the form and those that were kept of the same question.

import { html, nothing, type TemplateResult } from 'lit';
import type { AnswerView } from '../../answer/view.js';
import { icon } from '../../icons.js';
import type { Words } from '../../words.js';
import type { Scenario } from '../made.js';
import { differences } from '../differences.js';
import { besideIn, open, remove } from './beside.js';
import { comparisonOf, type Cell, type Row, type Side } from './compared.js';
import { letterOf } from './letters.js';
import { answerOf, sidesOf } from './sides.js';

/** How many values of a scenario are no longer what was kept or sent. */
function changedIn(view: AnswerView, words: Words, scenario: Scenario): number {
  const answer = answerOf(view, scenario);
  return answer ? differences({ ...view, answer }, words, { answer: scenario.answer }).length : 0;
}

export function scenariosTemplate(view: AnswerView, words: Words): TemplateResult | typeof nothing {
  const beside = besideIn(view);
  if (!beside) return nothing;
  const sides = sidesOf(view);
  const place = beside.scenario - 1;
  const { entered, found, more } = comparisonOf(view, words, sides);
  const others = new Map(beside.scenarios.map((scenario, index) => [index < place ? index : index + 1, scenario]));
  const notes = [...others].flatMap(([at, scenario]) => {
    const letter = letterOf(at);
    if (!sides[at]?.answer) return [words.ui('scenario_unanswered', { letter })];
    const count = changedIn(view, words, scenario);
    return count ? [words.ui('scenario_differs', { letter, count: view.format.count(count) })] : [];
  });
  const head = ({ letter }: Side, at: number): TemplateResult => {
    const scenario = others.get(at);
    return html`<th scope="col"><b>${words.ui('scenario', { letter })}</b> ${scenario
      ? html`<span class="bar"><button type="button" part="button" class="quiet" data-act="scenario-open" aria-label=${words.ui('scenario_open_of', { letter })} @click=${() => open(view, scenario)}>${words.ui('scenario_open')}</button>
        <button type="button" part="button" class="quiet" data-act="scenario-remove" aria-label=${words.ui('scenario_remove_of', { letter })} @click=${() => remove(view, scenario)}>${words.ui('scenario_remove')}</button></span>`
      : html`<span class="beside">${words.ui('scenario_in_form')}</span>`}</th>`;
  };
  const cell = ({ text, difference, isLowest }: Cell, at: number): TemplateResult => html`<td data-letter=${letterOf(at)} class=${isLowest ? 'lowest' : ''}><span>${text}</span>${
    difference ? html` <span class="by">${difference}</span>` : nothing}${isLowest ? html` <span class="mark">${icon('yes')}${words.ui('scenario_lowest')}</span>` : nothing}</td>`;
  const group = (title: string, rows: readonly Row[]): TemplateResult | typeof nothing => (rows.length ? html`<tbody>
    <tr class="group"><th scope="rowgroup" colspan=${sides.length + 1}>${title}</th></tr>
    ${rows.map((row) => html`<tr><th scope="row">${row.label}</th>${row.cells.map(cell)}</tr>`)}</tbody>` : nothing);
  const first = letterOf(place === 0 ? 1 : 0);
  return html`<section class="scenarios" part="scenarios" aria-label=${words.ui('scenarios')}>
    <h2>${words.ui('scenarios')}</h2>
    ${entered.length ? nothing : html`<p role="status">${words.ui('scenario_alike', { letter: letterOf(place), first })}</p>`}
    ${notes.map((note) => html`<p class="warn">${note}</p>`)}
    <table class="side"><thead><tr><td></td>${sides.map(head)}</tr></thead>
      ${group(words.ui('scenario_entered'), entered)}
      ${more ? html`<tbody><tr><td colspan=${sides.length + 1}>${words.ui('scenario_more', { count: view.format.count(more) })}</td></tr></tbody>` : nothing}
      ${group(words.ui('scenario_found'), found)}</table>
    <p class="beside">${words.ui('scenario_differences', { letter: letterOf(0) })}</p>
  </section>`;
}
