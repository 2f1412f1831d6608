// <clausewise-quote>: holds what is typed, asks the core, draws form and answer. It decides nothing about money
// or terms, and all of its parts are templates that live beside it.

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { detail } from './answer/detail.js';
import { Errand } from './answer/errand.js';
import { codesOf } from './answer/head.js';
import { headlineTemplate } from './answer/headline.js';
import { Unfolding } from './answer/unfolding.js';
import type { AnswerView } from './answer/view.js';
import { Asking } from './asking.js';
import { breath, inSlices } from './breath.js';
import { broughtBy } from './brought.js';
import { lastChecked } from './checked.js';
import type { Core } from './core.js';
import { Failure, failureToAnswer } from './failure.js';
import { failed, troubleTemplate, waiting } from './fallback.js';
import type { Aim, Bringing, Outcome } from './form/bringing.js';
import { caretIn } from './form/caret.js';
import { isDate } from './form/day.js';
import { Editing, type Surroundings } from './form/editing.js';
import { EnterKey } from './form/enter_key.js';
import { faultSummary, NOTHING_WRONG, sort, type Sorted } from './form/faults.js';
import { Fitting } from './form/fitting.js';
import { formTemplate } from './form/form.js';
import { NewDay } from './form/new_day.js';
import { Reader } from './form/reader.js';
import type { FormView } from './form/view.js';
import { formatFor } from './format.js';
import { besideTemplate } from './host/beside.js';
import { HostedElement } from './host/hosted.js';
import type { Stands } from './host/part_of_form.js';
import { nearestLang } from './language.js';
import { Loading } from './loading.js';
import { Announcing } from './page/announcing.js';
import { Exchange, isOfTerms } from './page/exchange.js';
import { copied, isObject, type Given } from './page/given.js';
import { Readiness } from './page/readiness.js';
import { OwnScript } from './page/script.js';
import { tell, tellFailure } from './page/telling.js';
import { part } from './part.js';
import { Arrival } from './quote/arrival.js';
import { documentFrom, newMatter, saidOf } from './quote/made.js';
import { Opened, type Form } from './quote/opened.js';
import { Reading } from './reading.js';
import { collectPlain, isBlank, linesOf, unitOf } from './state.js';
import { styles } from './styles/index.js';
import type { Pack, QuoteAnswer, QuoteRequest, Refusal } from './types.js';
import type { Words } from './words.js';

/** As many lines as are read and answered in the time of a frame. */
const MANY = 100;

const hasManyLines = (lists: object | undefined): boolean =>
  Object.values(lists ?? {}).some((list: unknown) => Array.isArray(list) && list.length > MANY);

export class ClausewiseQuote extends HostedElement {
  static override styles = styles;

