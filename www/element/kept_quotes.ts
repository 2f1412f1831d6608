// <clausewise-kept>: the quotes that are kept on this device, to be searched, sorted, opened, renamed, doubled, taken away and put
// back, handed out as one file and taken in from one. A file of its own: calculators do without it.

import headings from 'clausewise:headings';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { Composition } from './composition.js';
import { define } from './define.js';
import { download } from './download.js';
import { formatFor } from './format.js';
import { nearestLang, watchLang } from './language.js';
import { keptWords } from './late_words.js';
import { LONGEST, bounded } from './search/bounded.js';
import type { Words } from './words.js';
import { Unreadable } from './quote/document.js';
import { changedOn, COLUMNS, found, sizeText, sorted, totalOf, totalText, type Column, type Order } from './quote/kept_list.js';
import { styles } from './quote/kept_styles.js';
import { differingTemplate } from './quote/kept_import.js';
import { freeName, LONGEST_NAME, newId, now, type KeptQuote } from './quote/store/record.js';
import { open, type Difference, type Imported, type KeptStore, type Listed, type Space } from './quote/store/store.js';
import { hearOthers } from './quote/store/telling.js';
import { troubleOf, type Why } from './quote/store/trouble.js';

/** As many rows as are drawn at first, and with each press more. */
const ROWS = 100;

/** A file that is handed out goes by the visitor's day. */
const fileName = (): string => `clausewise-${changedOn({ changed_on: now() } as KeptQuote).slice(0, 10)}.json`;

export class ClausewiseKept extends LitElement {
  static override styles = styles;
  static override properties = { link: { type: String } };

  /** Where a calculator's page is, such as `{calculator}.html`: a quote is opened there. */
  declare link: string;

  private words: Words | undefined;
  private isWordless = false;
  private spoken = '';
  private unwatch: (() => void) | undefined;
  private unhear: (() => void) | undefined;
  private listed: Listed | undefined;
  private space: Space | undefined;
  private trouble: Why | undefined;
  private text = '';
  private order: Order = { by: 'day', down: true };
  private shown = ROWS;
  /** The quote that is being given another name. */
  private renaming = '';
  private removed: KeptQuote | undefined;
  private imported: Imported | undefined;
  private differing: Difference[] = [];
  private acting: Promise<void> = Promise.resolve();
  /** What was just done, as a sentence that is made when it is drawn: the language may change. */
  private said: ((words: Words) => string) | undefined;

  constructor() {
    super();
    new Composition(this);
    this.link = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.unwatch = watchLang(this, this.speak);
    this.unhear = hearOthers(() => void this.load());
    addEventListener('online', this.speak);
    addEventListener('pageshow', this.again);
    void this.speak();
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unwatch?.();
    this.unhear?.();
    removeEventListener('online', this.speak);
    removeEventListener('pageshow', this.again);
  }

  private readonly speak = async (): Promise<void> => {
    const lang = nearestLang(this);
    if (this.spoken === lang) return;
    this.spoken = lang;
    try {
      const words = await keptWords.load(lang);
      if (this.spoken === lang) Object.assign(this, { words, isWordless: false });
    } catch (reason) {
      if (this.spoken !== lang) return;
      this.spoken = '';
      this.isWordless = this.words === undefined;
      console.error('clausewise-kept:', reason);
    }
    this.requestUpdate();
  };

  /** A page that comes back as it was left may be out of date. */
  private readonly again = ({ persisted }: PageTransitionEvent): void => { if (persisted) void this.load(); };

  private async load(): Promise<void> {
    await this.attempt(async (store) => {
      this.listed = await store.list();
      this.space = await store.space();
    });
  }

  /** Whatever goes wrong with the store is said, and the page stays as it is. */
  private async attempt(work: (store: KeptStore) => Promise<void>): Promise<boolean> {
    try {
      await work(await open());
      this.trouble = undefined;
      return true;
    } catch (reason) {
      this.trouble = troubleOf(reason).why;
      return false;
    } finally {
      this.requestUpdate();
    }
  }

