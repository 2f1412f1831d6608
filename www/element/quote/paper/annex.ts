// The annex: how every figure was worked out, and the clauses that say so, restated.

import { html, nothing, type TemplateResult } from 'lit';
import { sectionName } from '../../section.js';
import type { AnswerView } from '../../answer/view.js';
import type { Words } from '../../words.js';

export function annexTemplate(view: AnswerView, said: Words, { cellsOf, grouped, HEADS, placeOf }: typeof import('../../answer/opened.js')): TemplateResult | typeof nothing {
  const { words, format, answer } = view;
  const groups = grouped(view, view.steps.values());
  if (!groups.length) return nothing;
  const steps = [...view.steps.values()];
  const notes = [...answer.warnings, ...answer.reasons, ...answer.assumptions];
  const ids = [...new Set([...steps, ...notes].flatMap(({ clause }) => clause ?? []))].sort();
  const source = (id: string): string => {
    const place = placeOf(view, id);
    return place ? [words.ui('section', { section: sectionName(words, place.section) }), words.ui('checked', { date: format.date(place.checked, 'short') })].join(' · ') : '';
  };
  return html`<section class="annex"><h2>${words.ui('every_working')}</h2>
    <table class="workings"><thead><tr>${HEADS.map((head) => html`<th scope="col">${words.ui(`every_${head}`)}</th>`)}</tr></thead>
    ${groups.map(({ row, steps: own }) => html`<tbody>
      ${groups.length > 1 ? html`<tr class="group"><th scope="rowgroup" colspan=${HEADS.length}>${row || words.ui('every_whole')}</th></tr>` : nothing}
      ${own.map((step) => {
        const { figure, formula, numbers, result, rounding, clause } = cellsOf(view, step);
        return html`<tr><th scope="row">${figure}</th><td>${formula}</td><td>${numbers}</td><td><b>${result}</b></td><td>${rounding}</td><td class="rule">${clause}</td></tr>`;
      })}</tbody>`)}
    </table></section>
  <section class="clauses"><h2>${said.ui('paper_clauses')}</h2>
    ${ids.map((id) => html`<div class="clause"><p><b class="rule">${id}</b> ${words.sentence('clauses', id)}</p><p class="source">${source(id)}</p></div>`)}
  </section>`;
}