  static override properties = {
    calculator: { type: String },
    currency: { type: String },
    asOf: { type: String, attribute: 'as-of' },
    rules: { type: String },
    pages: { type: String },
    glossary: { type: String },
    tools: { type: String },
    links: { type: Boolean },
    request: { attribute: 'request', noAccessor: true },
    terms: { attribute: 'terms', noAccessor: true },
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
  /** What an answer can be taken along by: `link`, `print`, `keep`, `scenarios`, `workbook`, `files`, with blanks between. */
  declare tools: string;
  /** Whether a quote in the address fills the form. */
  declare links: boolean;

  private readonly needs = new Loading(this, (failure) => tellFailure(this, failure), () => this.bringsTerms);
  private readonly exchange = new Exchange(this);
  private readonly reading = new Reading(() => this.requestUpdate());
  /** The calculator that a request has named, and the page before it; out of date once the page names another. */
  private renamed: { from: string; to: string } | undefined;
  private readonly asking = new Asking();
  private readonly readiness = new Readiness<this>();
  private readonly unfolding = new Unfolding((focus) => this.changed(focus));
  private readonly arrival = new Arrival(this, (request) => this.giveOfAddress(request), (request) => this.editing?.bringBack({ ...request }, 'did_start_over'));
  private readonly errand = new Errand(this, (spot) => this.changed(spot));
  private editing: Editing | undefined;
  private readonly opened = new Opened(this, () => this.formNow(), (request) => this.giveOfAddress(request));
  /** The form of each calculator that this element has shown: coming back to one finds it as it was. */
  private readonly kept = new Map<string, Editing>();
  /** What went wrong in drawing, until the next time. */
  private broken: Failure | undefined;
  /** Whether the page has filled the form since the last drawing. */
  private wasGiven = false;
  /** The fields in which something is typed that waits to be read. */
  private unread: string[] = [];
  /** What is wrong beside the entries. */
  private troubles: Failure[] = [];
  private sorted: Sorted = NOTHING_WRONG;
  private readonly announcing = new Announcing(this, () => this.toSay());
  private restoreCaret: (() => void) | undefined;

  constructor() {
    super();
    new EnterKey(this);
    new NewDay(this, () => { for (const editing of this.kept.values()) this.goOn(editing); });
    // By the time that something is typed, what reads it is there.
    this.addEventListener('focusin', () => { if (this.needs.core?.isAlone) this.reading.fetchAhead(); });
    new Fitting(this);
    this.calculator = '';
    this.currency = '';
    this.asOf = '';
    this.rules = '';
    this.pages = '';
    this.glossary = '';
    this.tools = '';
    this.links = false;
    // What is set by a script goes before what stands between the tags.
    new OwnScript(this, (json) => { if (!this.exchange.given) this.request = json; });
  }

  /** The request that the form makes; setting another one is taken over into the form, null empties it. */
  get request(): QuoteRequest {
    if (this.editing) return copied(this.editing.request) as QuoteRequest;
    return { calculator: this.calculator, input: {}, ...this.exchange.given } as QuoteRequest;
  }

  set request(request: Partial<QuoteRequest> | string | null | undefined) {
    this.receive(request);
  }

  /** What an address brings is the page's own to begin with, unless the page holds something fixed. */
  private giveOfAddress(request: Partial<QuoteRequest>): void {
    this.receive(request, !this.fixed);
  }

  private receive(request: Partial<QuoteRequest> | string | null | undefined, isOfPage = true): void {
    const calculator = this.exchange.take(request, isOfPage);
    const { renamed } = this;
    if (calculator !== undefined) {
      this.renamed = { from: renamed?.to === this.calculator ? renamed.from : this.calculator, to: calculator };
      this.calculator = calculator;
    } else if (renamed?.to === this.calculator && (request === null || request === undefined || !this.needs.isReady)) {
      // Emptied, or after a name that there is not, it is again what the page has called it.
      this.renamed = undefined;
      this.calculator = renamed.from;
    }
    // Whoever sets one on the page, below the fold or not, waits for an answer.
    if (request && this.hasUpdated) this.begin();
    this.requestUpdate();
  }

  /** The terms to answer by: the id of a built-in pack, a pack, or the address of one; null for the calculator's own. */
  get terms(): string | object | null {
    return this.exchange.contract.given as string | object | null;
  }

  set terms(terms: string | object | null | undefined) {
    if (!this.exchange.contract.take(terms ?? null)) return;
    for (const editing of this.kept.values()) editing.dropTerms();
    this.requestUpdate();
  }

  /** The answer to what is typed now; null while there is none. */
  get answer(): QuoteAnswer | null {
    return this.asking.answer;
  }

  /** What keeps what is typed now from being answered; null where nothing does. */
  get refusal(): Refusal | null {
    return this.asking.refusal;
  }

  /** Kept, with the element, as soon as its calculator can be used: also when that was before anybody asked. */
  get ready(): Promise<this> {
    return this.readiness.when(this.calculator);
  }

  /** Loads and works out again what failed. */
  readonly retry = (): void => {
    this.start();
    this.exchange.retry();
    this.reading.retry();
    if (this.asking.failure) this.asking.forget();
    this.requestUpdate();
  };

  /** A visitor asks for that; the button is gone then, and the focus goes where something can be done. */
  private readonly tryAgain = (): void => {
    this.retry();
    this.focus();
  };

  /** Fetches what it needs, unless it waits for the visitor. */
  protected override start(): void {
    if (!this.isAsleep) this.needs.start();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('online', this.retry);
    addEventListener('hashchange', this.takeFromAddress);
    // Before the first drawing it is not known yet what the page has set.
    if (this.hasUpdated) this.retry();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.retry);
    removeEventListener('hashchange', this.takeFromAddress);
  }

