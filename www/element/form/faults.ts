// What the core refused, put in words and sorted by when to say it: at once, or not before the visitor has been
// there. An empty form is not wrong, it is not filled in yet.

import { html, nothing, type TemplateResult } from 'lit';
import { DAY, isBlank, type Row } from '../state.js';
import type { Field, Refusal } from '../types.js';
import { areCountriesComing } from '../country.js';
import { icon } from '../icons.js';
import { sentence } from './sentence.js';
import type { FormView } from './view.js';

export interface Sorted {
  /** To be shown, in the order of the form. */
  wrong: Said[];
  /** Not filled in yet, and nobody has passed by. */
  needed: Said[];
  /** The sentences to show, by path. */
  at: Sentences;
  /** What a text can mean where it can mean several values, by path. */
  readings: Map<string, unknown[]>;
  /** The currency of an amount that is in another than the form's, by path. */
  currencies: Map<string, string>;
  /** The fields that are needed, shown as such or not yet, by path. */
  missing: ReadonlySet<string>;
}

/** What is to be said of a field. Of thousands only those that are shown are put in words. */
export interface Said { path: string; readonly label: string; readonly text: string }

export interface Sentences { has(path: string): boolean; get(path: string): string[] | undefined }

export const NOTHING_WRONG: Sorted = { wrong: [], needed: [], at: new Map(), readings: new Map(), currencies: new Map(), missing: new Set() };

export const ENVELOPE: Field[] = [
  DAY,
  { name: 'currency', kind: 'text', required: true },
];

interface Found { row?: Row; field?: Field; label(): string }

function find({ editing, words, format }: FormView, path: string): Found {
  const name = editing.calculator.calculator;
  const parts = path.split('.');
  const own = ENVELOPE.find((field) => field.name === path);
  if (own) return { row: editing.draft.envelope, field: own, label: () => words.name(path, name) };
  let row: Row | undefined = editing.draft.input;
  let fields = editing.calculator.fields;
  let field: Field | undefined;
  const labels: (() => string)[] = [];
  for (let at = 1; at < parts.length; at++) {
    const part = parts[at] ?? '';
    field = fields.find((each) => each.name === part);
    if (field?.kind === 'list' && parts[at + 1] !== undefined) {
      const index = Number(parts[++at]);
      labels.push(() => words.ui(`item_${part}`, { n: format.count(index + 1) }));
      row = row?.lists[part]?.[index];
      fields = field.items ?? [];
    } else labels.push(() => words.name(part, name));
  }
  return { ...(row && { row }), ...(field && { field }), label: () => labels.map((label) => label()).join(words.locale.within) || path };
}

export function sort(view: FormView, refusal: Refusal): Sorted {
  const { editing } = view;
  const begun = !isBlank(editing.draft.input);
  const missing = new Set(refusal.errors.filter(({ code }) => code === 'missing').map(({ field }) => field));
  const at = new Map<string, Said[]>();
  const sentences: Sentences = { has: (path) => at.has(path), get: (path) => at.get(path)?.map(({ text }) => text) };
  const sorted: Sorted = { wrong: [], needed: [], at: sentences, readings: new Map(), currencies: new Map(), missing };
  for (const fault of refusal.errors) {
    const { row, field, label } = find(view, fault.field);
    const said: Said = { path: fault.field, get label() { return label(); }, get text() { return sentence(view, fault, field); } };
    const visited = !field || row?.touched.has(field.name);
    if (fault.code === 'missing' && !visited) sorted.needed.push(said);
    else if (fault.field.startsWith('input') && !begun && fault.code === 'missing') sorted.needed.push(said);
    else if (editing.typing !== fault.field && !(field?.kind === 'country' && areCountriesComing())) {
      sorted.wrong.push(said);
      at.set(fault.field, [...(at.get(fault.field) ?? []), said]);
      const readings = fault.values?.['readings'];
      if (Array.isArray(readings)) sorted.readings.set(fault.field, readings);
      if (fault.code === 'other_currency') sorted.currencies.set(fault.field, String(fault.values?.['currency']));
    }
  }
  return sorted;
}

const LISTED = 20;

/** Where the figure would stand: what keeps it from standing there, each leading to its field. */
export function faultSummary(view: FormView, { wrong, needed }: Sorted): TemplateResult {
  const { words, format, editing } = view;
  const link = (path: string, label: string): TemplateResult => html`<a href="#${path}"
    @click=${(event: Event) => { event.preventDefault(); editing.reveal(path); }}>${label}</a>`;
  const rest = (count: number): unknown => (count > LISTED ? html`<li>${words.ui('and_more', { count: format.count(count - LISTED) })}</li>` : nothing);
  const missing = html`<ul class="needed">${needed.slice(0, LISTED).map(({ path, label }) => html`<li>${link(path, label)}</li>`)}${rest(needed.length)}</ul>`;
  const begun = !isBlank(editing.draft.input) && needed.length > 0;
  if (wrong.length) {
    return html`<div class="summary wrong" part="summary" role="group" aria-labelledby="summary-title">
      <h2 id="summary-title">${icon('ask')}${words.ui('faults', { count: format.count(wrong.length) })}</h2>
      <ul>${wrong.slice(0, LISTED).map(({ path, label, text }) => html`<li>${link(path, label)}<span>${text}</span></li>`)}${rest(wrong.length)}</ul>
      ${begun ? html`<h3>${words.ui('needed')}</h3>${missing}` : nothing}
    </div>`;
  }
  // Where all is there, and one thing is wrong that somebody is typing, there is nothing to list.
  return html`<div class="summary" part="summary" role="group" aria-labelledby="summary-title">
    <h2 id="summary-title">${words.ui(begun ? 'needed' : 'prompt')}</h2>
    ${begun ? missing : html`<p>${words.ui('prompt_more')}</p>`}
  </div>`;
}
