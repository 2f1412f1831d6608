// The element as a part of a page's own <form>: what it hands in, what keeps the form from being sent, and what becomes of
// it when the form is reset, switched off or brought back. Where the browser has no ElementInternals it calculates all
// the same and hands nothing in.

import { LitElement } from 'lit';
import type { Editing } from '../form/editing.js';
import type { Sorted } from '../form/faults.js';
import { jsonOf } from '../page/given.js';
import type { Fault, QuoteAnswer, QuoteRequest } from '../types.js';
import type { Words } from '../words.js';

/** Where the calculator stands, as far as a form wants to know. */
export interface Stands {
  editing: Editing | undefined;
  /** Nobody can fill it in: it could not be started. */
  failed: boolean;
  words: Words | undefined;
  request: QuoteRequest | undefined;
  answer: QuoteAnswer | null;
  faults: readonly Fault[];
  sorted: Sorted;
  /** A text that nothing has read yet, and what is said of it meanwhile. */
  unread?: { at: string; text: string } | undefined;
}

interface Verdict { flags: ValidityStateFlags; message: string; at?: string | undefined }

const FINE: Verdict = { flags: {}, message: '' };

/** Attributes of every control of a form: kept as attributes, since the browser reads them there. */
const OWN_ATTRIBUTES = ['name', 'required', 'disabled'];

/** As many fields as a small bubble can name. */
const NAMED = 4;

/** What the browser says of a field that is empty, in its own language: for as long as there are no words. */
const browserSays = (): string => Object.assign(document.createElement('input'), { required: true }).validationMessage || '…';