  /** Before a long form is drawn, it is read and asked about in slices; the drawing finds that done. */
  protected override scheduleUpdate(): void | Promise<unknown> {
    const { needs: { core, words, isComplete }, exchange: { given, contract } } = this;
    if (!(this.isLong || hasManyLines(given?.input)) || !core || !words || contract.isLoading || this.arrival.isPending || this.opened.isAwaited || !isComplete) return super.scheduleUpdate();
    return this.askAhead(core, words).catch(() => undefined).then(() => super.scheduleUpdate());
  }

  private get isLong(): boolean {
    return this.editing !== undefined && hasManyLines(this.editing.draft.input.lists);
  }

  private async askAhead(core: Core, words: Words): Promise<void> {
    this.choose(words);
    const { editing } = this;
    if (!editing || core !== this.needs.core) return;
    await breath();
    const { draft, calculator } = editing;
    await inSlices(linesOf(calculator.fields, draft.input), ({ fields, row }) => void collectPlain(fields, row, draft));
    const { made } = editing;
    if (!made.unread.length) await this.asking.askAhead(core, made);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.hasUpdated) this.takeFromAddress();
    if (changed.has('calculator')) this.turn();
    if (!this.hasUpdated || changed.has('calculator') || changed.has('loading')) this.retry();
    this.broken = undefined;
    try {
      this.follow(changed);
    } catch (reason) {
      this.asking.forget();
      this.broken = failureToAnswer(reason);
    }
    this.troubles = this.exchange.troubles(this.asking, this.broken);
  }

  /** To another calculator, whose form is as it was left; of the one before nothing is answered any more. */
  private turn(): void {
    this.unfolding.reset();
    this.errand.end();
    this.asking.forget();
    this.unread = [];
    this.editing = this.kept.get(this.calculator);
  }

  /** Entries that a page of the same site brings: only where the page says that such links lead about among its own. */
  private readonly takeFromAddress = (): void => {
    if (this.arrival.take(location.hash)) return;
    this.opened.read(location.hash);
    const brought = this.pages && !this.exchange.given ? broughtBy(location.hash, this.calculator) : undefined;
    // No address answers for a day that its reader is not shown.
    if (brought && this.page.hidden.has('as-of')) delete brought.as_of;
    if (brought) this.giveOfAddress(brought);
  };

  /** Takes up what the page gives, asks the core, and sorts what it says. */
  private follow(changed: PropertyValues<this>): void {
    const { needs: { core, words }, exchange: { contract } } = this;
    if (!core || !words || ((contract.isLoading || this.arrival.isPending || this.opened.isAwaited) && !this.editing)) return;
    this.choose(words);
    const isGiven = this.wasGiven;
    this.wasGiven = false;
    const { editing } = this;
    if (!editing) return;
    const { done } = editing;
    this.hold(editing, changed);
    if (editing.done !== done) this.announcing.add(words.ui('did_give_back'));
    const { made } = editing;
    this.unread = made.unread;
    // Half a word may be a plain one in a moment.
    if (made.unread.some((path) => path !== editing.typing)) this.broken = this.reading.failure;
    if (!this.needs.isComplete) this.broken = this.needs.incomplete;
    if (this.isWithoutTerms || made.unread.length) this.asking.forget();
    else if (this.asking.ask(core, made)) {
      const { calculator: { money } } = editing;
      this.exchange.tell(this.asking, (request, answer) => documentFrom(
        request, answer, words.locale.tag, money ? formatFor(words.lang, answer.currency).ownDigits : undefined, saidOf(editing.draft.matter),
      ));
      this.announcing.hear(isGiven);
    }
    const refusal = this.asking.refusal && { errors: this.asking.refusal.errors.filter(({ field }) => !isOfTerms(field)) };
    this.sorted = refusal ? sort(this.formView(words, editing), refusal) : NOTHING_WRONG;
    this.reveal(this.sorted);
  }

  /** Whether there are terms to answer by that are not built in, or may turn out not to be. */
  private get bringsTerms(): boolean {
    const { editing, exchange: { contract, given } } = this;
    return contract.isLoading || [given?.['terms'], editing?.draft.terms, contract.terms].some(isObject);
  }

  /** Whether the terms to answer by, or what answers by them, are not there yet. */
  private get isWithoutTerms(): boolean {
    return this.exchange.contract.isLoading || !this.needs.isComplete;
  }

  /** Takes up the calculator, the attributes and a request that came from the page. */
  private choose(words: Words): void {
    const { core } = this.needs;
    const calculator = core?.calculators.get(this.calculator);
    if (!core || !calculator) return;
    if (!this.editing) this.kept.set(this.calculator, this.editing = new Editing(calculator, this.surroundings(words), new Reader(core, this.reading)));
    const { editing } = this;
    if (editing.isBehind) this.bringDay(editing, () => editing.follow());
    if (!this.exchange.isGiven) return;
    this.wasGiven = true;
    this.restoreCaret = caretIn(this.renderRoot as ShadowRoot);
    const matter = newMatter(this);
    this.bring(editing, () => {
      const standing = this.exchange.handOver(editing, true);
      editing.draft.matter = matter;
      return standing;
    });
    // What is left is a visitor's: it changes nothing that the page holds fixed.
    if (this.exchange.isGiven) this.exchange.handOver(editing, false);
  }

  protected override fill(editing: Editing, request: Partial<QuoteRequest>): void {
    editing.take(copied(request) as Given);
  }

  private surroundings(words: Words): Surroundings {
    const element = this;
    return {
      get asOf() { return element.asOf; },
      get currency() { return element.currency; },
      usualCurrency: words.locale.currency,
      get terms() { return element.exchange.contract.terms; },
      outcomeOf(draft) {
        const { core } = element.needs;
        if (!core || !element.editing) throw new Failure('internal', 'the core is not there');
        // What the page holds fixed stands in an example too.
        element.page.fixed.hold(draft);
        return core.quote(element.editing.requestOf(draft));
      },
      changed(focus) {
        element.announcing.use();
        element.changed(focus);
      },
    };
  }

  private changed(focus?: string): void {
    this.requestUpdate();
    // To move the focus lays out what was drawn.
    const drawn = this.isLong ? this.updateComplete.then(breath) : this.updateComplete;
    if (focus !== undefined) void drawn.then(() => this.focusOn(focus));
  }

  private focusOn(path: string): void {
    const find = (selector: string): HTMLElement | null => this.renderRoot.querySelector(selector);
    // Fields may have any name that somebody wrote in a request.
    const named = CSS.escape(path);
    (find(`[data-field="${named}"]`) ?? find(`[data-field^="${named}."]`) ?? find(`[data-row="${named}"]`)
      ?? find(`[data-spot="${named}"]`) ?? find(`button[data-figure="${named}"]`))?.focus();
  }

  protected override updated(): void {
    this.restoreCaret?.();
    this.restoreCaret = undefined;
    if (this.editing && this.needs.isReady && this.readiness.keep(this.calculator, this)) tell(this, 'clausewise-ready');
  }

  /** The answer, or how much is wrong; nothing of a form that nobody has begun. */
  private toSay(): AnswerView | string | undefined {
    const { editing, sorted: { wrong }, needs: { words } } = this;
    if (!words || !editing || isBlank(editing.draft.input)) return undefined;
    return this.answerView() ?? (wrong.length ? words.ui('faults', { count: String(wrong.length) }) : '');
  }

  protected override get stands(): Stands {
    const { asking: { request, figures: answer, refusal }, editing, needs: { words: own, failure, isReady }, sorted } = this;
    const words = editing && own ? this.speaking(own, editing) : own;
    const [at] = this.unread;
    const unread = words && at !== undefined ? { at, text: words.ui(this.unreadKey) } : undefined;
    return { editing, failed: failure !== undefined && !isReady, words, request, answer, faults: refusal?.errors ?? [], sorted, unread };
  }

  private get unreadKey(): string {
    return this.broken ? 'unread' : 'reading_loading';
  }

  /** The terms that the form is about, brought or built in. */
  private packOf(editing: Editing): Pack | undefined {
    return (editing.pack ?? this.needs.core?.packs.get(editing.calculator.pack)) as Pack | undefined;
  }

  /** The words with the numbers of those terms, on the day asked about. */
  private speaking(own: Words, editing: Editing): Words {
    const day = editing.draft.envelope.values['as_of'] ?? '';
    return own.by(this.packOf(editing), isDate(day) ? day : undefined);
  }

  private formView(own: Words, editing: Editing): FormView {
    const pack = this.packOf(editing);
    const words = this.speaking(own, editing);
    return {
      editing,
      words,
      format: formatFor(words.lang, editing.currency),
      pack,
      checked: this.asking.figures?.terms.checked ?? lastChecked(pack),
      faults: this.sorted.at,
      readings: this.sorted.readings,
      currencies: this.sorted.currencies,
      missing: this.sorted.missing,
      page: this.page,
      glossary: this.glossary,
      ...this.unfolding.meanings(),
      bring: (aim, from) => {
        const fields = this.page.fixed.pasted(aim.place.row, aim.place.field);
        return editing.arriving.once(aim.place, from, () => this.take(editing, aim, (bringing) => bringing.read({ ...aim, fields }, from)));
      },
      order: (brought, header, isDayFirst) => void this.bringing(editing).then((bringing) => bringing.order(brought, header, isDayFirst))
        .then((table) => { if (table && editing.done?.brought === brought) editing.arriving.order(brought, header, table); }, () => undefined),
      pick: (book, sheet) => void this.take(editing, book, (bringing) => bringing.readSheet(book, sheet)),
      choose: (brought, chosen) => void this.take(editing, brought, (bringing) => bringing.choose(brought, chosen)),
    };
  }

  /** What reads tables comes with the first one. */
  private async bringing(editing: Editing): Promise<Bringing> {
    const { Bringing } = await part(() => import('./form/bringing.js'));
    const { calculator, currency, draft } = editing;
    return new Bringing({
      calculator, currency, decimals: unitOf(draft).decimals, terms: draft.terms ?? this.exchange.contract.terms, keeps: this.keep !== 'none',
    });
  }

  /** Takes what comes of a table on its way in. */
  private async take(editing: Editing, { place }: Aim, read: (bringing: Bringing) => Promise<Outcome>): Promise<void> {
    const outcome = await this.bringing(editing).then(read).catch((): Outcome => ({ trouble: 'unreachable' }));
    if ('filled' in outcome) await editing.arriving.readAhead(outcome.filled);
    editing.arriving.bring(place, outcome);
  }

  /** What a line goes by becomes the choice of the form, and the answer to it is gone to. */
  private choosing(editing: Editing, name: string, key: string): void {
    const field = editing.calculator.fields.find((each) => each.name === name);
    if (!field) return;
    editing.type(editing.draft.input, field, `input.${name}`, key);
    editing.leave(editing.draft.input, field);
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.headline .large button, [data-fault] a, .answer a')?.focus());
  }

  private formNow(): Form | undefined {
    const element = this;
    const { editing } = this;
    return editing && !this.exchange.isGiven ? { editing, get view() { return element.answerView(); } } : undefined;
  }

  private answerView(): AnswerView | undefined {
    const { editing } = this;
    const { core, words: own } = this.needs;
    const { asking } = this;
    const { figures: answer, request } = asking;
    if (!core || !own || !editing || !answer || !request) return undefined;
    const builtIn = core.packs.get(answer.terms.pack);
    // Others may call their terms by the name of ours.
    const isBrought = builtIn?.digest !== answer.terms.digest;
    const pack = isBrought ? (editing.pack as Pack | undefined) : builtIn;
    const words = own.by(pack, answer.as_of);
    return {
      calculator: editing.calculator,
      request,
      answer,
      answerTo: (other) => core.quote({ ...other, steps: false, ...(request.terms !== undefined && { terms: request.terms }) }),
      get steps() { return asking.steps; },
      get firstSteps() { return asking.firstSteps; },
      pack,
      isBrought,
      words: words.noting(codesOf({ answer })),
      // Where no money is handled, a currency that came along has nothing to do with the numbers.
      format: formatFor(words.lang, editing.calculator.money ? answer.currency : ''),
      rules: this.rules,
      pages: this.pages,
      opened: this.opened,
      matter: editing.draft.matter,
      glossary: this.glossary,
      tools: this.tools,
      host: this,
      mayChoose: (name) => !this.isOff && !this.page.fixed.isFixed(editing.draft.input, name),
      choose: (name, key) => this.choosing(editing, name, key),
      hasField: (path) => path !== 'as_of' || !this.page.hidden.has('as-of'),
      toField: (path, spot) => this.errand.go(path, spot, () => editing.reveal(path)),
      ...this.unfolding.meanings(),
      ...this.unfolding.view(editing.calculator.calculator, words),
    };
  }

  protected override render(): TemplateResult {
    const { words, failure } = this.needs;
    const lang = nearestLang(this);
    if (words && this.editing && this.needs.isReady) {
      try {
        return this.drawn(words, this.editing);
      } catch (reason) {
        // Told at the next drawing, which another entry may make a better one.
        const broken = failureToAnswer(reason);
        void this.updateComplete.then(() => tellFailure(this, broken));
        return failed(broken, lang, this.tryAgain);
      }
    }
    return failure ? failed(failure, lang, this.tryAgain) : html`${this.place()}${waiting()}`;
  }

  private drawn(words: Words, editing: Editing): TemplateResult {
    const view = this.answerView();
    const form = this.formView(words, editing);
    const { sorted, troubles } = this;
    // Where something else keeps the answer away, nothing is promised in its place but what there is to correct.
    const isListed = sorted.wrong.length > 0 || !troubles.some(({ reason }) => reason !== 'request');
    return html`<div class="root" lang=${words.locale.tag}>
      <div class="ruler"></div>
      ${this.arrival.template(words, view)}
      ${this.opened.bar(words.lang)}
      <div class="columns">
        ${formTemplate(form)}
        <div class="answer" part="answer" role="group" aria-label=${words.ui('answer')}>
          ${troubles.map((failure) => troubleTemplate(failure, words.lang, this.tryAgain))}
          ${view ? html`${headlineTemplate(view)}${besideTemplate(view, this.page.hidden)}` : this.isWithoutTerms && !this.needs.incomplete ? html`<p role="status">${words.ui('terms_loading')}</p>`
            : this.unread.length ? html`<p role="status">${words.ui(this.unreadKey)}</p>`
            : isListed ? faultSummary(form, sorted) : nothing}
        </div>
      </div>
      ${view ? html`${detail(view, this.tryAgain)}${this.errand.template(words)}` : nothing}
      <p class="disclaimer">${words.ui(this.isHandedIn ? 'disclaimer_in_form' : 'disclaimer')}</p>
      ${(['how', 'how_entry', 'how_term'] as const).map((key) => html`<p class="said" id=${key}>${words.ui(key)}</p>`)}
      <p class="said" role="status" aria-live="polite">${this.announcing.said}</p>
    </div>`;
  }
}
