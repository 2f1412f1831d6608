// What the page hears. What a visitor enters goes to the element's own listeners and no further: a script that gathers
// everything on a page hears nothing of it. Only that the calculator is used may be heard by everybody.

import type { Failure } from '../failure.js';
import type { AnswerDetail, UseDetail } from '../types.js';

/** Tells those who listen to the element itself. */
export const tell = (element: HTMLElement, name: 'clausewise-ready' | 'clausewise-answer', detail?: AnswerDetail): void =>
  void element.dispatchEvent(new CustomEvent(name, { detail }));

/** Tells the page, and who made it. */
export function tellFailure(element: HTMLElement, { reason, message, cause }: Failure): void {
  element.dispatchEvent(new CustomEvent('clausewise-error', { detail: Object.freeze({ reason, message }) }));
  console.error(`clausewise-quote: ${message}`, ...(cause === undefined ? [] : [cause]));
}

/** Tells everybody around, also those outside of a shadow tree. */
export const tellUse = (element: HTMLElement, detail: UseDetail): void =>
  void element.dispatchEvent(new CustomEvent('clausewise-use', { detail: Object.freeze(detail), bubbles: true, composed: true }));
