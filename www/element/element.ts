// <clausewise-quote>: holds what is typed, asks the core, draws form and answer. It decides nothing about money
// or terms, and all of its parts are templates that live beside it.

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { detailTemplate } from './answer/answer.js';
import { EVERYTHING } from './answer/filter.js';
import { headlineTemplate, spoken } from './answer/headline.js';
import type { AnswerView } from './answer/view.js';
import { Asking } from './asking.js';
import { broughtBy } from './brought.js';
import { loadCore, type Core } from './core.js';
import { failed, unknown, waiting } from './fallback.js';
import { Editing, type Place } from './form/editing.js';
import { faultSummary, NOTHING_WRONG, sort, type Sorted } from './form/faults.js';
import { formTemplate } from './form/form.js';
import { handOnPastes, readRows } from './form/paste.js';
import { today } from './form/typing.js';
import type { FormView } from './form/view.js';
import { formatFor } from './format.js';
import { besideTemplate } from './host/beside.js';
import { HostedElement } from './host/hosted.js';
import type { Stands } from './host/part_of_form.js';
import { nearestLang, watchLang } from './language.js';
import { loadPicture } from './pictures/index.js';
import { buildRequest, isBlank } from './state.js';
import { styles } from './styles/index.js';
import type { AnswerDetail, QuoteAnswer, QuoteRequest } from './types.js';
import { loadBoth, loadShared, loadWords, loadWordsOf, type Lang, type Words } from './words.js';

const LINES_AT_FIRST = 20;
const LINES_MORE = 100;
const ANNOUNCE_AFTER = 900;

export class ClausewiseQuote extends HostedElement {
  static override styles = styles;

  static override properties = {
    calculator: { type: String },
    currency: { type: String },
    asOf: { type: String, attribute: 'as-of' },
    rules: { type: String },
    pages: { type: String },
    glossary: { type: String },
  };

  declare calculator: string;
  declare currency: string;
  declare asOf: string;
  /** The page on which all rules stand, to which citations lead. */
  declare rules: string;
  /** Where the others are, such as `{calculator}.html`; then answers lead on to them. */
  declare pages: string;
  /** The page of all terms of the trade, to which their meanings lead. */
  declare glossary: string;

  private core: Core | undefined;
  private words: Words | undefined;
  /** The language and the calculator whose words were asked for. */
  private spoken = '';
  private failed = false;
  private editing: Editing | undefined;
  /** The form of each calculator that this element has shown: coming back to one finds it as it was. */
  private readonly kept = new Map<string, Editing>();
  private pending: Partial<QuoteRequest> | undefined;
  private readonly asking = new Asking();
  private sorted: Sorted = NOTHING_WRONG;
  private open = new Set<string>();
  private readonly explained = new Set<string>();
  private allOpen = false;
  private shown = LINES_AT_FIRST;
  private filter = EVERYTHING;
  /** Both languages, once somebody searches: what is looked for may be called by either. */
  private searched: Words[] = [];
  private said = '';
  private saying: ReturnType<typeof setTimeout> | undefined;
  private unwatch: (() => void) | undefined;
  private unhand: (() => void) | undefined;

  constructor() {
    super();
    this.calculator = '';
    this.currency = '';
    this.asOf = '';
    this.rules = '';
    this.pages = '';
    this.glossary = '';
    // Set by a page before this class was there: a plain property that would hide the accessor.
    const early = Object.getOwnPropertyDescriptor(this, 'request')?.value as QuoteRequest | undefined;
    if (early) {
      delete (this as { request?: unknown }).request;
      this.request = early;
    }
  }

  /** The request that the form makes; setting one fills the form. */
  get request(): QuoteRequest {
    if (this.editing) return buildRequest(this.editing.calculator, this.editing.draft);
    return { calculator: this.calculator, input: {}, ...this.pending };
  }

  set request(request: Partial<QuoteRequest>) {
    if (request.calculator) this.calculator = request.calculator;
    this.pending = request;
    // Whoever sets one on the page, below the fold or not, waits for an answer.
    if (this.hasUpdated) this.begin();
    this.requestUpdate();
  }

  /** The answer to what is typed now; null while there is none. */
  get answer(): QuoteAnswer | null {
    return this.asking.answer;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.unwatch = watchLang(this, () => this.start());
    if (this.shadowRoot) this.unhand = handOnPastes(this.shadowRoot);
    // Only where the page says that such links lead about among its own.
    if (this.pages) this.pending ??= broughtBy(location.hash, this.calculator);
    this.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unwatch?.();
    this.unhand?.();
    clearTimeout(this.saying);
  }

  /** Fetches the core and the words, unless it waits for the visitor. */
  protected override start(): void {
    if (this.isAsleep) return;
    this.wake();
    void this.speak();
  }

