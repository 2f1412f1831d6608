// The quote that is open in a form: what is entered goes into it as it comes to rest, and at once when the page goes. Where another
// tab has changed the same quote, nothing is written over: the visitor says which of the two is to stand.

import { html, nothing } from 'lit';
import type { AnswerView } from '../answer/view.js';
import type { Done, Editing } from '../form/editing.js';
import { FromPage } from '../host/from_page.js';
import { keptWords } from '../late_words.js';
import { sameness } from '../page/given.js';
import type { QuoteRequest } from '../types.js';
import type { Lang } from '../words.js';
import { fetchAhead } from './ahead.js';
import { documentOf, Unreadable, type QuoteDocument, type Texts } from './document.js';
import { adoptStyles, barTemplate } from './keep_bar.js';
import { besideOf, send } from './made.js';
import type { Opened } from './opened.js';
import { dropCopy, writeCopy } from './store/copies.js';
import { asksSame, freeName, isId, newId, now, tidyName, type KeptQuote } from './store/record.js';
import { open, persist } from './store/store.js';
import { hearOthers } from './store/telling.js';
import { troubleOf, type Why } from './store/trouble.js';

const REST = 400;

/** After these the form is about something else; the quote stays as it was. */
const REPLACING = ['did_clear', 'did_start_over', 'did_example'];

/** What has to be known of the quote, by the key of its sentence. */
export type Note = 'kept' | 'followed' | 'left' | 'gone' | 'unreadable' | 'of_another' | Why;

/** Quotes that are open on this page: no two forms write into one. */
const openHere = new Set<string>();

export class Keeping {
  opened: KeptQuote | undefined;
  /** What another tab has made of the quote meanwhile; nothing where it has taken it away. */
  conflict: { theirs: KeptQuote | undefined } | undefined;
  note: Note | undefined;
  /** The calculator of a quote that the address names and that this is not. */
  elsewhere: { calculator: string; id: string } | undefined;
  /** What is said of the quote beside its answer, where that was changed since it was opened. */
  private texts: Texts = {};
  /** The request that lies in the store. */
  private saved = '';
  /** A quote that was put into the form, and what was last done to it before. */
  private fresh: { done: Done | undefined } | undefined;
  private seen: Done | undefined;
  /** The form has been cleared or filled anew: what is in it is no longer the quote. */
  private isAway = false;
  private isBusy = false;
  private isAgain = false;
  private isKeeping = false;
  private isShown = false;
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private unhear: (() => void) | undefined;

  constructor(private readonly home: Opened) {
    this.begin();
  }

  begin(): void {
    if (this.unhear) return;
    if (this.opened) openHere.add(this.opened.id);
    const unhear = hearOthers((id) => { if (!id || id === this.opened?.id) void this.hear(); });
    addEventListener('pagehide', this.leavePage);
    document.addEventListener('visibilitychange', this.turnAway);
    this.unhear = () => {
      unhear();
      removeEventListener('pagehide', this.leavePage);
      document.removeEventListener('visibilitychange', this.turnAway);
    };
  }

  end(): void {
    this.leavePage();
    if (this.opened) openHere.delete(this.opened.id);
    this.unhear?.();
    this.unhear = undefined;
  }

  /** Whether what is entered goes into a quote. */
  get isOpen(): boolean {
    return this.opened !== undefined && !this.isAway;
  }

  /** Puts a quote of this device into the form. */
  async open(id: string): Promise<void> {
    if (this.opened?.id === id && !this.isAway) return;
    this.write();
    this.close();
    try {
      const kept = isId(id) ? await (await open()).get(id) : undefined;
      if (!kept) this.note = 'gone';
      else if (kept.document.request.calculator !== this.home.host.calculator) {
        this.elsewhere = { calculator: kept.document.request.calculator, id };
        this.note = 'of_another';
      } else if (!openHere.has(id)) this.take(kept, 'kept');
    } catch (reason) {
      this.note = reason instanceof Unreadable ? 'unreadable' : troubleOf(reason).why;
    }
    this.home.host.requestUpdate();
  }

