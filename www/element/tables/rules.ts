// Every rule of every built-in document: the clause restated, where it is written, how its open points are read, and
// which calculators answer by it.

import type { html as htmlTag, nothing as nothingSign, TemplateResult } from 'lit';
import type { Format } from '../format.js';
import { sectionName } from '../section.js';
import type { Pack, RuleUse } from '../types.js';
import type { Words } from '../words.js';
import { LONGEST, bounded } from '../search/bounded.js';

export interface RuleFilter { search: string; pack: string; kind: string; calculator: string }

export interface RulesView {
  html: typeof htmlTag;
  nothing: typeof nothingSign;
  words: Words;
  format: Format;
  packs: readonly Pack[];
  uses: Readonly<Record<string, RuleUse>>;
  calculators: readonly string[];
  filter: RuleFilter;
  /** Where a calculator's page is, if there is one: `{calculator}.html`. */
  link: string;
  /** The rule that the address names. */
  marked: string;
  change(filter: Partial<RuleFilter>): void;
}

interface Rule { id: string; pack: Pack; section: string; checked: string; kind: string }

const KINDS = ['calculation', 'eligibility', 'lookup', 'notice'];

export function rulesTable(view: RulesView): TemplateResult {
  const { html, words, packs, calculators, filter } = view;
  const all: Rule[] = packs.flatMap((pack) =>
    Object.entries(pack.clauses).map(([id, { section, checked, kind = '' }]) => ({ id, pack, section, checked, kind })));
  const rules = all.filter((rule) => fits(view, rule));
  return html`
    <div class="cells">
      <div class="field kind-text"><label for="search">${words.ui('terms.search')}</label>
        <span class="hint" id="search-hint">${words.ui('rules.search_hint')}</span>
        <input id="search" type="search" maxlength=${LONGEST} autocomplete="off" spellcheck="false" aria-describedby="search-hint" .value=${filter.search}
          @input=${(event: Event) => view.change({ search: bounded((event.target as HTMLInputElement).value) })}></div>
      ${select(view, 'pack', packs.map(({ id }) => [id, words.document(id)?.name ?? id]))}
      ${select(view, 'kind', KINDS.map((kind) => [kind, words.ui(`rules.${kind}`)]))}
      ${select(view, 'calculator', calculators.map((name) => [name, words.calculator(name).title]))}
    </div>
    <p class="count" role="status" aria-live="polite">${words.ui('rules.count', { count: String(rules.length), all: String(all.length) })}</p>
    <ul class="rules">${rules.map((rule) => row(view, rule))}</ul>`;
}

function fits({ words, uses, filter: { search, pack, kind, calculator } }: RulesView, rule: Rule): boolean {
  const use = uses[rule.id];
  if (pack && pack !== rule.pack.id) return false;
  if (kind && kind !== rule.kind) return false;
  if (calculator && !use?.calculators.includes(calculator)) return false;
  const wanted = search.trim().toLowerCase();
  const said = [rule.id, words.sentence('clauses', rule.id), rule.section, ...(use?.assumptions ?? []).map((code) => words.sentence('assumptions', code))];
  return !wanted || said.some((text) => text.toLowerCase().includes(wanted));
}

function select({ html, words, filter, change }: RulesView, name: 'pack' | 'kind' | 'calculator', options: [key: string, text: string][]): TemplateResult {
  const held = filter[name];
  return html`<div class="field kind-choice"><label for=${name}>${words.ui(`rules.by_${name}`)}</label>
    <select id=${name} @change=${(event: Event) => change({ [name]: (event.target as HTMLSelectElement).value })}>
      <option value="" .selected=${held === ''}>${words.ui('rules.all')}</option>
      ${options.map(([key, text]) => html`<option value=${key} .selected=${held === key}>${text}</option>`)}
    </select></div>`;
}

function row({ html, nothing, words, format, uses, link, marked }: RulesView, { id, pack, section, checked, kind }: Rule): TemplateResult {
  const { assumptions = [], calculators = [] } = uses[id] ?? {};
  const document = words.document(pack.id);
  const edition = pack.edition === 'undated' ? (document?.edition ?? words.ui('undated')) : pack.edition;
  const source = [document?.name ?? pack.id, edition, words.ui('section', { section: sectionName(words, section) }), words.ui('checked', { date: format.date(checked, 'short') })];
  return html`<li id=${id} class=${id === marked ? 'marked' : nothing} tabindex="-1">
    <p class="rule-head"><strong>${id}</strong>${kind ? html` <span class="kind">${words.ui(`rules.${kind}`)}</span>` : nothing}</p>
    <p>${words.sentence('clauses', id)}</p>
    ${assumptions.length ? html`<div class="read"><p class="cell-label">${words.ui('rules.read_as')}</p>
      <ul>${assumptions.map((code) => html`<li>${words.sentence('assumptions', code)}</li>`)}</ul></div>` : nothing}
    <p class="source">${source.join(' · ')}</p>
    ${calculators.length ? html`<p class="uses"><span class="cell-label">${words.ui('rules.used_by')}</span>
      ${calculators.map((name) => { const { title } = words.calculator(name);
        return link ? html`<a href=${link.replace('{calculator}', name)}>${title}</a> ` : html`<span>${title}</span> `; })}</p>` : nothing}
  </li>`;
}