  /** One thing after the other, so that each says what it has done itself. */
  private act(work: (store: KeptStore) => Promise<void>, said: (words: Words) => string, focus?: () => string): Promise<void> {
    this.acting = this.acting.then(() => this.actNow(work, said, focus)).catch(() => undefined);
    return this.acting;
  }

  /** Does something, lists anew, and says what was done; the focus goes where one goes on. */
  private async actNow(work: (store: KeptStore) => Promise<void>, said: (words: Words) => string, focus?: () => string): Promise<void> {
    this.said = undefined;
    if (!await this.attempt(work)) return;
    const done = this.said ?? said;
    await this.load();
    this.said = done;
    this.requestUpdate();
    await this.updateComplete;
    if (focus) this.renderRoot.querySelector<HTMLElement>(focus())?.focus();
  }

  private readonly rename = (kept: KeptQuote, name: string): void => {
    this.renaming = '';
    void this.act(async (store) => {
      const put = await store.rename(kept, name);
      if ('theirs' in put) this.said = (words) => words.ui('kept.changed_meanwhile', { name: kept.name });
    }, (words) => words.ui('kept.did_rename', { name }), () => `[data-id="${kept.id}"] [data-act=rename]`);
  };

  private duplicate(kept: KeptQuote): void {
    let copy = kept;
    void this.act(async (store) => { copy = await store.duplicate(kept); }, (words) => words.ui('kept.did_duplicate', { name: copy.name }), () => `[data-id="${copy.id}"] a, [data-id="${copy.id}"] button`);
  }

  private takeAway(kept: KeptQuote): void {
    void this.act(async (store) => {
      // As it lies there by now: another tab may have written since it was listed.
      this.removed = await store.get(kept.id).catch(() => undefined) ?? kept;
      await store.remove(kept.id);
    }, (words) => words.ui('kept.did_remove', { name: kept.name }), () => '[data-act=undo]');
  }

  private undo(kept: KeptQuote): void {
    this.removed = undefined;
    void this.act((store) => store.restore(kept), (words) => words.ui('kept.did_restore', { name: kept.name }), () => `[data-id="${kept.id}"] [data-act=remove]`);
  }

  private exportAll(): void {
    void this.act(async (store) => download(await store.exportAll(), fileName()), (words) => words.ui('kept.did_export', { count: String(this.listed?.quotes.length ?? 0) }));
  }

  private async importFile(file: File): Promise<void> {
    this.imported = undefined;
    await this.act(async (store) => {
      try {
        this.imported = await store.importFile(file);
        this.differing = this.imported.differing;
      } catch (reason) {
        if (!(reason instanceof Unreadable)) throw reason;
        this.said = (words) => words.ui(`kept.import_${reason.why}`);
      }
    }, (words) => this.importText(words));
  }

  private importText(words: Words): string {
    const { fresh = [], same = 0, differing = [], unreadable = 0 } = this.imported ?? {};
    const counts: [string, number][] = [['kept.import_new', fresh.length], ['kept.import_same', same], ['kept.import_differ', differing.length], ['kept.import_unread', unreadable]];
    const said = counts.flatMap(([key, count]) => (count ? words.ui(key, { count: String(count) }) : []));
    return said.length ? said.join(words.space) : words.ui('kept.import_none');
  }

  /** One of those that differ, or all: the file's in place of ours, both, or ours as it is. */
  private readonly settle = (which: readonly Difference[], way: 'file' | 'both' | 'ours'): void => {
    void this.act(async (store) => {
      for (const each of which) {
        if (way === 'file') {
          const put = await store.takeTheirs(each);
          if ('theirs' in put) {
            this.said = (words) => words.ui('kept.changed_meanwhile', { name: each.ours.name });
            continue;
          }
        } else if (way === 'both') {
          const names = (await store.list()).quotes.map(({ name }) => name);
          await store.put({ ...each.theirs, id: newId(), name: freeName(each.theirs.name, names) }, 0);
        }
        this.differing = this.differing.filter((other) => other !== each);
      }
    }, (words) => words.ui(`kept.did_${way}`), () => '[data-differ] button, [data-act=import]');
  };