  /** Keeps an answer as a quote of its own. */
  async keep(view: AnswerView, texts: Texts): Promise<void> {
    const form = this.home.form();
    if (!form || this.isKeeping) return;
    // What was entered last belongs to the quote that is open until now, too.
    this.write();
    this.isKeeping = true;
    const asked = sameness(form.editing.request);
    const document = documentOf(view, { ...(this.isOpen && this.opened?.document), ...this.texts, ...texts });
    try {
      const store = await open();
      persist();
      const { quotes } = await store.list();
      const name = freeName(nameOf(view, document), quotes.map((each) => each.name));
      const put = await store.put({ id: newId(), name, kept_on: now(), changed_on: now(), revision: 0, document }, 0);
      if ('kept' in put) this.settle(put.kept, asked, 'kept');
    } catch (reason) {
      this.note = troubleOf(reason).why;
    }
    this.isKeeping = false;
    this.home.host.requestUpdate();
  }

  /** What is said of the open quote beside its answer. */
  say(texts: Texts = this.texts): void {
    // What is said of another matter is not of this quote.
    if (!this.isOpen) return;
    this.texts = texts;
    this.saved = '';
    this.write();
  }

  rename(name: string): void {
    const { opened } = this;
    const tidy = tidyName(name);
    if (opened && tidy && tidy !== opened.name) {
      this.opened = { ...opened, name: tidy };
      this.saved = '';
      this.write();
    }
    this.home.host.requestUpdate();
  }

  /** What is entered here becomes a quote of its own; the other tab's stays. */
  async keepMine(): Promise<void> {
    const mine = this.record();
    if (!mine) return;
    const asked = sameness(this.home.form()?.editing.request);
    try {
      const store = await open();
      const { quotes } = await store.list();
      dropCopy(mine.id);
      const name = this.conflict?.theirs ? freeName(mine.name, quotes.map((each) => each.name)) : mine.name;
      const put = await store.put({ ...mine, id: newId(), name, kept_on: now() }, 0);
      if ('kept' in put) this.settle(put.kept, asked, 'kept');
    } catch (reason) {
      this.note = troubleOf(reason).why;
    }
    this.home.host.requestUpdate();
  }

  /** The other tab's quote comes into the form; where it has taken it away, none is open any more. */
  takeTheirs(): void {
    const { opened, conflict } = this;
    if (opened) dropCopy(opened.id);
    if (conflict?.theirs) this.take(conflict.theirs, 'followed');
    else this.close();
    this.home.host.requestUpdate();
  }

  /** After each drawing: what is entered is looked at once it comes to rest. */
  follow(): void {
    const form = this.home.form();
    if (!this.opened || !form || !this.isOf(form.editing)) return;
    const { editing } = form;
    const { done } = editing;
    if (this.fresh) {
      // What the tab has given back on top of the quote is not in it yet.
      const isMore = done !== this.fresh.done && done?.key === 'did_give_back';
      [this.saved, this.seen, this.fresh] = [isMore ? '' : sameness(editing.request), done, undefined];
    }
    if (done !== this.seen) {
      this.seen = done;
      if (done && REPLACING.includes(done.key) && !this.isAway) this.leave(editing, done);
    }
    this.waiting ??= setTimeout(this.write, REST);
  }

  button(view: AnswerView, texts: Texts): unknown {
    const words = keptWords.in(view.words.lang, () => this.home.host.requestUpdate());
    if (!words) return nothing;
    return html`<button type="button" part="button" class="quiet" data-act="keep" @click=${() => void this.keep(view, texts)}>${
      words.ui(this.isOpen ? 'kept.keep_copy' : 'kept.keep')}</button>`;
  }

