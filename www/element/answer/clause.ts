// A clause in our words, and where it is written.

import { html, nothing, type TemplateResult } from 'lit';
import { sectionName } from '../section.js';
import { documentOf } from './document.js';
import type { Pack } from '../types.js';
import type { AnswerView } from './view.js';

/** `isSaid`: it is restated above already, and only named here. */
export function clause(view: AnswerView, id: string, isSaid = false): TemplateResult {
  const { words, format } = view;
  const place = placeOf(view, id);
  const { name, edition } = documentOf(view);
  const source = [
    name,
    edition,
    place ? words.ui('section', { section: sectionName(words, place.section) }) : '',
  ].filter((part) => part);
  if (isSaid) return html`<p class="source">${words.ui('clause')} ${citing(view, id)}</p>`;
  return html`<div class="clause">
    <p>${words.sentence('clauses', id)}</p>
    <p class="source">${source.join(' · ')} · ${citing(view, id)}${
      place ? html` · ${words.ui('checked', { date: format.date(place.checked, 'short') })}` : nothing}</p>
  </div>`;
}

/** Where the terms that answered have a rule. */
export const placeOf = ({ pack }: AnswerView, id: string): Pack['clauses'][string] | undefined =>
  (pack && Object.hasOwn(pack.clauses, id) ? pack.clauses[id] : undefined);

/** The id of a rule, which leads to the page of all rules where there is one. */
export const citing = ({ rules }: AnswerView, id: string): TemplateResult =>
  (rules ? html`<a class="rule" href="${rules}#${id}">${id}</a>` : html`<span class="rule">${id}</span>`);