  /** Loads the core of its calculator. */
  private wake(): void {
    const name = this.calculator;
    if (this.core?.calculators.has(name)) return;
    this.core = undefined;
    loadCore(name).then((core) => {
      if (this.calculator !== name) return;
      this.core = core;
      this.requestUpdate();
    }, (reason: unknown) => this.fail(reason));
  }

  /** Loads the language around the element, as far as its calculator speaks it; what is typed stays. */
  private async speak(): Promise<void> {
    const [lang, name] = [nearestLang(this), this.calculator];
    const wanted = `${lang} ${name}`;
    if (this.spoken === wanted) return;
    this.spoken = wanted;
    try {
      // Of a calculator that there is not, nothing can be said but that.
      const words = await loadWordsOf(lang, name).catch(() => loadShared(lang));
      if (this.spoken !== wanted) return;
      words.missing = () => void this.speakFully(lang);
      this.words = words;
      this.requestUpdate();
    } catch (reason) {
      this.spoken = '';
      // Another language than the page's is better than none.
      if (!this.words) this.fail(reason);
    }
  }

  /** Every word of the language, once: a pack of somebody else's may cite what this calculator never does. */
  private async speakFully(lang: Lang): Promise<void> {
    if (this.spoken === lang) return;
    this.spoken = lang;
    const words = await loadWords(lang).catch(() => undefined);
    if (!words || this.spoken !== lang) return;
    this.words = words;
    this.requestUpdate();
  }