  bar(lang: Lang): unknown {
    if (!this.opened && !this.note) {
      this.isShown = false;
      return nothing;
    }
    const words = keptWords.in(lang, () => this.home.host.requestUpdate());
    if (!words) return nothing;
    adoptStyles(this.home.host);
    // What comes with its place is not read out: there is first the place, and then what is said.
    if (!this.isShown) setTimeout(() => this.home.host.requestUpdate());
    const isSaid = this.isShown;
    this.isShown = true;
    return barTemplate(this, words, this.home.host.pages, isSaid);
  }

  private isOf({ calculator: { calculator } }: Editing): boolean {
    return calculator === this.opened?.document.request.calculator;
  }

  /** The quote as it would be written now. */
  private record(): KeptQuote | undefined {
    const [{ opened }, form] = [this, this.home.form()];
    if (!opened || !form || !this.isOf(form.editing)) return undefined;
    const { editing: { request }, view } = form;
    const said = { ...opened.document, ...this.texts };
    const isAnswered = view !== undefined && sameness(view.request) === sameness(request);
    return recordOf(opened, isAnswered ? documentOf(view, said) : { ...askedIn(said, request), ...besideOf(form.editing.draft.matter) }, isAnswered);
  }

  private readonly write = (): void => {
    clearTimeout(this.waiting);
    this.waiting = undefined;
    if (this.conflict || this.fresh) return;
    const form = this.home.form();
    const asked = form && this.isOf(form.editing) ? sameness(form.editing.request) : this.saved;
    if (this.isAway) {
      if (asked === this.saved) this.comeBack();
      return;
    }
    const record = asked === this.saved ? undefined : this.record();
    if (record) void this.save(record, asked);
  };

  private async save(record: KeptQuote, asked: string): Promise<void> {
    if (this.isBusy) {
      this.isAgain = true;
      return;
    }
    this.isBusy = true;
    try {
      const put = await (await open()).put(record, record.revision);
      const { opened } = this;
      if (opened?.id === record.id) {
        // Somebody may have given it another name while it was written.
        if ('kept' in put) {
          if (opened.name !== record.name) this.isAgain = true;
          this.wrote({ ...put.kept, name: opened.name }, opened.name === record.name ? asked : '');
        } else this.meet(put.theirs, record, asked);
      }
    } catch (reason) {
      this.note = troubleOf(reason).why;
    }
    this.isBusy = false;
    if (this.isAgain) {
      this.isAgain = false;
      this.write();
    }
    this.home.host.requestUpdate();
  }

  private wrote(kept: KeptQuote, asked: string): void {
    dropCopy(kept.id);
    [this.opened, this.saved, this.texts] = [kept, asked, {}];
    if (this.note && this.note !== 'left') this.note = 'kept';
  }

  /** Another tab was quicker. Where both say the same, or it gave nothing but another name, nobody need be asked. */
  private meet(theirs: KeptQuote | undefined, mine: KeptQuote, asked: string): void {
    const { opened } = this;
    if (theirs && asksSame(theirs, mine)) this.wrote(theirs, asked);
    else if (theirs && opened && asksSame(theirs, opened)) {
      this.opened = theirs;
      this.isAgain = true;
    } else this.conflict = { theirs };
  }

  /** Another tab has changed something. */
  private async hear(): Promise<void> {
    const { opened } = this;
    if (!opened || this.isBusy) return;
    const there = await open().then((store) => store.get(opened.id)).catch(() => opened);
    if (this.opened !== opened || this.isBusy) return;
    if (there?.revision === opened.revision) {
      // Taken away, and put back.
      if (this.conflict && !this.conflict.theirs) this.conflict = undefined;
      else return;
    } else if (this.isAway) this.close();
    else if (!there) this.conflict = { theirs: undefined };
    else if (asksSame(there, opened)) this.opened = there;
    else if (this.isBehind) this.meetAgain(there);
    else this.take(there, 'followed');
    this.home.host.requestUpdate();
  }

