// What stands by the headline for the page's sake: the day and the currency of an answer, where the form does not show
// them, and the page's own buttons, which have something to act on as soon as there is an answer.

import { html, nothing, type TemplateResult } from 'lit';
import type { AnswerView } from '../answer/view.js';
import type { Hidden } from './hidden.js';

export function besideTemplate({ words, format, answer, calculator }: AnswerView, hidden: Hidden): TemplateResult {
  const said = [
    hidden.has('as-of') ? words.ui('asked_day', { date: format.date(answer.as_of) }) : '',
    hidden.has('currency') && calculator.money && answer.currency ? words.ui('asked_currency', { currency: format.currencyLabel(answer.currency) }) : '',
  ].filter(Boolean);
  return html`${said.length ? html`<p class="asked" part="asked">${said.join(words.space)}</p>` : nothing}<slot name="actions"></slot><slot name="imprint" hidden></slot>`;
}
