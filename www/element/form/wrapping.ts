// A text in a line of a list, such as the name of a product: longer than its column is wide it goes on below, and its control is
// as high as that needs. It is one text all the same: nothing puts a break into it.

import { html, type TemplateResult } from 'lit';
import { retype } from './retyping.js';

/** What is longer is no name, and to lay it out could take long. */
const DRAWN = 2_000;

const BREAK = /[\r\n]/;

/** In one line. Line by line: a pattern that passes over blanks on both sides of a break takes minutes over blanks alone. */
const oneLine = (text: string): string => text.trim().split(BREAK).map((line) => line.trim()).filter(Boolean).join(' ');

/** A cell that is copied comes with the end of its row. */
function keepWhole(event: InputEvent): void {
  const { inputType, data, dataTransfer, target } = event;
  if (inputType === 'insertLineBreak' || inputType === 'insertParagraph') event.preventDefault();
  const text = data ?? dataTransfer?.getData('text/plain') ?? '';
  if (event.isComposing || !BREAK.test(text)) return;
  event.preventDefault();
  retype(target as HTMLTextAreaElement, oneLine(text), 'selection');
}

/** An unseen copy of what stands in the control gives it its height: not every browser can do that by itself. */
export const wrapping = (text: string, control: TemplateResult): TemplateResult =>
  html`<span class="wraps" @beforeinput=${keepWhole}>${control}<span class="copy" aria-hidden="true">${text.slice(0, DRAWN)} </span></span>`;
