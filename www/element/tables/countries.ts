// Every country that a document names, with the terms that differ there: one row a country, one column a kind of
// term. A file of its own, which is handed what it draws with, so that it brings no second copy of it.

import type { html as htmlTag, nothing as nothingSign, TemplateResult } from 'lit';
import { asking } from '../brought.js';
import type { Pack, RuleUse } from '../types.js';
import type { Words } from '../words.js';
import { LONGEST, bounded } from '../search/bounded.js';

export interface CountriesView {
  html: typeof htmlTag;
  nothing: typeof nothingSign;
  words: Words;
  names: typeof import('../countries.js');
  pack: Pack;
  search: string;
  sorted: { column: string; down: boolean };
  /** Countries whose clauses are laid open. */
  open: ReadonlySet<string>;
  /** What answers by a clause. */
  uses: Readonly<Record<string, RuleUse>>;
  /** The calculators that ask for a country. */
  byCountry: readonly string[];
  /** Where a calculator's page is, if there is one: `{calculator}.html`. */
  link: string;
  /** The page of all rules, if there is one. */
  rules: string;
  /** The country that the address names. */
  marked: string;
  find(text: string): void;
  sort(column: string): void;
  toggle(code: string): void;
}

/** The columns, and the terms of the pack that each gathers. */
const COLUMNS: Record<string, readonly string[]> = {
  payment: ['late_payment'],
  tax: ['tax_terms'],
  liability: ['cap_floor', 'paid_percent', 'damages_by_country', 'uncapped_by_country', 'consumer_remedies', 'liability_notes'],
  law: ['governing_law', 'territory_of_rights'],
  forum: ['dispute_forum'],
  limitation: ['limitation_by_country'],
  other: ['refund_by_country', 'dispute_notes', 'country_readings'],
};

interface TermRow { countries: string[]; clause: string; law?: string; forum?: string }
interface Cell { texts: string[]; clauses: string[] }
interface CountryRow { code: string; name: string; cells: Map<string, Cell> }

/** What a row of a term says in a few words: the law and the forum by name, everything else as its clause in short. */
const short = (words: Words, { law, forum, clause }: TermRow): string =>
  law !== undefined ? words.choice('law', law) : forum !== undefined ? words.choice('forum', forum) : words.sentence('shorts', clause);

const termsIn = (pack: Pack, name: string): TermRow[] => (pack.values?.[name]?.dated.at(-1)?.value ?? []) as TermRow[];

/** The codes of all that a document names. */
export const countriesIn = (pack: Pack): string[] => [...new Set(termsIn(pack, 'named_countries').flatMap(({ countries }) => countries))];

function rowsOf({ pack, words, names }: CountriesView): CountryRow[] {
  return countriesIn(pack).map((code) => {
    const cells = new Map(Object.entries(COLUMNS).map(([column, gathered]) => {
      const rows = gathered.flatMap((name) => termsIn(pack, name)).filter(({ countries }) => countries.includes(code));
      const texts = [...new Set(rows.map((row) => short(words, row)))];
      return [column, { texts, clauses: [...new Set(rows.map(({ clause }) => clause))] }];
    }));
    return { code, name: names.countryName(code, words.lang), cells };
  });
}

const textOf = (row: CountryRow, column: string): string =>
  column === 'country' ? row.name : (row.cells.get(column)?.texts.join('\n') ?? '');

function arranged(view: CountriesView, rows: CountryRow[]): CountryRow[] {
  const { search, sorted: { column, down }, words, names } = view;
  const named = new Set(search.trim() ? names.findCountries(search, rows.map(({ code }) => code), words.lang) : []);
  const wanted = search.trim().toLowerCase();
  const fits = (row: CountryRow): boolean =>
    !wanted || named.has(row.code) || Object.keys(COLUMNS).some((each) => textOf(row, each).toLowerCase().includes(wanted));
  const compare = new Intl.Collator(words.locale.intl).compare;
  // Whatever does not differ from the base terms comes last, either way round.
  const order = (a: CountryRow, b: CountryRow): number => {
    const [first, second] = [textOf(a, column), textOf(b, column)];
    if (!first !== !second) return first ? -1 : 1;
    return (down ? -1 : 1) * compare(first, second) || compare(a.name, b.name);
  };
  return rows.filter(fits).sort(order);
}

