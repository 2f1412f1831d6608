// What the page gave a form: as it stood before the visitor first did anything, which a reset comes back to, and as the
// page gave it last, which is what stays where a field is fixed.

import type { Editing } from '../form/editing.js';
import { goOnFrom } from '../form/envelope.js';
import { sameness, type Given } from '../page/given.js';
import { keepDraft, newDraft, type Draft, type Row } from '../state.js';
import { markOf } from '../tab/mark.js';

export class FromPage {
  /** The mark of the request that the page gave last; empty where it has given none. */
  request = '';
  /** Whether the visitor had done nothing yet when the page gave it. */
  isUntouched = true;

  private constructor(private first: Draft, public last: Draft) {}

  private static readonly all = new WeakMap<Editing, FromPage>();

  /** Asked for as soon as there is a form, before anybody fills it in. */
  static of(editing: Editing): FromPage {
    let from = FromPage.all.get(editing);
    if (!from) FromPage.all.set(editing, from = new FromPage(keepDraft(editing.draft), keepDraft(editing.draft)));
    return from;
  }

  /** Lets the page fill a form, with a request, or with null for none. */
  static fill(editing: Editing, fill: () => Given | null | undefined): void {
    const from = FromPage.of(editing);
    from.isUntouched = isSame(editing.draft, from.first);
    const given = fill();
    if (given !== undefined) from.request = given === null ? '' : markOf(sameness(given));
    from.last = keepDraft(editing.draft);
    if (from.isUntouched) from.first = keepDraft(editing.draft);
  }

  /** Lets the page change the day or the currency alone. */
  static setDay(editing: Editing, set: () => void): void {
    const from = FromPage.of(editing);
    set();
    for (const draft of [from.first, from.last]) draft.envelope = keepDraft(editing.draft).envelope;
  }

  /** The form is about something else now than what the page gave. */
  static leave(editing: Editing): void {
    const from = FromPage.of(editing);
    from.request = '';
    from.last = newDraft(editing.calculator, editing.draft.reader);
  }

  /** A new day has begun, and a form that nobody gave a day goes on with it. */
  static goOn(editing: Editing): void {
    const from = FromPage.of(editing);
    const before = editing.goOn();
    if (before !== undefined) for (const { envelope } of [from.first, from.last]) goOnFrom(before, envelope);
  }

  /** The form as it was at first, as one that can be edited. */
  get atFirst(): Draft {
    return keepDraft(this.first);
  }

  /** The form as the page gave it last, as one that can be edited. */
  get asGiven(): Draft {
    return keepDraft(this.last);
  }

  /** What it says at first beside the entries. */
  said(name: string): string {
    return this.first.envelope.values[name] ?? '';
  }
}

const isSame = (one: Draft, other: Draft): boolean => holdsSame(one.envelope, other.envelope) && holdsSame(one.input, other.input);

function holdsSame(one: Row, other: Row): boolean {
  const names = new Set([...Object.keys(one.values), ...Object.keys(other.values)]);
  return [...names].every((name) => (one.values[name] ?? '') === (other.values[name] ?? '')) && Object.entries(one.lists).every(([name, rows]) =>
    rows.length === other.lists[name]?.length && rows.every((row, index) => holdsSame(row, other.lists[name]?.[index] as Row)));
}
