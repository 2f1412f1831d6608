// What a visitor can say of an entry that is none as it stands: which of several values is meant, or that the whole form is in
// the currency of an amount. Each is a button beside what is wrong.

import { html, nothing, type TemplateResult } from 'lit';
import { nameOf } from '../country.js';
import type { Row } from '../state.js';
import type { Field } from '../types.js';
import { isTyped, retypeUnheard } from './retyping.js';
import { readingText } from './sentence.js';
import type { FormView } from './view.js';

interface Entry { row: Row; field: Field; path: string }

export function meanings(view: FormView, entry: Entry): unknown {
  const { readings, currencies, words } = view;
  const values = readings.get(entry.path);
  if (values) return html`<span class="readings" role="group" aria-label=${words.ui('readings')}>${values.map((value) => reading(view, entry, value))}</span>`;
  const currency = currencies.get(entry.path);
  return currency === undefined || !mayChooseCurrency(view, entry) ? nothing : html`<span class="readings">${changing(view, entry, currency)}</span>`;
}

function reading(view: FormView, { row, field, path }: Entry, value: unknown): TemplateResult {
  const { editing, words } = view;
  const mean = (event: Event): void => {
    const control = (event.currentTarget as HTMLElement).closest('.field')?.querySelector('[data-field]');
    // As if it were typed, so that the way back to what was typed stays; then it stands there already.
    if (isTyped(control)) retypeUnheard(control, field.kind === 'country' ? nameOf(String(value), words.lang) : editing.written(field, value));
    editing.mean(row, field, path, value);
  };
  return html`<button type="button" part="button" data-reading=${String(value)} @click=${mean}>${readingText(view, field, value)}</button>`;
}

/** An amount in a currency of its own, or a form whose currency the page has decided, stays in it. */
const mayChooseCurrency = ({ editing: { calculator, draft }, page: { hidden, fixed } }: FormView, { field }: Entry): boolean =>
  calculator.money && field.currency === undefined && !hidden.has('currency') && !fixed.isFixed(draft.envelope, 'currency');

const changing = ({ editing, words, format }: FormView, { path }: Entry, currency: string): TemplateResult => html`<button type="button" part="button"
  data-currency=${currency} @click=${() => editing.changeCurrency(currency, format.currencyLabel(currency), path)}>${words.ui('use_currency', { currency: format.currencyLabel(currency) })}</button>`;
