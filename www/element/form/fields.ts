// One field: a real label, its hint, the control that suits its kind, and what is wrong with it.

import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { readOn } from '../checked.js';
import { areCountriesComing, countries, loadCountries, nameOf } from '../country.js';
import { fixedTemplate } from '../host/fixed_field.js';
import { meaningOf } from '../meaning.js';
import type { Row } from '../state.js';
import type { Field } from '../types.js';
import { meanings } from './meant.js';
import { isPicked, withPicker } from './picker.js';
import { wrapping } from './wrapping.js';
import type { FormView } from './view.js';

export interface Spot {
  row: Row;
  field: Field;
  /** The field's path in the request, by which tests and faults find it. */
  path: string;
  /** In a line of a list. */
  listed?: boolean;
  /** In a table of lines: no room for hints, radios and signs. */
  dense?: boolean;
  /** Whatever the control: also one to choose from has a place in a table. */
  onPaste?: (event: ClipboardEvent) => void;
}

/** In characters: no entry is as long, and to lay out what is longer takes long. */
export const LONGEST_ENTRY = 20_000;

const RADIOS = 3;

/** The keyboard of a phone that has all that an entry needs: of a day, digits and the points between them. */
const inputMode = { money: 'decimal', percent: 'decimal', rate: 'decimal', count: 'numeric', date: 'decimal' } as const;

export function fieldTemplate(view: FormView, spot: Spot): TemplateResult {
  const { words, faults, editing } = view;
  const { row, field, path, dense, onPaste } = spot;
  if (view.page.fixed.isFixed(row, field.name)) return fixedTemplate(view, spot);
  const name = editing.calculator.calculator;
  const id = `f${row.id}-${field.name}`;
  const wrong = faults.get(path);
  const hints = [words.hint(field.name, name), defaultHint(view, field), path === 'as_of' ? readOn(view) : undefined].filter((text) => text !== undefined);
  const { button, meaning } = dense ? { button: nothing, meaning: nothing } : meaningOf(view, field.name, name, path);
  const said = hints.length ? html`<span class="hint" id="${id}-hint">${hints.join(words.space)}</span>` : nothing;
  const hint = meaning === nothing ? said : html`<div class="hints">${said}${meaning}</div>`;
  const fault = wrong?.length ? html`<div class="wrongly"><span class="fault" id="${id}-fault">${wrong.join(' ')}</span>${meanings(view, spot)}</div>` : nothing;
  // What one may leave out can become needed by what else was entered.
  const isNeeded = field.required || view.missing.has(path);
  const label = html`${words.name(field.name, name)}${isNeeded ? nothing : html` <span class="optional">${words.ui('optional')}</span>`}`;
  const describedBy = [hints.length ? `${id}-hint` : '', wrong?.length ? `${id}-fault` : ''].join(' ').trim() || nothing;

  if (field.kind === 'choice' && !dense && field.required && (field.choices?.length ?? 0) <= RADIOS) {
    return html`<fieldset class="field radios kind-choice ${wrong ? 'wrong' : ''}" part="field" aria-describedby=${describedBy} @paste=${onPaste ?? nothing}>
      <legend>${label}</legend>${button}${hint}
      <div class="options">${field.choices?.map((choice) => html`<label class="option">
        <input type="radio" name=${id} value=${choice} data-field=${path} .checked=${row.values[field.name] === choice}
          aria-invalid=${wrong ? 'true' : nothing}
          @change=${() => { editing.type(row, field, path, choice); editing.leave(row, field); }}>
        <span>${words.choice(field.name, choice)}</span></label>`)}</div>${fault}
    </fieldset>`;
  }
  const entry = entryText(view, spot).slice(0, MEASURED);
  const isLong = wide(entry) > ((field.choices?.length ?? 0) < MANY || dense ? LONG : LONG_BESIDE_MANY);
  const measure = dense || (isLong && !wraps(spot)) ? html`<span class="measure" aria-hidden="true">${entry}</span>` : nothing;
  return html`<div class="field kind-${field.kind} ${wrong ? 'wrong' : ''} ${isLong ? (dense ? 'wide' : 'long') : ''}" part="field" @paste=${onPaste ?? nothing}>
    ${button === nothing ? html`<label for=${id}>${label}</label>` : html`<span class="labelled"><label for=${id}>${label}</label>${button}</span>`}${hint}
    ${control(view, spot, id, describedBy)}${measure}${fault}
  </div>`;
}

