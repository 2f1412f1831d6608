// A long list of the document's own, narrowed down: by words, in either language, and by what stands in its columns.

import { html, nothing, type TemplateResult } from 'lit';
import { show } from '../format.js';
import type { Out, OutValues } from '../types.js';
import { EVERYTHING, type Filter } from './narrowed.js';
import type { AnswerView } from './view.js';
import { LONGEST, bounded } from '../search/bounded.js';

/** Lists that fit a screen need no search. */
const LONG = 12;

/** A column of so many different values is one to pick from. */
const FEWEST = 2;
const MOST = 12;

export const isLong = (rows: OutValues[]): boolean => rows.length > LONG;

const isNarrowed = ({ text, picks }: Filter): boolean => text.trim() !== '' || Object.values(picks).some((value) => value !== '');

/** The rows that fit, by their place in the whole list. */
export function fitting(view: AnswerView, outs: Out[], rows: OutValues[]): number[] {
  const { filter, languages, format } = view;
  const wanted = filter.text.toLowerCase().split(/\s+/).filter((word) => word);
  const picked = Object.entries(filter.picks).filter(([, value]) => value !== '');
  const said = (row: OutValues): string => outs.flatMap((out) => {
    const value = row[out.name];
    return value === undefined || out.kind === 'list' || out.kind === 'flag' ? [] : [String(value), ...languages.map((words) => show(out, value, words, format, 'short'))];
  }).join('\n').toLowerCase();
  return rows.flatMap((row, index) => {
    const fits = picked.every(([name, value]) => String(row[name]) === value) && (!wanted.length || wanted.every((word) => said(row).includes(word)));
    return fits ? [index] : [];
  });
}

export function filterTemplate(view: AnswerView, outs: Out[], rows: OutValues[], count: number): TemplateResult {
  const { words, format, answer, filter, narrow } = view;
  const pick = (name: string) => (event: Event): void =>
    narrow({ ...filter, picks: { ...filter.picks, [name]: (event.target as HTMLSelectElement).value } });
  const columns = outs.flatMap((out) => {
    const values = [...new Set(rows.map((row) => row[out.name]))].filter((value) => value !== undefined);
    const isSorted = out.kind === 'choice' || out.kind === 'count';
    return isSorted && values.length >= FEWEST && values.length <= MOST ? [{ out, values }] : [];
  });
  return html`<div class="filter" role="search" part="filter">
    <div class="filter-field wide"><label for="filter-text">${words.ui('filter')}</label>
      <input id="filter-text" type="search" maxlength=${LONGEST} part="input" data-filter="text" .value=${filter.text} autocomplete="off" spellcheck="false"
        placeholder=${words.ui('filter_hint')} @input=${(event: Event) => narrow({ ...filter, text: bounded((event.target as HTMLInputElement).value) })}></div>
    ${columns.map(({ out, out: { name }, values }) => html`<div class="filter-field"><label for="filter-${name}">${words.lineName(name, answer.calculator)}</label>
      <select id="filter-${name}" part="input" data-filter=${name} @change=${pick(name)}>
        <option value="" .selected=${!filter.picks[name]}>${words.ui('filter_any')}</option>
        ${values.map((value) => html`<option value=${String(value)} .selected=${filter.picks[name] === String(value)}>${show(out, value, words, format)}</option>`)}
      </select></div>`)}
    <p class="filter-count"><span role="status" aria-live="polite" data-filter="count">${words.ui('filter_count', { count: format.count(count), all: format.count(rows.length) })}</span>
      ${isNarrowed(filter) ? html`<button type="button" part="button" class="quiet" data-act="everything" @click=${() => narrow(EVERYTHING)}>${words.ui('filter_clear')}</button>` : nothing}</p>
    ${count ? nothing : html`<p>${words.ui('filter_none')}</p>`}
  </div>`;
}
