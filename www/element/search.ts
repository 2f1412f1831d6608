// <clausewise-search>: finds calculators, rules, services, countries and terms of the trade by what people call them, in
// either language, while they type. A file of its own: most pages have no search. What it searches, and with what, comes
// once somebody is about to type; from then on it needs no network.

import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { Composition } from './composition.js';
import { define } from './define.js';
import { nearestLang, watchLang } from './language.js';
import { part } from './part.js';
import type { Entry, Found, Index } from './search/find.js';
import { styles } from './search/styles.js';
import { loadWords, WHOLE, type Words } from './words.js';
import { LONGEST, bounded } from './search/bounded.js';

const MOST = 12;
const PLACES = ['calculator', 'rule', 'service', 'country', 'glossary'] as const;
type Place = (typeof PLACES)[number];

export class ClausewiseSearch extends LitElement {
  static override styles = styles;
  static override properties = Object.fromEntries(PLACES.map((place) => [place, { type: String }]));

  /** Where each kind of thing stands: addresses with `{key}` in them. What has none is not searched. */
  declare calculator: string;
  declare rule: string;
  declare service: string;
  declare country: string;
  declare glossary: string;

  private index: Index | undefined;
  private preparing: Promise<void> | undefined;
  private words: Words | undefined;
  private failed = false;
  /** The language that was asked for. */
  private spoken = '';
  private text = '';
  private unwatch: (() => void) | undefined;

  constructor() {
    super();
    new Composition(this);
    for (const place of PLACES) this[place] = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.unwatch = watchLang(this, this.speak);
    addEventListener('online', this.speak);
    void this.speak();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unwatch?.();
    removeEventListener('online', this.speak);
  }

  /** In the language around it; what did not arrive is asked for again. */
  private readonly speak = async (): Promise<void> => {
    const lang = nearestLang(this);
    if (this.spoken === lang) return;
    this.spoken = lang;
    try {
      const words = await loadWords(lang);
      // What comes for a language that the page no longer speaks comes too late.
      if (this.spoken === lang) Object.assign(this, { words, failed: false });
    } catch (reason) {
      if (this.spoken !== lang) return;
      this.spoken = '';
      console.error('clausewise-search:', reason);
      this.failed = true;
    }
    this.requestUpdate();
  };

  /** Where each kind of thing stands may be said after the element is there, or anew. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!PLACES.some((place) => changed.has(place))) return;
    [this.index, this.preparing] = [undefined, undefined];
    if (this.text) void this.prepare();
  }

  /** The other languages are searched too, and only fetched once somebody is about to type. */
  private async prepare(): Promise<void> {
    if (this.index) return;
    const preparing = this.preparing ??= Promise.all([part(() => import('./find.js')), ...WHOLE.map(loadWords)]).then(([{ buildIndex }, ...languages]) => {
      if (this.preparing !== preparing) return;
      this.index = buildIndex(languages, new Set(PLACES.filter((place) => this[place])));
      this.requestUpdate();
    });
    try {
      await preparing;
    } catch (reason) {
      // The questions on the page are still there, and the next letter tries again.
      this.preparing = undefined;
      console.error('clausewise-search:', reason);
    }
  }

  private async find(text: string): Promise<void> {
    this.text = text;
    this.requestUpdate();
    await this.prepare();
  }

  protected override render(): TemplateResult {
    const { words, index, text } = this;
    if (this.failed || !words) return html`<slot></slot>`;
    const found = text.trim() && index ? index.find(text) : [];
    return html`<div class="search" lang=${words.locale.tag}>
      <label for="search">${words.ui('search.label')}</label>
      <input id="search" type="search" maxlength=${LONGEST} autocomplete="off" spellcheck="false" enterkeyhint="search" placeholder=${words.ui('search.example')}
        .value=${text} @focus=${() => void this.prepare()} @input=${(event: Event) => void this.find(bounded((event.target as HTMLInputElement).value))}
        @keydown=${(event: KeyboardEvent) => { if (event.key === 'Enter') this.renderRoot.querySelector<HTMLElement>('li a')?.click(); }}>
      <p class="count" role="status" aria-live="polite">${text.trim() && index ? words.ui(!found.length ? 'search.none' : found.length > MOST ? 'search.most' : 'search.found', { count: String(found.length), shown: String(MOST) }) : nothing}</p>
      ${found.length ? html`<ul>${found.slice(0, MOST).map((each) => this.row(words, each))}</ul>` : nothing}
    </div>`;
  }

  private row(words: Words, { entry }: Found): TemplateResult {
    const { title, aside } = this.said(words, entry);
    const address = this[entry.place as Place].replace('{key}', encodeURIComponent(entry.key));
    return html`<li><a href=${address}><span class="place">${words.ui(`search.${entry.place}`)}</span>
      <span class="title">${title}</span>${aside ? html`<span class="aside">${aside}</span>` : nothing}</a></li>`;
  }

  private said(words: Words, { place, key, names }: Entry): { title: string; aside: string } {
    if (place === 'calculator') { const { title, question } = words.calculator(key); return { title: question, aside: title }; }
    if (place === 'rule') return { title: key, aside: words.sentence('clauses', key) };
    if (place === 'service') return { title: words.choice('service', key), aside: '' };
    if (place === 'glossary') { const { term, meaning } = words.term(key); return { title: term, aside: meaning }; }
    return { title: names?.[words.lang] ?? key, aside: key };
  }
}

define('clausewise-search', ClausewiseSearch);
