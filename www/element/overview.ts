// <clausewise-terms>: what the documents say, to be searched, sorted and sifted: the terms country by country, or every
// rule. What there is to see is drawn by a file of its own, fetched where a page has such an element.

import { html, LitElement, nothing, unsafeCSS, type TemplateResult } from 'lit';
import { countries, loadCountries } from './country.js';
import { failed, waiting } from './fallback.js';
import { formatFor } from './format.js';
import { nearestLang, watchLang } from './language.js';
import { styles } from './styles/index.js';
import terms from './styles/terms.css';
import type { RuleFilter, RuleUse } from './tables.js';
import type { Pack } from './types.js';
import { loadWords, type Words } from './words.js';

type Tables = typeof import('./tables.js');

/** What the package holds for such tables: they need no core. */
interface Documents { packs: Pack[]; calculators: string[]; uses: Record<string, RuleUse> }

export class ClausewiseTerms extends LitElement {
  static override styles = [styles, unsafeCSS(terms)];
  static override properties = { show: { type: String }, pack: { type: String }, link: { type: String } };

  /** `countries` or `rules`. */
  declare show: string;
  /** Whose terms by country. */
  declare pack: string;
  /** Where a calculator's page is, such as `{calculator}.html`; without it the rules name calculators and lead nowhere. */
  declare link: string;

  private documents: Documents | undefined;
  private words: Words | undefined;
  private tables: Tables | undefined;
  private failed = false;
  private unwatch: (() => void) | undefined;
  private search = '';
  private sorted = { column: 'country', down: false };
  private readonly open = new Set<string>();
  private filter: RuleFilter = { search: '', pack: '', kind: '', calculator: '' };
  private marked = '';
  private readonly follow = (): void => this.lead();

  constructor() {
    super();
    this.show = 'rules';
    this.pack = 'ibm-ilan';
    this.link = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.unwatch = watchLang(this, () => void this.load());
    addEventListener('hashchange', this.follow);
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unwatch?.();
    removeEventListener('hashchange', this.follow);
  }

  private async load(): Promise<void> {
    const first = !this.words;
    try {
      const documents = fetch(new URL('rules.json', import.meta.url)).then((response) => response.json() as Promise<Documents>);
      const [all, words, tables] = await Promise.all([documents, loadWords(nearestLang(this)), import('./tables.js'), loadCountries()]);
      Object.assign(this, { documents: all, words, tables });
    } catch (reason) {
      console.error('clausewise-terms:', reason);
      this.failed = true;
    }
    this.requestUpdate();
    if (first) void this.updateComplete.then(this.follow);
  }

  /** To the rule that the address names, laid open whatever is sifted out. */
  private lead(): void {
    const id = decodeURIComponent(location.hash.slice(1));
    if (!id || !this.documents?.packs.some(({ clauses }) => id in clauses)) return;
    this.marked = id;
    this.filter = { search: '', pack: '', kind: '', calculator: '' };
    this.requestUpdate();
    void this.updateComplete.then(() => {
      const row = this.renderRoot.querySelector<HTMLElement>(`[id="${id}"]`);
      row?.scrollIntoView({ block: 'center' });
      row?.focus({ preventScroll: true });
    });
  }

  protected override render(): TemplateResult {
    const { documents, words, tables } = this;
    if (this.failed) return failed(nearestLang(this), words);
    if (!documents || !words || !tables) return waiting();
    return html`<div class="root" lang=${words.lang === 'en' ? 'en' : 'zh-Hant-TW'}>
      ${this.show === 'countries' ? this.countries(documents, words, tables) : this.rules(documents, words, tables)}
      <p class="disclaimer">${words.ui('disclaimer')}</p></div>`;
  }

  private countries({ packs }: Documents, words: Words, tables: Tables): unknown {
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
      find: (text) => { this.search = text; this.requestUpdate(); },
      sort: (column) => { this.sorted = { column, down: this.sorted.column === column && !this.sorted.down }; this.requestUpdate(); },
      toggle: (code) => { if (!this.open.delete(code)) this.open.add(code); this.requestUpdate(); },
    });
  }

  private rules({ packs, calculators, uses }: Documents, words: Words, tables: Tables): TemplateResult {
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
