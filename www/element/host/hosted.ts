// The element as a guest on somebody's page: what the page hides, holds fixed and calls by its own names, when the element
// starts, and where the focus goes.

import { html, nothing, type LitElement, type PropertyDeclaration, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { Composition } from '../composition.js';
import type { Editing } from '../form/editing.js';
import type { Sorted } from '../form/faults.js';
import type { Given } from '../page/given.js';
import { InThisTab } from '../tab/in_this_tab.js';
import type { QuoteRequest } from '../types.js';
import { complain } from './complain.js';
import { Fixed } from './fixed.js';
import { FromPage } from './from_page.js';
import { Hidden } from './hidden.js';
import { followLabels } from './labels.js';
import { Nearness } from './near.js';
import { PartOfForm } from './part_of_form.js';
import { Press } from './press.js';

/** What the form is told of the page around it. */
export interface PageView {
  hidden: Hidden;
  fixed: Fixed;
  isOff: boolean;
  labels: { title: string; example: string; clear: string };
}

/** How long a page may take to give what it holds fixed. */
const PATIENCE = 1_000;

const TEXTS = ['hide', 'fixed', 'keep', 'loading', 'labelTitle', 'labelExample', 'labelClear', 'paperFrom', 'paperLogo'] as const;

export abstract class HostedElement extends PartOfForm {
  static override properties: PropertyDeclarations = {
    hide: { type: String },
    fixed: { type: String },
    keep: { type: String },
    loading: { type: String },
    labelTitle: { type: String, attribute: 'label-title' },
    labelExample: { type: String, attribute: 'label-example' },
    labelClear: { type: String, attribute: 'label-clear' },
    paperFrom: { type: String, attribute: 'paper-from' },
    paperLogo: { type: String, attribute: 'paper-logo' },
  };

  abstract calculator: string;
  abstract currency: string;
  abstract asOf: string;
  /** What the form leaves out: `as-of`, `currency`, `example`, `clear`, separated by blanks. */
  declare hide: string;
  /** Fields that stand as the page gave them, such as `programme`, `lines.quantity`, `as-of`. */
  declare fixed: string;
  /** `none`: what is entered is gone with the page; otherwise it is there again for as long as its tab is. */
  declare keep: string;
  /** `lazy`: nothing is fetched before the visitor comes near. */
  declare loading: string;
  /** A heading over the form. */
  declare labelTitle: string;
  declare labelExample: string;
  declare labelClear: string;
  /** Whose name stands on a printed sheet, and the address of their logo. */
  declare paperFrom: string;
  declare paperLogo: string;

  private readonly near = new Nearness(this, () => this.loading === 'lazy', () => this.start());
  private readonly press = new Press(this);
  private readonly tab = new InThisTab(this);
  private readonly hidden_ = new Hidden();
  private readonly fixed_ = new Fixed();
  /** The form whose fixed fields are taken up. */
  private taken: Editing | undefined;
  /** Fixed fields without a value, told once the page has had time to give them one. */
  private lacking: string[] = [];
  private telling: ReturnType<typeof setTimeout> | undefined;
  private readonly told = new Set<string>();
  private unfollow: (() => void) | undefined;
  /** A focus that waits for the form, and what had it when it was asked for. */
  private wanted: { options: FocusOptions | undefined; from: Element | null } | undefined;

  constructor() {
    super();
    new Composition(this);
    for (const name of TEXTS) this[name] = '';
    this.addController({ hostUpdated: () => this.focusAtLast() });
  }

  /** Fetches what the element needs. */
  protected abstract start(): void;

  /** Puts a request into the form. */
  protected abstract fill(editing: Editing, request: Partial<QuoteRequest>): void;

  /** A text that a page takes away, or that a framework has not got, is as good as not said. */
  override requestUpdate(name?: PropertyKey, old?: unknown, options?: PropertyDeclaration): void {
    const { type } = (this.constructor as typeof LitElement).elementProperties.get(name as PropertyKey) ?? {};
    const values = this as unknown as Record<PropertyKey, unknown>;
    if (name !== undefined && type === String && (values[name] === null || values[name] === undefined)) values[name] = '';
    else super.requestUpdate(name, old, options);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.unfollow = followLabels(this, () => this.labels, () => this.focus());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unfollow?.();
    clearTimeout(this.telling);
  }

  /** To the first field that is still needed, else to the first; where there is no form yet, as soon as there is one. */
  override focus(options?: FocusOptions): void {
    this.begin();
    this.wanted = { options, from: this.active };
    if (!this.isUpdatePending) this.focusAtLast();
  }

  protected override scheduleUpdate(): void | Promise<unknown> {
    return this.press.over ? this.press.over.then(() => super.scheduleUpdate()) : super.scheduleUpdate();
  }

  /** Whether it waits for the visitor to come near. */
  protected get isAsleep(): boolean {
    return this.near.isAsleep;
  }

  protected begin(): void {
    this.near.begin();
  }

  /** Lets the page fill the form. */
  protected bring(editing: Editing, bring: () => Given | null | undefined): void {
    FromPage.fill(editing, bring);
    this.taken = undefined;
  }

  /** A new day has begun. */
  protected goOn(editing: Editing): void {
    FromPage.goOn(editing);
  }

  /** Lets the page set the day or the currency. */
  protected bringDay(editing: Editing, bring: () => void): void {
    FromPage.setDay(editing, bring);
    this.taken = undefined;
  }

  /** Everything that has to hold of a form before the core is asked. */
  protected hold(editing: Editing, changed: PropertyValues<this>): void {
    const from = FromPage.of(editing);
    this.hidden_.read(this.hide);
    const { returning, isOfBrowser } = this;
    this.returning = undefined;
    // The browser brings back the request alone, and not what stood in the controls: where the tab has it, that goes before.
    const isInTab = !this.isOff && this.tab.giveBack(editing, returning !== undefined && !isOfBrowser);
    if (returning && !(isInTab && isOfBrowser) && (returning.calculator ?? editing.calculator.calculator) === editing.calculator.calculator) this.fill(editing, returning);
    if (this.taken !== editing || changed.has('fixed')) {
      this.taken = editing;
      this.lacking = this.fixed_.take(this.fixed, editing.calculator, from.last);
      clearTimeout(this.telling);
      this.telling = setTimeout(() => this.tellLacking(), PATIENCE);
    }
    this.fixed_.hold(editing.draft);
    this.tab.follow(editing);
  }

  protected get page(): PageView {
    const { hidden_: hidden, fixed_: fixed, isOff, labelTitle: title, labelExample: example, labelClear: clear } = this;
    return { hidden, fixed, isOff, labels: { title, example, clear } };
  }

  /** Where the focus may be until there is a form: a page's form that wants an answer needs a place to say so. */
  protected place(): TemplateResult | typeof nothing {
    return this.required ? html`<span class="said" data-place tabindex="-1" @focus=${() => this.focus()}></span>` : nothing;
  }

  protected startOver(): void {
    const { editing } = this.stands;
    this.returning = undefined;
    if (editing) editing.startOver(FromPage.of(editing).atFirst);
  }

  protected ownOf({ terms: _terms, ...request }: QuoteRequest): Partial<QuoteRequest> | undefined {
    if (this.keep === 'none') return undefined;
    const { editing } = this.stands;
    if (!editing) return request;
    const from = FromPage.of(editing);
    const isOfPage = (name: 'as_of' | 'currency' | 'minor_units'): boolean => String(request[name] ?? '') === from.said(name);
    if (isOfPage('as_of')) delete request.as_of;
    if (isOfPage('currency') && isOfPage('minor_units')) {
      delete request.currency;
      delete request.minor_units;
    }
    return request;
  }

  protected controlAt(path: string): HTMLElement | undefined {
    const controls = [...this.renderRoot.querySelectorAll<HTMLElement>('[data-field]:not(output)')];
    return controls.find(({ dataset }) => dataset['field'] === path) ?? controls.find(({ dataset }) => dataset['field']?.startsWith(`${path}.`));
  }

  protected firstControl(): HTMLElement | undefined {
    return this.renderRoot.querySelector<HTMLElement>('form :is(input, select)[data-field], [data-place]') ?? undefined;
  }

  private get active(): Element | null {
    return (this.getRootNode() as Document | ShadowRoot).activeElement ?? null;
  }

  /** Only what still has it gives the focus up: whoever went elsewhere meanwhile stays there. */
  private focusAtLast(): void {
    const { wanted } = this;
    const { editing, failed, faults } = this.stands;
    if (!wanted || !(failed || (editing && this.renderRoot.querySelector('form')))) return;
    this.wanted = undefined;
    if (this.active && this.active !== wanted.from && this.active !== document.body) return;
    const needed = faults.map(({ field }) => field).find((path) => this.controlAt(path) ?? /\.\d+\./.test(path));
    if (needed !== undefined && !this.controlAt(needed)) editing?.reveal(needed);
    else (needed === undefined ? this.firstControl() ?? this.renderRoot.querySelector<HTMLElement>('button, a[href]') : this.controlAt(needed))?.focus(wanted.options);
  }

  private tellLacking(): void {
    const text = `fixed="${this.fixed}": the page gave no value for ${this.lacking.join(', ')}; the visitor may fill in what there is`;
    if (!this.lacking.length || this.told.has(text)) return;
    this.told.add(text);
    complain(text);
  }

  /** Shows what is hidden where the visitor has to mend it. */
  protected reveal(sorted: Sorted): void {
    this.hidden_.reveal(sorted);
  }
}
