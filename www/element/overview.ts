// <clausewise-terms>: what a document says, as a table that one can search and sort. What there is to see is drawn by
// a file of its own, fetched where a page asks for it.

import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { countries, loadCountries } from './country.js';
import { loadCore, type Core } from './core.js';
import { failed, waiting } from './fallback.js';
import { nearestLang, watchLang } from './language.js';
import { styles } from './styles/index.js';
import { loadWords, type Words } from './words.js';

type Tables = typeof import('./tables.js');

export class ClausewiseTerms extends LitElement {
  static override styles = styles;
  static override properties = { pack: { type: String } };

  /** Which document's terms by country. */
  declare pack: string;

  private core: Core | undefined;
  private words: Words | undefined;
  private tables: Tables | undefined;
  private failed = false;
  private unwatch: (() => void) | undefined;
  private search = '';
  private sorted = { column: 'country', down: false };
  private open = new Set<string>();

  constructor() {
    super();
    this.pack = 'ibm-ilan';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.unwatch = watchLang(this, () => void this.load());
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unwatch?.();
  }

  private async load(): Promise<void> {
    try {
      const [core, words, tables] = await Promise.all([loadCore(), loadWords(nearestLang(this)), import('./tables.js'), loadCountries()]);
      Object.assign(this, { core, words, tables });
    } catch (reason) {
      console.error('clausewise-terms:', reason);
      this.failed = true;
    }
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const { core, words, tables } = this;
    const names = countries();
    const pack = core?.packs.get(this.pack);
    if (this.failed) return failed(nearestLang(this), words);
    if (!words || !tables || !names || !pack) return waiting();
    return html`<div class="root" lang=${words.lang === 'en' ? 'en' : 'zh-Hant-TW'}>${tables.countriesTable({
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
    })}<p class="disclaimer">${words.ui('disclaimer')}</p></div>`;
  }
}
