// The whole form, drawn from the core's description of the calculator: the day and the currency first, then the
// calculator's own fields, then its lists.

import { html, nothing, type TemplateResult } from 'lit';
import { fixedTemplate } from '../host/fixed_field.js';
import { applies } from '../state.js';
import { doneTemplate } from './done.js';
import { fieldTemplate } from './fields.js';
import { ENVELOPE } from './faults.js';
import { listTemplate } from './list.js';
import { missed } from './paste_box.js';
import type { FormView } from './view.js';

/** First those that Taiwanese price lists are in, then the rest of what the vendors bill in. */
const CURRENCIES = ['TWD', 'USD', 'EUR', 'JPY', 'CNY', 'HKD', 'SGD', 'KRW', 'GBP', 'AUD', 'CAD', 'CHF', 'INR', 'MYR', 'THB', 'VND', 'IDR', 'PHP', 'NZD'];

const OTHER = '…';

export function formTemplate(view: FormView): TemplateResult {
  const { words, editing, page: { hidden, isOff, labels } } = view;
  const { calculator, draft } = editing;
  const [asOf] = ENVELOPE;
  const shown = calculator.fields.filter(({ only_if }) => applies(only_if, draft.input, draft));
  return html`<form part="form" novalidate aria-labelledby=${labels.title ? 'title' : nothing} autocomplete="off" @submit=${(event: Event) => event.preventDefault()}
    @dragover=${missed} @drop=${missed}>
    ${labels.title ? html`<h2 class="title" id="title">${labels.title}</h2>` : nothing}
    <fieldset class="whole" role="presentation" ?disabled=${isOff}>
    <div class="bar start">
      ${hidden.has('example') ? nothing : html`<button type="button" part="button" data-act="example"
        @click=${() => editing.fillExample()}>${labels.example || words.ui('example')}</button>`}
      ${hidden.has('clear') ? nothing : html`<button type="button" part="button" class="quiet" data-act="clear"
        @click=${() => editing.clear()}>${labels.clear || words.ui('clear')}</button>`}
      ${doneTemplate(view, '')}
    </div>
    <div class="cells">
      ${asOf && !hidden.has('as-of') ? fieldTemplate(view, { row: draft.envelope, field: asOf, path: 'as_of' }) : nothing}
      ${calculator.money && !hidden.has('currency') ? currency(view) : nothing}
      ${shown.filter(({ kind }) => kind !== 'list').map((field) =>
        fieldTemplate(view, { row: draft.input, field, path: `input.${field.name}` }))}
    </div>
    ${shown.filter(({ kind }) => kind === 'list').map((field) =>
      listTemplate(view, { row: draft.input, field, path: `input.${field.name}` }))}
    </fieldset>
  </form>`;
}

function currency(view: FormView): TemplateResult {
  const { page, editing: { draft: { envelope } } } = view;
  if (page.fixed.isFixed(envelope, 'currency')) return fixedTemplate(view, { row: envelope, field: { name: 'currency', kind: 'currency', required: true }, path: 'currency' });
  const { words, editing, format, faults } = view;
  const code = editing.currency;
  const other = editing.otherCurrency || (code !== '' && !CURRENCIES.includes(code));
  const wrong = faults.get('currency');
  const whole = editing.draft.envelope.values['minor_units'] === '0';
  const name = editing.calculator.calculator;
  const choose = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    editing.otherCurrency = value === OTHER;
    editing.chooseCurrency(value === OTHER ? '' : value);
  };
  return html`<div class="field kind-currency ${wrong ? 'wrong' : ''}" part="field">
    <label for="currency">${words.name('currency', name)}</label>
    <select id="currency" data-field=${other ? 'currency.list' : 'currency'} part="input" @change=${choose}
      aria-invalid=${wrong ? 'true' : nothing} aria-describedby=${wrong ? 'currency-fault' : nothing}>
      <option value="" .selected=${!code && !other}>${words.ui('choose')}</option>
      ${CURRENCIES.map((each) => html`<option value=${each} .selected=${!other && each === code}>${format.currencyLabel(each)}</option>`)}
      <option value=${OTHER} .selected=${other}>${words.ui('other_currency')}</option>
    </select>
    <div class="extra">${other ? html`<label class="said" for="currency-code">${words.ui('currency_code')}</label>
      <input id="currency-code" data-field="currency" part="input" maxlength="3" size="5" placeholder="ISO 4217" autocomplete="off" spellcheck="false"
        .value=${code} aria-invalid=${wrong ? 'true' : nothing} aria-describedby=${wrong ? 'currency-fault' : nothing}
        @input=${(event: Event) => editing.chooseCurrency((event.target as HTMLInputElement).value.trim().toUpperCase())}>` : nothing}
    ${format.ownDigits > 0 && code ? html`<label class="option whole"><input type="checkbox" data-field="minor_units" .checked=${whole}
      @change=${(event: Event) => editing.setWhole((event.target as HTMLInputElement).checked)}><span>${words.ui('whole')}</span></label>` : nothing}
    ${wrong ? html`<span class="fault" id="currency-fault">${wrong.join(' ')}</span>` : nothing}</div>
  </div>`;
}