  protected override render(): TemplateResult {
    const { words, listed } = this;
    if (this.isWordless || !words) return html`<slot></slot>`;
    const { trouble, said, removed } = this;
    return html`<div class="root" lang=${words.locale.tag}>
      ${trouble ? html`<p class="trouble" role="alert">${words.ui(`kept.note.${trouble}`, { name: '' })}</p>` : nothing}
      ${trouble && trouble !== 'newer' && !listed ? html`<button type="button" part="button" data-act="again" @click=${() => void this.load()}>${words.ui('kept.again')}</button>` : nothing}
      <div class="bar did"><p role="status">${said ? said(words) : ''}</p>
        ${removed ? html`<button type="button" part="button" data-act="undo" @click=${() => this.undo(removed)}>${words.ui('kept.undo')}</button>` : nothing}</div>
      ${this.differing.length ? differingTemplate(words, this.differing, this.settle) : nothing}
      ${listed ? this.list(words, listed) : nothing}
    </div>`;
  }

  private list(words: Words, { quotes, unreadable }: Listed): TemplateResult {
    const titleOf = (calculator: string): string => (Object.hasOwn(headings, calculator) ? words.calculator(calculator).title : calculator);
    const fitting = sorted(found(quotes, this.text, titleOf), this.order, titleOf, headings, words.locale.intl);
    const rows = fitting.slice(0, this.shown);
    return html`
      ${quotes.length ? this.tools(words, fitting.length, quotes.length) : html`<div class="empty"><h2>${words.ui('kept.empty')}</h2><p>${words.ui('kept.empty_how')}</p></div>`}
      <ul class="quotes">${rows.map((kept) => this.row(words, kept, titleOf))}</ul>
      ${fitting.length > rows.length ? html`<button type="button" part="button" data-act="more" @click=${() => { this.shown += ROWS; this.requestUpdate(); }}>${
        words.ui('kept.more', { count: String(fitting.length - rows.length) })}</button>` : nothing}
      ${unreadable ? html`<p class="hint">${words.ui('kept.unreadable', { count: String(unreadable) })}</p>` : nothing}
      <div class="bar files">
        ${quotes.length ? html`<button type="button" part="button" data-act="export" @click=${() => this.exportAll()}>${words.ui('kept.export')}</button>` : nothing}
        <button type="button" part="button" data-act="import" @click=${() => this.renderRoot.querySelector<HTMLElement>('input[type=file]')?.click()}>${words.ui('kept.import')}</button>
        <input type="file" hidden accept=".json,application/json" aria-label=${words.ui('kept.import')} @change=${this.chosen}>
        ${quotes.length ? html`<p class="space">${this.spaceText(words)}</p>` : nothing}
      </div>`;
  }

  private readonly chosen = ({ target }: Event): void => {
    const input = target as HTMLInputElement;
    const [file] = input.files ?? [];
    // The same file may be chosen again.
    if (file) void this.importFile(file).finally(() => { input.value = ''; });
  };

  private spaceText(words: Words): string {
    const { space } = this;
    if (!space) return '';
    const taken = words.ui('kept.space', { size: sizeText(space.quotes, words) });
    if (space.used === undefined || space.quota === undefined) return taken;
    return [taken, words.ui('kept.space_left', { used: sizeText(space.used, words), quota: sizeText(space.quota, words) })].join(words.space);
  }

