// <clausewise-terms>: what the documents say, to be searched, sorted and sifted: every rule, the terms country by country,
// or the terms of the trade. What there is to see is drawn by a file of its own, fetched where a page has such an element.

import build from 'clausewise:build';
import loadDocuments from 'clausewise:documents';
import { html, LitElement, nothing, unsafeCSS, type TemplateResult } from 'lit';
import { Composition } from './composition.js';
import { countries, loadCountries } from './country.js';
import { failureToLoad, watchPolicy, type Failure } from './failure.js';
import { failed, waiting } from './fallback.js';
import { formatFor } from './format.js';
import { nearestLang, watchLang } from './language.js';
import { styles } from './styles/index.js';
import terms from './styles/terms.css';
import { part } from './part.js';
import type { RuleFilter } from './tables.js';
import type { Documents } from './types.js';
import { loadWords, WHOLE, type Words } from './words.js';

type Tables = typeof import('./tables.js');

const UNSIFTED: RuleFilter = { search: '', pack: '', kind: '', calculator: '' };


/** What the address names; one that cannot be read names nothing. */
function named(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return '';
  }
}

export class ClausewiseTerms extends LitElement {
  static override styles = [styles, unsafeCSS(terms)];
  static override properties = { show: { type: String }, pack: { type: String }, link: { type: String }, rules: { type: String } };

  /** `rules`, `countries` or `glossary`. */
  declare show: string;
  /** Whose terms by country. */
  declare pack: string;
  /** Where a calculator's page is, such as `{calculator}.html`; without it the rules name calculators and lead nowhere. */
  declare link: string;
  /** The page of all rules, to which the clauses of a country lead. */
  declare rules: string;

  private documents: Documents | undefined;
  private words: Words | undefined;
  private other: Words | undefined;
  private tables: Tables | undefined;
  private failure: Failure | undefined;
  /** The language and the list that were asked for. */
  private wanted = '';
  private unwatch: (() => void) | undefined;
  private search = '';
  private sorted = { column: 'country', down: false };
  private readonly open = new Set<string>();
  private filter: RuleFilter = UNSIFTED;
  private marked = '';
  private readonly follow = (): void => this.lead();

  constructor() {
    super();
    new Composition(this);
    this.show = 'rules';
    this.pack = 'ibm-ilan';
    this.link = '';
    this.rules = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.unwatch = watchLang(this, () => this.requestUpdate());
    addEventListener('hashchange', this.follow);
    addEventListener('online', this.retry);
    watchPolicy();
    // It may have come to a place of another language; and what could not be had may be had by now.
    if (this.failure) this.wanted = '';
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unwatch?.();
    removeEventListener('hashchange', this.follow);
    removeEventListener('online', this.retry);
  }

  /** Not before the page has had its say: whoever makes an element puts it in first, and names what it shows then. */
  protected override willUpdate(): void {
    if (this.isConnected) void this.load();
  }

  /** What did not arrive is asked for again. */
  private readonly retry = (): void => {
    if (!this.failure) return;
    this.wanted = '';
    void this.load();
  };

  private async load(): Promise<void> {
    const lang = nearestLang(this);
    const wanted = `${lang} ${this.show}`;
    if (this.wanted === wanted) return;
    this.wanted = wanted;
    const first = !this.words;
    this.failure = undefined;
    try {
      const tables = part(() => import('./tables.js'));
      if (this.show === 'glossary') {
        const [words, ...others] = await Promise.all([loadWords(lang), ...WHOLE.map(loadWords)]);
        const other = others.find((each) => each.lang !== words.lang) ?? words;
        this.take(wanted, { words, other, tables: await tables });
      } else {
        const [{ default: documents }, words] = await Promise.all([part(loadDocuments, build), loadWords(lang), loadCountries()]);
        this.take(wanted, { documents, words, tables: await tables });
      }
    } catch (reason) {
      console.error('clausewise-terms:', reason);
      const failure = await failureToLoad(reason);
      this.take(wanted, { failure });
    }
    if (this.wanted !== wanted) return;
    this.requestUpdate();
    if (first) void this.updateComplete.then(() => this.lead(true));
  }

  /** What comes for a language or a list that is no longer wanted comes too late. */
  private take(wanted: string, loaded: object): void {
    if (this.wanted === wanted) Object.assign(this, loaded);
  }

  /** To the rule, the country or the term that the address names, laid open whatever is sifted out. */
  private lead(late = false): void {
    const id = named(location.hash);
    if (!id || !this.ids().includes(id)) return;
    this.marked = id;
    this.search = '';
    this.filter = UNSIFTED;
    this.open.add(id);
    this.requestUpdate();
    void this.updateComplete.then(() => {
      const row = this.renderRoot.querySelector<HTMLElement>(`[id="${id}"]`);
      // One that comes late takes nobody away from where they are by then.
      if (late && document.activeElement && document.activeElement !== document.body) return;
      row?.scrollIntoView({ block: 'center' });
      row?.focus({ preventScroll: true });
    });
  }

  /** Everything here that an address may name. */
  private ids(): string[] {
    const { documents, words, tables } = this;
    if (this.show === 'glossary') return words?.termKeys() ?? [];
    const packs = documents?.packs ?? [];
    if (this.show === 'countries') return packs.flatMap((pack) => (pack.id === this.pack ? tables?.countriesIn(pack) ?? [] : []));
    return packs.flatMap(({ clauses }) => Object.keys(clauses));
  }

  protected override render(): TemplateResult {
    const { words, tables } = this;
    if (this.failure) return failed(this.failure, nearestLang(this), this.retry);
    if (!words || !tables) return waiting();
    return html`<div class="root" lang=${words.locale.tag}>
      ${this.drawn(words, tables)}
      <p class="disclaimer">${words.ui('disclaimer')}</p></div>`;
  }

  private drawn(words: Words, tables: Tables): unknown {
    if (this.show === 'glossary') return this.glossary(words, tables);
    if (!this.documents) return nothing;
    return this.show === 'countries' ? this.countries(this.documents, words, tables) : this.everyRule(this.documents, words, tables);
  }

  private readonly find = (text: string): void => { this.search = text; this.requestUpdate(); };

  private glossary(words: Words, tables: Tables): unknown {
    const { other, search, marked, find } = this;
    return other ? tables.glossaryList({ html, nothing, words, other, search, marked, find }) : nothing;
  }

  private countries({ packs, byCountry, uses }: Documents, words: Words, tables: Tables): unknown {
    const [names, pack] = [countries(), packs.find(({ id }) => id === this.pack)];
    if (!names || !pack) return nothing;
    return tables.countriesTable({
      html,
      nothing,
      words,
      names,
      pack,
      search: this.search,
      sorted: this.sorted,
      open: this.open,
      uses,
      byCountry,
      link: this.link,
      rules: this.rules,
      marked: this.marked,
      find: this.find,
      sort: (column) => { this.sorted = { column, down: this.sorted.column === column && !this.sorted.down }; this.requestUpdate(); },
      toggle: (code) => { if (!this.open.delete(code)) this.open.add(code); this.requestUpdate(); },
    });
  }

  private everyRule({ packs, calculators, uses }: Documents, words: Words, tables: Tables): TemplateResult {
    return tables.rulesTable({
      html,
      nothing,
      words,
      format: formatFor(words.lang),
      packs,
      uses,
      calculators,
      filter: this.filter,
      link: this.link,
      marked: this.marked,
      change: (filter) => { this.filter = { ...this.filter, ...filter }; this.requestUpdate(); },
    });
  }
}