export function countriesTable(view: CountriesView): TemplateResult {
  const { html, nothing, words, sorted } = view;
  const all = rowsOf(view);
  const rows = arranged(view, all);
  const columns = ['country', ...Object.keys(COLUMNS)];
  const head = (column: string): TemplateResult => html`<th scope="col"
    aria-sort=${sorted.column === column ? (sorted.down ? 'descending' : 'ascending') : nothing}>
    <button type="button" class="sort" data-sort=${column} @click=${() => view.sort(column)}>${words.ui(`terms.${column}`)}</button></th>`;
  const cell = (row: CountryRow, column: string): TemplateResult => {
    const texts = row.cells.get(column)?.texts ?? [];
    return html`<td class=${texts.length ? 'differs' : 'base'}><span class="cell-label">${words.ui(`terms.${column}`)}</span>${texts.length
      ? texts.map((text) => html`<span class="term">${text}</span>`)
      : html`<span class="term">${words.ui('terms.base')}</span>`}</td>`;
  };
  const clauses = (row: CountryRow): TemplateResult => {
    const ids = [...new Set([...row.cells.values()].flatMap((each) => each.clauses))].sort();
    const onward = view.link ? asked(view, ids) : [];
    return html`<tr class="clauses"><td colspan=${columns.length}><dl>${ids.map((id) => html`<div>
      <dt>${view.rules ? html`<a href="${view.rules}#${id}">${id}</a>` : id}</dt><dd>${words.sentence('clauses', id)}</dd></div>`)}</dl>
      ${onward.length ? html`<p class="uses">${words.ui('terms.lead', { country: row.name })}${words.colon}${onward.map((calculator) =>
        html`<a href=${asking(view.link, { calculator, input: { country: row.code } })}>${words.calculator(calculator).title}</a> `)}</p>` : nothing}</td></tr>`;
  };
  return html`
    <div class="field kind-text"><label for="search">${words.ui('terms.search')}</label>
      <span class="hint" id="search-hint">${words.ui('terms.search_hint')}</span>
      <input id="search" type="search" maxlength=${LONGEST} autocomplete="off" spellcheck="false" aria-describedby="search-hint" .value=${view.search}
        @input=${(event: Event) => view.find(bounded((event.target as HTMLInputElement).value))}></div>
    <p class="count" role="status" aria-live="polite">${words.ui('terms.count', { count: String(rows.length), all: String(all.length) })}</p>
    <div class="scroll" role="region" tabindex="0" aria-label=${words.ui('terms.countries')}>
      <table class="countries">
        <thead><tr>${columns.map(head)}</tr></thead>
        <tbody>${rows.map((row) => {
          const isOpen = view.open.has(row.code);
          const differs = [...row.cells.values()].some(({ clauses }) => clauses.length);
          return html`<tr id=${row.code} class=${row.code === view.marked ? 'marked' : nothing} tabindex="-1" data-country=${row.code}><th scope="row">${differs
            ? html`<button type="button" class="figure" aria-expanded=${isOpen ? 'true' : 'false'} @click=${() => view.toggle(row.code)}>${row.name} <small>${row.code}</small></button>`
            : html`${row.name} <small>${row.code}</small>`}</th>${Object.keys(COLUMNS).map((column) => cell(row, column))}</tr>${
            isOpen && differs ? clauses(row) : nothing}`;
        })}</tbody>
      </table>
    </div>`;
}

/** Those that answer by these clauses, and may be asked about a country. */
const asked = ({ uses, byCountry }: CountriesView, ids: string[]): string[] =>
  byCountry.filter((name) => ids.some((id) => uses[id]?.calculators.includes(name)));
