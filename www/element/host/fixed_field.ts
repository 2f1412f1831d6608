// A field that stands as the page gave it: its label and its value, nothing to type in.

import { html, nothing, type TemplateResult } from 'lit';
import { readOn } from '../checked.js';
import { countries, loadCountries, nameOf } from '../country.js';
import { meaningOf } from '../meaning.js';
import type { Editing } from '../form/editing.js';
import type { Spot } from '../form/fields.js';
import type { FormView } from '../form/view.js';
import { unitOf, type Row } from '../state.js';
import type { Field } from '../types.js';

const DECIMAL = /^-?\d+(\.\d+)?$/;

export function fixedTemplate(view: FormView, spot: Spot): TemplateResult {
  const { words, faults, editing, page } = view;
  const { row, field, path, dense } = spot;
  const { calculator } = editing.calculator;
  const id = `f${row.id}-${field.name}`;
  const wrong = faults.get(path);
  // What the page left out for good; in a table of lines its place stays empty.
  if (!wrong && !dense && page.fixed.textOf(row, field.name) === '') return html``;
  const { button, meaning } = dense ? { button: nothing, meaning: nothing } : meaningOf(view, field.name, calculator, path);
  const label = html`<label for=${id}>${words.name(field.name, calculator)}</label>`;
  const read = path === 'as_of' ? readOn(view) : undefined;
  // Gone to from where faults are listed; told by no live region, since it never changes while somebody types.
  return html`<div class="field fixed kind-${field.kind} ${wrong ? 'wrong' : ''}" part="field">
    ${button === nothing ? label : html`<span class="labelled">${label}${button}</span>`}${meaning === nothing ? nothing : html`<div class="hints">${meaning}</div>`}${
      read === undefined ? nothing : html`<span class="hint">${read}</span>`}
    <output id=${id} data-field=${path} part="fixed" tabindex="-1" aria-live="off" aria-describedby=${wrong ? `${id}-fault` : nothing}>${textOf(view, spot)}</output>
    ${wrong ? html`<span class="fault" id="${id}-fault">${wrong.join(' ')}</span>` : nothing}
  </div>`;
}

const IN_DIGITS: Field['kind'][] = ['money', 'percent', 'rate', 'count'];

/** The value that a text of the form is read as; what no control could hold stands as it was given. */
function valueOf({ draft }: Editing, row: Row, field: Field, text: string): string {
  if (!IN_DIGITS.includes(field.kind) || Object.hasOwn(row.given, field.name)) return text;
  const reading = draft.reader.read(field, text, unitOf(draft));
  return reading && 'value' in reading ? String(reading.value) : text;
}

/** A value as a person reads it; one that is not what its field asks for stands as it came. */
function textOf({ words, format, editing, page }: FormView, { row, field }: Spot): string {
  const held = valueOf(editing, row, field, page.fixed.textOf(row, field.name));
  const [code, lang] = [editing.currency, words.lang];
  switch (field.kind) {
    case 'money': return format.money(held, field.currency ?? (code || undefined));
    case 'percent': return DECIMAL.test(held) ? format.percent(held) : held;
    case 'rate': case 'count': return format.decimal(held);
    case 'date': return format.date(held);
    case 'local_time': return format.localTime(held);
    case 'choice': return words.choice(field.name, held);
    case 'flag': return held === 'true' ? words.ui('yes') : held === 'false' ? words.ui('no') : held;
    case 'currency': return format.currencyLabel(held);
    case 'country':
      if (!countries()) void loadCountries().then(() => editing.settle(), () => {});
      return nameOf(held, lang);
    default: return held;
  }
}