export abstract class PartOfForm extends LitElement {
  static readonly formAssociated = true;

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, ...OWN_ATTRIBUTES];
  }

  /** Where there is none, the page's form takes no notice of the element. */
  private readonly internals = typeof this.attachInternals === 'function' ? this.attachInternals() : undefined;
  private verdict = FINE;
  private handedIn: string | undefined;
  private isOffAround = false;
  /** Entries that do not come from the page but are brought back: by the browser, or as the value of the control. */
  protected returning: Partial<QuoteRequest> | undefined;
  /** Whether they come from the browser, and not from the page after all, as the value of the control. */
  protected isOfBrowser = false;

  constructor() {
    super();
    // So that a label of the page's has something to name.
    if (this.internals) this.internals.role = 'group';
    this.addController({ hostUpdated: () => { this.handIn(); this.judge(); } });
  }

  protected abstract get stands(): Stands;
  /** The control of a path of the request, as far as it is drawn. */
  protected abstract controlAt(path: string): HTMLElement | undefined;
  /** The first control of the form, or what stands there until it is drawn. */
  protected abstract firstControl(): HTMLElement | undefined;
  /** Back to what the page gave. */
  protected abstract startOver(): void;
  /** Wanted now, wherever on the page it is. */
  protected abstract begin(): void;
  /** A request without what the page says by itself; nothing where it is not to come back. */
  protected abstract ownOf(request: QuoteRequest): Partial<QuoteRequest> | undefined;

  get name(): string {
    return this.getAttribute('name') ?? '';
  }

  set name(name: string) {
    if (name !== this.name) this.setAttribute('name', name);
  }

  get required(): boolean {
    return this.hasAttribute('required');
  }

  set required(required: boolean) {
    this.toggleAttribute('required', Boolean(required));
  }

  get disabled(): boolean {
    return this.hasAttribute('disabled');
  }

  set disabled(disabled: boolean) {
    this.toggleAttribute('disabled', Boolean(disabled));
  }

  /** The page's form to which it belongs. */
  get form(): HTMLFormElement | null {
    return this.internals ? this.internals.form : this.closest('form');
  }

  get labels(): NodeList | undefined {
    return this.internals?.labels;
  }

  /** JSON of the request and its answer without the steps; empty while there is no answer. */
  get value(): string {
    const { request, answer } = this.stands;
    if (!request || !answer) return '';
    const { steps: _steps, ...kept } = answer;
    return JSON.stringify({ request, answer: kept });
  }

  set value(value: string) {
    if (value === this.value) return;
    try {
      this.bringBack(value ? (JSON.parse(value) as { request: QuoteRequest }).request : { input: {} });
    } catch {
      console.error('clausewise-quote: no value that this element has handed out:', value);
    }
  }

  get validity(): ValidityStateFlags {
    return this.internals?.validity ?? this.verdict.flags;
  }

  get validationMessage(): string {
    return this.internals?.validationMessage ?? this.verdict.message;
  }

  get willValidate(): boolean {
    return this.internals?.willValidate ?? false;
  }

  checkValidity(): boolean {
    this.catchUp();
    return this.internals?.checkValidity() ?? true;
  }

  reportValidity(): boolean {
    this.catchUp();
    return this.internals?.reportValidity() ?? true;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('invalid', this.beginAtOnce);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('invalid', this.beginAtOnce);
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (OWN_ATTRIBUTES.includes(name)) this.requestUpdate();
  }

  formAssociatedCallback(): void {
    this.requestUpdate();
  }

  formResetCallback(): void {
    this.startOver();
  }

  formDisabledCallback(disabled: boolean): void {
    this.isOffAround = disabled;
    this.requestUpdate();
  }

  formStateRestoreCallback(state: unknown): void {
    if (typeof state === 'string' && state) this.bringBack(JSON.parse(state) as QuoteRequest, true);
  }

  /** Switched off, by itself or with a fieldset around it. */
  protected get isOff(): boolean {
    return this.isOffAround || this.disabled;
  }

  /** Whether what is entered goes wherever the page's form goes. */
  protected get isHandedIn(): boolean {
    return this.name !== '' && this.internals?.form != null;
  }

  private bringBack(request: Partial<QuoteRequest>, isOfBrowser = false): void {
    [this.returning, this.isOfBrowser] = [request, isOfBrowser];
    this.begin();
    this.requestUpdate();
  }

  /** Somebody sends a form in which this is required and has not even begun. */
  private readonly beginAtOnce = (): void => this.begin();

  /** What was just set counts at once, as it does with every other control. */
  private catchUp(): void {
    if (this.hasUpdated && this.isUpdatePending) this.performUpdate();
  }

  private handIn(): void {
    const { value, returning, stands: { request } } = this;
    const own = request ? this.ownOf(request) : returning;
    const state = own ? jsonOf(own) : '';
    if (this.handedIn === value + state) return;
    this.handedIn = value + state;
    this.internals?.setFormValue(value, state);
  }

  private judge(): void {
    this.verdict = this.judged();
    const { flags, message, at } = this.verdict;
    const anchor = at === undefined ? this.firstControl() : this.controlAt(at) ?? this.firstControl();
    if (anchor) this.internals?.setValidity(flags, message, anchor);
    else this.internals?.setValidity(flags, message);
  }

  private judged(): Verdict {
    const { failed, words, answer, faults, unread, sorted: { wrong, needed } } = this.stands;
    // No form is held up by what nobody can fill in.
    if (failed) return FINE;
    const colon = words?.colon ?? ': ';
    const [first] = wrong;
    if (first) return { flags: { customError: true }, message: `${first.label}${colon}${first.text}`, at: first.path };
    if (answer || !this.required) return FINE;
    // What nobody knows yet to be right is not missing.
    if (unread) return { flags: { customError: true }, message: unread.text, at: unread.at };
    // What is wrong where somebody is still typing is not said yet, but it is not missing either.
    const typed = faults.find(({ code }) => code !== 'missing');
    if (typed && words) return { flags: { customError: true }, message: words.ui('faults', { count: '1' }), at: typed.field };
    const fields = needed.slice(0, NAMED).map(({ label }) => label);
    const message = words && fields.length
      ? `${words.ui('needed')}${colon}${fields.join(words.locale.semicolon)}${needed.length > NAMED ? '…' : ''}`
      : browserSays();
    return { flags: { valueMissing: true }, message, at: faults[0]?.field };
  }
}