  private fail(reason: unknown): void {
    console.error('clausewise-quote:', reason);
    this.failed = true;
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.hasUpdated && (changed.has('calculator') || changed.has('loading'))) this.start();
    if (!this.core || !this.words) return;
    this.choose(this.core, changed);
    if (!this.editing) return;
    this.hold(this.editing, changed);
    try {
      if (this.asking.ask(this.core, buildRequest(this.editing.calculator, this.editing.draft))) this.tell();
    } catch (reason) {
      this.fail(reason);
      return;
    }
    const { refusal } = this.asking;
    this.sorted = refusal ? sort(this.formView(this.core, this.words, this.editing), refusal) : NOTHING_WRONG;
    this.reveal(this.sorted);
  }

  /** Takes up the calculator, the attributes and a request that came from the page. */
  private choose(core: Core, changed: PropertyValues<this>): void {
    const calculator = core.calculators.get(this.calculator);
    if (this.editing?.calculator.calculator !== this.calculator) {
      this.open.clear();
      this.explained.clear();
      this.shown = LINES_AT_FIRST;
      this.filter = EVERYTHING;
      this.editing = this.kept.get(this.calculator);
      if (!calculator) return;
      if (!this.editing) {
        // Where no money is handled a request needs no currency.
        const currency = calculator.money ? this.currency || (this.words?.lang === 'en' ? 'USD' : 'TWD') : '';
        this.editing = new Editing(calculator, this.asOf || today(), currency, (focus) => this.changed(focus));
        this.kept.set(this.calculator, this.editing);
        loadPicture(this.calculator).then(() => this.requestUpdate(), (reason: unknown) => console.error('clausewise-quote:', reason));
      }
    } else if (this.hasUpdated) {
      const { editing } = this;
      if (changed.has('asOf') && this.asOf) this.bringDay(editing, () => editing.setDay(this.asOf));
      if (changed.has('currency') && this.currency && calculator?.money) this.bringDay(editing, () => editing.startCurrency(this.currency));
    }
    const { editing, pending } = this;
    if (editing && pending) this.bring(editing, () => this.fill(editing, pending));
    this.pending = undefined;
  }

  private changed(focus?: string): void {
    this.requestUpdate();
    if (focus !== undefined) void this.updateComplete.then(() => this.focusOn(focus));
  }

  private focusOn(path: string): void {
    const find = (selector: string): HTMLElement | null => this.renderRoot.querySelector(selector);
    (find(`[data-field="${path}"]`) ?? find(`[data-field^="${path}."]`) ?? find(`[data-row="${path}"]`))?.focus();
  }

  /** Tells the page, and in a while whoever listens to the screen. */
  private tell(): void {
    const { request, answer, refusal } = this.asking;
    if (!request) return;
    const detail: AnswerDetail = { request, answer, refusal };
    // After the drawing, so that a listener finds the element as the event says it is.
    void this.updateComplete.then(() =>
      this.dispatchEvent(new CustomEvent('clausewise-answer', { detail, bubbles: true, composed: true })));
    clearTimeout(this.saying);
    this.saying = setTimeout(() => this.announce(), ANNOUNCE_AFTER);
  }

  /** For those who do not see the figure change: once the typing rests. */
  private announce(): void {
    const { words, editing, sorted } = this;
    if (!words || !editing || isBlank(editing.draft.input)) return;
    const view = this.answerView();
    const wrong = sorted.wrong.length;
    this.said = view ? spoken(view) : wrong ? words.ui('faults', { count: String(wrong) }) : '';
    this.requestUpdate();
  }

  protected override fill(editing: Editing, request: Partial<QuoteRequest>): void {
    editing.load(request);
  }

  protected override get stands(): Stands {
    const { asking: { request, answer, refusal }, editing, failed, sorted, words } = this;
    return { editing, failed, words, request, answer, faults: refusal?.errors ?? [], sorted };
  }

  private meanings(): Pick<FormView, 'glossary' | 'explained' | 'explain'> {
    const { glossary, explained } = this;
    return { glossary, explained, explain: (place) => { if (!explained.delete(place)) explained.add(place); this.requestUpdate(); } };
  }

  private formView(core: Core, words: Words, editing: Editing): FormView {
    return {
      editing,
      words,
      format: formatFor(words.lang, editing.currency),
      pack: core.packs.get(editing.calculator.pack),
      faults: this.sorted.at,
      missing: this.sorted.missing,
      page: this.page,
      ...this.meanings(),
      paste: (place, index, column, text) => void this.paste(editing, place, index, column, text),
    };
  }

  /** Headers may be in the other language; where it cannot be loaded, this one has to do. */
  private async paste(editing: Editing, place: Place, index: number, column: number, text: string): Promise<void> {
    const languages = await loadBoth(this.calculator);
    const columns = this.page.fixed.pasted(place.row, place.field);
    const first = (place.field.items ?? [])[column];
    editing.paste(place, index, readRows(text, columns, first ? columns.indexOf(first) : 0, editing.calculator.calculator, languages));
  }

  /** Loads what the list can be searched in; where one cannot be had, the page's own has to do. */
  private async learn(): Promise<void> {
    if (this.searched.length) return;
    this.searched = await loadBoth(this.calculator);
    this.requestUpdate();
  }

  /** What a line goes by becomes the choice of the form, and the answer to it is gone to. */
  private choosing(editing: Editing, name: string, key: string): void {
    const field = editing.calculator.fields.find((each) => each.name === name);
    if (!field) return;
    editing.type(editing.draft.input, field, `input.${name}`, key);
    editing.leave(editing.draft.input, field);
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.headline .large button, [data-fault] a, .answer a')?.focus());
  }

  private answerView(): AnswerView | undefined {
    const { core, words, editing } = this;
    const { answer, request, steps } = this.asking;
    if (!core || !words || !editing || !answer || !request) return undefined;
    return {
      calculator: editing.calculator,
      request,
      answer,
      steps,
      pack: core.packs.get(answer.terms.pack),
      words,
      // Where no money is handled, a currency that came along has nothing to do with the numbers.
      format: formatFor(words.lang, editing.calculator.money ? answer.currency : ''),
      rules: this.rules,
      open: this.open,
      toggle: (path) => { if (!this.open.delete(path)) this.open.add(path); this.requestUpdate(); },
      allOpen: this.allOpen,
      toggleAll: () => {
        this.allOpen = !this.allOpen;
        this.open = new Set(this.allOpen ? steps.keys() : []);
        this.requestUpdate();
      },
      shown: this.shown,
      more: () => { this.shown += LINES_MORE; this.requestUpdate(); },
      filter: this.filter,
      narrow: (filter) => { this.filter = filter; void this.learn(); this.requestUpdate(); },
      languages: this.searched.length ? this.searched : [words],
      mayChoose: (name) => !this.isOff && !this.page.fixed.isFixed(editing.draft.input, name),
      choose: (name, key) => this.choosing(editing, name, key),
      pages: this.pages,
      ...this.meanings(),
      lead: (path) => { this.filter = EVERYTHING; this.shown = Math.max(this.shown, Number(path.split('.')[1]) + 1); this.changed(path); },
    };
  }

  protected override render(): TemplateResult {
    const { core, words, editing } = this;
    if (this.failed) return failed(nearestLang(this), words);
    if (!core || !words) return html`${this.place()}${waiting()}`;
    if (!editing) return unknown(words, this.calculator, core.calculators.keys());
    const view = this.answerView();
    const form = this.formView(core, words, editing);
    return html`<div class="root" lang=${words.lang === 'en' ? 'en' : 'zh-Hant-TW'}>
      <div class="columns">
        ${formTemplate(form)}
        <div class="answer" part="answer" role="group" aria-label=${words.ui('answer')}>
          ${view ? html`${headlineTemplate(view)}${besideTemplate(view, this.page.hidden)}` : faultSummary(form, this.sorted)}
        </div>
      </div>
      ${view ? detailTemplate(view) : nothing}
      <p class="disclaimer">${words.ui(this.isHandedIn ? 'disclaimer_in_form' : 'disclaimer')}</p>
      <p class="said" id="how">${words.ui('how')}</p>
      <p class="said" role="status" aria-live="polite">${this.said}</p>
    </div>`;
  }
}