  /** What this page put down when it went may be what lies there, now that it is back. */
  private meetAgain(there: KeptQuote): void {
    const mine = this.record();
    if (mine && asksSame(there, mine)) this.wrote(there, sameness(this.home.form()?.editing.request));
    else this.conflict = { theirs: there };
  }

  /** Whether something is entered that does not lie in the store. */
  private get isBehind(): boolean {
    const form = this.home.form();
    return form !== undefined && this.opened !== undefined && !this.isAway && !this.fresh && this.isOf(form.editing) && sameness(form.editing.request) !== this.saved;
  }

  /** The page goes, perhaps for good: what does not lie in the store is put down at once. */
  private readonly leavePage = (): void => {
    if (this.isBehind) this.putDown();
  };

  private readonly turnAway = (): void => {
    if (document.visibilityState !== 'hidden') void this.hear();
    else if (this.isBehind && !this.conflict) this.putDown();
  };

  private putDown(): void {
    const record = this.record();
    if (record) writeCopy(record);
    this.write();
  }

  private take(kept: KeptQuote, note: Note | undefined): void {
    const { host } = this.home;
    this.settle(kept, '', note);
    this.fresh = { done: this.home.form()?.editing.done };
    host.request = null;
    send(host, kept.document);
    this.home.give(kept.document.request);
  }

  private settle(kept: KeptQuote, asked: string, note: Note | undefined): void {
    this.close();
    fetchAhead(this.home.host.tools);
    openHere.add(kept.id);
    [this.opened, this.saved, this.note, this.seen] = [kept, asked, note, this.home.form()?.editing.done];
    this.show(`#kept=${kept.id}`);
  }

  /** The form is emptied or filled anew: the quote stays as it was before, and what comes now is not part of it. */
  private leave(editing: Editing, { before }: Done): void {
    const { opened } = this;
    const request = editing.requestOf(before);
    const asked = sameness(request);
    if (opened && asked !== this.saved && !this.conflict) void this.save(recordOf(opened, { ...askedIn(opened.document, request), ...besideOf(before.matter) }, false), asked);
    [this.isAway, this.saved, this.note] = [true, asked, 'left'];
    FromPage.leave(editing);
    this.show('');
    this.home.host.requestUpdate();
  }

  /** What was emptied has been put back. */
  private comeBack(): void {
    this.isAway = false;
    this.note = undefined;
    this.show(`#kept=${this.opened?.id ?? ''}`);
    this.home.host.requestUpdate();
  }

  private close(): void {
    if (this.opened) openHere.delete(this.opened.id);
    if (this.opened && !this.isAway) this.show('');
    [this.opened, this.conflict, this.note, this.elsewhere, this.fresh] = [undefined, undefined, undefined, undefined, undefined];
    [this.isAway, this.texts, this.saved] = [false, {}, ''];
  }

  /** A reload finds the quote again. */
  private show(hash: string): void {
    history.replaceState(history.state, '', hash || location.pathname + location.search);
  }
}

/** What is asked now, with an answer of before. */
function askedIn({ scenario: _, scenarios: __, ...document }: QuoteDocument, { terms: ___, steps: ____, ...request }: QuoteRequest): QuoteDocument {
  return { ...document, request };
}

function recordOf(opened: KeptQuote, document: QuoteDocument, isAnswered: boolean): KeptQuote {
  const { unanswered: _, ...kept } = opened;
  return { ...kept, changed_on: now(), document, ...(!isAnswered && { unanswered: true }) };
}

/** Called as people would look for it: by whom it is for and what it is, else by its calculator and day. */
function nameOf({ words, format, calculator: { calculator }, answer }: AnswerView, { title, customer, number }: QuoteDocument): string {
  const said = [customer, title, number].filter((text) => text !== undefined);
  return (said.length ? said : [words.calculator(calculator).title, format.date(answer.as_of, 'short')]).join(words.comma);
}