/** Nothing that is longer is an entry, and to lay it out could take long. */
const MEASURED = 200;

/** Longer than a field of its own is wide, by the width of digits. */
const LONG = 14;

/** A field of many choices is twice as wide. */
const MANY = 20;
const LONG_BESIDE_MANY = 30;

/** What has no list to choose from beside it can go on below. */
const wraps = ({ field: { kind, one_of }, listed }: Spot): boolean => listed === true && kind === 'text' && !one_of;

const wide = (text: string): number => [...text].reduce((sum, sign) => sum + (/[\u2e80-\uffff]/.test(sign) ? 2 : 1), 0);

/** An entry as its control shows it: what a column has to be wide enough for. */
function entryText({ words }: FormView, { row, field: { name, kind } }: Spot): string {
  const held = row.values[name] ?? '';
  if (kind === 'country') return nameOf(held, words.lang);
  if (held === '' || (kind !== 'choice' && kind !== 'flag')) return held;
  return kind === 'flag' ? words.ui(held === 'true' ? 'yes' : 'no') : words.choice(name, held);
}

function control(view: FormView, spot: Spot, id: string, describedBy: string | typeof nothing): TemplateResult {
  const { editing, format } = view;
  const { row, field, path, dense } = spot;
  const { kind, name } = field;
  const standard = standardOf(view, field);
  const held = row.values[name] ?? '';
  const invalid = view.faults.has(path) ? 'true' : nothing;
  const type = (event: Event): void => {
    editing.type(row, field, path, (event.target as HTMLInputElement).value);
  };
  /** Tools may change a value without a key being pressed. */
  const settle = (event: Event): void => {
    if ((event.target as HTMLInputElement).value !== (row.values[name] ?? '')) type(event);
    editing.settle();
  };
  const leave = (event: Event): void => {
    settle(event);
    editing.leave(row, field);
  };

  if (kind === 'choice' || kind === 'flag') {
    return html`<select id=${id} data-field=${path} part="input" aria-invalid=${invalid} aria-describedby=${describedBy}
      @change=${(event: Event) => { type(event); editing.leave(row, field); }}>
      <option value="" .selected=${held === ''}>${view.words.ui(field.required ? 'choose' : 'unstated')}</option>
      ${options(view, field, held)}
    </select>`;
  }
  if (kind === 'country') return countryControl(view, spot, id, describedBy);
  if (wraps(spot)) {
    return wrapping(held, html`<textarea id=${id} data-field=${path} part="input" rows="1" maxlength=${LONGEST_ENTRY} .value=${held} autocomplete="off" spellcheck="false"
      aria-required=${field.required ? 'true' : nothing} aria-invalid=${invalid} aria-describedby=${describedBy}
      @input=${type} @change=${settle} @blur=${leave}></textarea>`);
  }
  const input = html`<input id=${id} data-field=${path} part="input" type="text" maxlength=${LONGEST_ENTRY} .value=${held}
    inputmode=${kind in inputMode ? inputMode[kind as keyof typeof inputMode] : nothing}
    list=${field.one_of ? `${id}-list` : nothing}
    placeholder=${kind === 'currency' ? 'ISO 4217' : typeof standard === 'string' || typeof standard === 'number' ? standard : nothing}
    autocomplete="off" spellcheck="false" aria-required=${field.required ? 'true' : nothing}
    aria-invalid=${invalid} aria-describedby=${describedBy}
    @input=${type} @change=${settle} @blur=${leave}>`;
  if (isPicked(kind)) return withPicker(view, spot, input);
  if (field.one_of) return html`${input}<datalist id="${id}-list">${named(view, field.one_of).map((text) => html`<option value=${text}></option>`)}</datalist>`;
  if (dense) return input;
  const before = kind === 'money' ? format.sign(field.currency) : '';
  if (!before && kind !== 'percent') return input;
  // Whoever types the sign needs no second.
  const after = kind === 'percent' && !/[%％]\s*$/.test(held) ? '%' : '';
  return html`<span class="affix">${before ? html`<span class="sign" aria-hidden="true">${before}</span>` : nothing}${input}${
    after ? html`<span class="sign" aria-hidden="true">${after}</span>` : nothing}</span>`;
}