  private tools(words: Words, count: number, all: number): TemplateResult {
    const { order: { by, down } } = this;
    return html`<div class="sift">
        <div><label for="search">${words.ui('kept.search')}</label>
          <input id="search" part="input" type="search" maxlength=${LONGEST} autocomplete="off" spellcheck="false" .value=${this.text}
            @input=${({ target }: Event) => { this.text = bounded((target as HTMLInputElement).value); this.shown = ROWS; this.requestUpdate(); }}></div>
        <div><label for="sort">${words.ui('kept.sort')}</label>
          <select id="sort" part="input" @change=${({ target }: Event) => this.sortBy((target as HTMLSelectElement).value)}>${COLUMNS.map((column) =>
            html`<option value=${column} ?selected=${column === by}>${words.ui(`kept.by_${column}`)}</option>`)}</select></div>
        <button type="button" part="button" class="quiet" data-act="turn" @click=${() => { this.order = { by, down: !down }; this.requestUpdate(); }}>${words.ui(down ? 'kept.down' : 'kept.up')}</button>
      </div>
      <p class="count" role="status" aria-live="polite">${words.ui('kept.count', { count: String(count), all: String(all) })}</p>`;
  }

  /** By name from A on; by day the newest, by total the largest first. */
  private sortBy(asked: string): void {
    const by = COLUMNS.find((column: Column) => column === asked) ?? 'day';
    this.order = { by, down: by === 'day' || by === 'total' };
    this.requestUpdate();
  }

  private row(words: Words, kept: KeptQuote, titleOf: (calculator: string) => string): TemplateResult {
    const { id, name, document: { customer, request: { calculator } } } = kept;
    const total = totalOf(kept, headings);
    const isKnown = Object.hasOwn(headings, calculator);
    const address = isKnown && this.link ? `${this.link.replace('{calculator}', () => encodeURIComponent(calculator))}#kept=${id}` : undefined;
    const day = formatFor(words.lang).localTime(changedOn(kept), 'short');
    const act = (what: string, pressed: () => void): TemplateResult => html`<button type="button" part="button" class="quiet" data-act=${what}
      aria-label=${words.ui(`kept.${what}_item`, { name })} @click=${pressed}>${words.ui(`kept.${what}`)}</button>`;
    return html`<li data-id=${id}>
      <div class="what">
        ${this.renaming === id ? this.nameField(words, kept) : html`<h3>${address ? html`<a href=${address}>${name}</a>` : name}</h3>`}
        <p class="aside">${[titleOf(calculator), customer].filter(Boolean).join(words.locale.within)}</p>
        <p class="aside">${words.ui('kept.changed', { time: day })}</p>
      </div>
      <p class="total">${total ? totalText(total, words) : kept.unanswered ? words.ui('kept.unanswered') : ''}</p>
      <div class="bar acts">
        ${act('rename', () => { this.renaming = id; this.requestUpdate(); void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLInputElement>('#name')?.select()); })}
        ${act('duplicate', () => this.duplicate(kept))}
        ${act('remove', () => this.takeAway(kept))}
      </div>
    </li>`;
  }

  private nameField(words: Words, kept: KeptQuote): TemplateResult {
    const stop = (): void => {
      this.renaming = '';
      this.requestUpdate();
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`[data-id="${kept.id}"] [data-act=rename]`)?.focus());
    };
    const save = (): void => {
      const name = this.renderRoot.querySelector<HTMLInputElement>('#name')?.value.trim() ?? '';
      if (name && name !== kept.name) this.rename(kept, name);
      else stop();
    };
    return html`<div class="naming"><label for="name">${words.ui('kept.name')}</label>
      <input id="name" part="input" maxlength=${LONGEST_NAME} autocomplete="off" spellcheck="false" enterkeyhint="done" .value=${kept.name}
        @keydown=${({ key, isComposing }: KeyboardEvent) => { if (isComposing) return; if (key === 'Enter') save(); else if (key === 'Escape') stop(); }}>
      <button type="button" part="button" data-act="save" @click=${save}>${words.ui('kept.save')}</button>
      <button type="button" part="button" class="quiet" data-act="cancel" @click=${stop}>${words.ui('kept.cancel')}</button></div>`;
  }
}

define('clausewise-kept', ClausewiseKept);
