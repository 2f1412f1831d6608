// Nothing typed is lost while its tab is there: not by a reload, by Back, by a swipe, nor by a phone that throws the page
// out of its memory. What a visitor has entered on top of what the page gave is written down as it comes to rest, and given
// back on top of the very same. Where the page gives something else, the page is right.

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Done, Editing } from '../form/editing.js';
import { FromPage } from '../host/from_page.js';
import { copied, isObject, sameness } from '../page/given.js';
import { entriesOf, withEntries, type Entries } from './entries.js';
import { markOf } from './mark.js';
import { keyOf } from './place.js';
import { dropKept, readKept, writeKept } from './storage.js';

interface Host extends ReactiveControllerHost, HTMLElement {
  calculator: string;
  keep: string;
  asOf: unknown;
  currency: unknown;
}

/** `on` is what the page had given, and `named` its day and currency. */
interface Kept extends Entries { on: string; named: string }

/** What is kept of one form, and how far that has gone. */
interface State {
  editing: Editing;
  key: string;
  /** What of the page's the entries were looked for on top of. */
  tried?: string;
  isSettled?: boolean;
  /** What stands in the storage, as far as it was written or read for this form. */
  written?: string | undefined;
  /** The form as it was cleared or begun afresh: for as long as it stays so, nothing was entered. */
  nothing?: string | undefined;
  done?: Done | undefined;
}

const REST = 400;

/** After these the visitor wants nothing back. */
const FORGETTING = ['did_clear', 'did_start_over'];

export class InThisTab implements ReactiveController {
  private readonly states = new WeakMap<Editing, State>();
  private current: State | undefined;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: Host) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('pagehide', this.write);
    document.addEventListener('visibilitychange', this.write);
  }

  hostDisconnected(): void {
    this.write();
    removeEventListener('pagehide', this.write);
    document.removeEventListener('visibilitychange', this.write);
  }

  /**
   * Gives back what belongs on top of what the page has given by now; says whether there is anything kept of this form.
   * `isTaken` where the page has filled the form in some other way.
   */
  giveBack(editing: Editing, isTaken: boolean): boolean {
    const state = this.turnTo(editing);
    const from = FromPage.of(editing);
    state.isSettled ||= isTaken;
    if (!this.isOn || state.isSettled || state.tried === from.request || !from.isUntouched) return false;
    state.tried = from.request;
    const text = readKept(state.key);
    const kept = text === undefined ? undefined : read(text);
    // Perhaps the page has yet to give what this belongs to.
    if (kept?.['on'] !== from.request) return kept !== undefined;
    const draft = withEntries(editing.calculator, from.last, kept, kept['named'] === this.named);
    if (!draft) return false;
    editing.giveBack(draft);
    state.isSettled = true;
    state.written = text;
    return true;
  }

  /** Sees to it that the form is written down, once everything that has to hold of it does. */
  follow(editing: Editing): void {
    const state = this.turnTo(editing);
    if (!this.isOn) {
      dropKept(state.key);
      state.written = undefined;
    }
    if (editing.done !== state.done) {
      state.done = editing.done;
      if (editing.done && FORGETTING.includes(editing.done.key)) state.nothing = this.textOf(state);
    }
    this.waiting ??= setTimeout(this.write, REST);
  }

  private get isOn(): boolean {
    return this.host.keep !== 'none';
  }

  private get named(): string {
    return markOf(sameness(copied([this.host.asOf, this.host.currency])));
  }

  private stateOf(editing: Editing): State {
    let state = this.states.get(editing);
    if (!state) this.states.set(editing, state = { editing, key: '' });
    return state;
  }

  /** From now on it is about this form; of the one before, the last is written down. */
  private turnTo(editing: Editing): State {
    const state = this.stateOf(editing);
    if (state !== this.current) this.write();
    this.current = state;
    // One that has been taken off the page is still what it was.
    if (this.host.isConnected) state.key = keyOf(this.host);
    return state;
  }

  private readonly write = (): void => {
    clearTimeout(this.waiting);
    this.waiting = undefined;
    const { current } = this;
    if (!current || !this.isOn) return;
    const text = this.textOf(current);
    const wanted = text === current.nothing ? undefined : text;
    if (wanted === current.written) return;
    current.written = wanted;
    if (wanted === undefined) dropKept(current.key);
    else writeKept(current.key, wanted);
  };

  private textOf({ editing }: State): string | undefined {
    const from = FromPage.of(editing);
    const entries = entriesOf(editing.calculator, editing.draft, from.last);
    const kept: Kept | undefined = entries && { on: from.request, named: this.named, ...entries };
    return kept && JSON.stringify(kept);
  }
}

function read(text: string): Record<string, unknown> | undefined {
  try {
    const kept: unknown = JSON.parse(text);
    return isObject(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}