/** A text control with a list beside it. What is being typed stays as it is; a country chosen goes by its name. */
function countryControl(view: FormView, { row, field, path }: Spot, id: string, describedBy: string | typeof nothing): TemplateResult {
  const { editing, words } = view;
  const { name } = field;
  const codes = field.choices ?? [];
  const held = row.values[name] ?? '';
  const names = countries();
  // A country that is held goes by its name; the list is only wanted by somebody who is about to type.
  const fetchNames = (): void => {
    if (names) return;
    const isFirst = !areCountriesComing();
    void loadCountries().then(() => editing.settle(), () => { if (isFirst) editing.settle(); });
  };
  if (held) fetchNames();
  const shown = !row.asTyped.has(name) && codes.includes(held) ? (names?.countryName(held, words.lang) ?? held) : held;
  const offer = (element?: Element): void => {
    const list = element?.nextElementSibling;
    if (!names || !element || !(list instanceof HTMLElement)) return;
    names.offerCountries(element as HTMLInputElement, list, {
      codes,
      lang: words.lang,
      none: words.ui('no_country'),
      choose: (code) => {
        row.asTyped.delete(name);
        editing.type(row, field, path, code);
        editing.leave(row, field);
      },
    });
  };
  return html`<span class="combo"><input id=${id} data-field=${path} part="input" type="text" maxlength=${LONGEST_ENTRY} .value=${shown}
      autocomplete="off" autocapitalize="none" spellcheck="false" aria-required=${field.required ? 'true' : nothing}
      aria-invalid=${view.faults.has(path) ? 'true' : nothing} aria-describedby=${describedBy} ${ref(offer)}
      @focus=${(event: Event) => { fetchNames(); (event.target as HTMLInputElement).select(); }}
      @input=${(event: Event) => { row.asTyped.add(name); editing.type(row, field, path, (event.target as HTMLInputElement).value); }}
      @blur=${() => { row.asTyped.delete(name); editing.leave(row, field); }}><ul
      role="listbox" id="${id}-list" aria-label=${words.name(name, editing.calculator.calculator)} hidden></ul></span>`;
}

/** What was entered under some names of the form: to choose from instead of typing it again. */
function named({ editing }: FormView, names: string[]): string[] {
  const { values, lists } = editing.draft.input;
  const all = names.flatMap((name) => [values[name] ?? '', ...(lists[name] ?? []).flatMap((row) => Object.values(row.values))]);
  return [...new Set(all.filter((text) => text.trim()))];
}

function options(view: FormView, field: Field, value: string): unknown {
  const { words, pack } = view;
  const choices = field.kind === 'flag' ? ['true', 'false'] : (field.choices ?? []);
  const option = (choice: string): TemplateResult => html`<option value=${choice} .selected=${choice === value}>${
    field.kind === 'flag' ? words.ui(choice === 'true' ? 'yes' : 'no') : words.choice(field.name, choice)}</option>`;
  // A choice that the list lacks is shown as it came, and the core refuses it.
  const unknown = value && !choices.includes(value) ? html`<option value=${value} .selected=${true}>${value}</option>` : nothing;
  const groups = new Map<string, string[]>();
  for (const choice of choices) {
    const group = pack?.services?.find(({ key }) => key === choice)?.group ?? '';
    groups.set(group, [...(groups.get(group) ?? []), choice]);
  }
  return html`${unknown}${[...groups].map(([group, members]) => group
    ? html`<optgroup label=${words.choice('group', group)}>${members.map(option)}</optgroup>`
    : members.map(option))}`;
}

/** What an empty field stands for: by the terms in use, which may be others than those built in. */
const standardOf = ({ words }: FormView, { default: standard, default_term: term }: Field): Field['default'] =>
  (term === undefined ? undefined : words.said(term)) ?? standard;

function defaultHint(view: FormView, field: Field): string | undefined {
  const { words, format, editing } = view;
  const standard = standardOf(view, field);
  if (standard === undefined) return undefined;
  if (typeof standard === 'object') return words.ui('default_field', { field: words.name(standard.field, editing.calculator.calculator) });
  const value = String(standard);
  if (field.kind === 'choice') return words.ui('default_choice', { value: words.choice(field.name, value) });
  return words.ui('default', { value: field.kind === 'percent' ? format.percent(value) : value });
}
