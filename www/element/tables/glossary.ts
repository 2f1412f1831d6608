// The terms of the trade: what each is called, what it means, and what it is called in the other language.

import type { html as htmlTag, nothing as nothingSign, TemplateResult } from 'lit';
import type { Words } from '../words.js';
import { LONGEST, bounded } from '../search/bounded.js';

export interface GlossaryView {
  html: typeof htmlTag;
  nothing: typeof nothingSign;
  words: Words;
  /** The other language. */
  other: Words;
  search: string;
  /** The term that the address names. */
  marked: string;
  find(text: string): void;
}

export function glossaryList(view: GlossaryView): TemplateResult {
  const { html, nothing, words, other, marked } = view;
  const all = words.termKeys();
  const wanted = view.search.trim().toLowerCase();
  const fits = (key: string): boolean =>
    [words, other].some((each) => { const { term, meaning } = each.term(key); return `${term}\n${meaning}`.toLowerCase().includes(wanted); });
  const keys = all.filter(fits);
  return html`
    <div class="field kind-text"><label for="search">${words.ui('terms.search')}</label>
      <span class="hint" id="search-hint">${words.ui('glossary.search_hint')}</span>
      <input id="search" type="search" maxlength=${LONGEST} autocomplete="off" spellcheck="false" aria-describedby="search-hint" .value=${view.search}
        @input=${(event: Event) => view.find(bounded((event.target as HTMLInputElement).value))}></div>
    <p class="count" role="status" aria-live="polite">${words.ui('glossary.count', { count: String(keys.length), all: String(all.length) })}</p>
    <dl class="glossary">${keys.map((key) => {
      const { term, meaning } = words.term(key);
      return html`<div id=${key} class=${key === marked ? 'marked' : nothing} tabindex="-1">
        <dt>${term} <span class="other" lang=${other.locale.tag}>${other.term(key).term}</span></dt>
        <dd>${meaning}</dd></div>`;
    })}</dl>`;
}
