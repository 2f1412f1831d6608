// The way to the browser's own calendar beside a day or a time that is typed. Every written form can be typed, which no
// control of a browser's own allows; so such a control lies unseen over the button, holds nothing, and is only asked to open.
// To make one takes a browser longer than all else that a field has: it is there from the first time that somebody opens it.

import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons.js';
import type { Field } from '../types.js';
import type { Spot } from './fields.js';
import type { FormView } from './view.js';

/** Kinds for which browsers have something to choose from. */
const PICKERS: Partial<Record<Field['kind'], string>> = { date: 'date', local_time: 'datetime-local', time: 'time' };

/** When most things begin: some pickers choose the day alone, and a day without a time would be none. */
const USUAL_TIME = 'T09:00';

export const isPicked = (kind: Field['kind']): boolean => kind in PICKERS;

/** Whether a script may open it. No browser lets it in a frame on another site's page: there the tap has to fall on the control itself. */
function mayOpen(): boolean {
  if (!('showPicker' in HTMLInputElement.prototype)) return false;
  try {
    return typeof top?.location.href === 'string';
  } catch {
    return false;
  }
}

export function withPicker(view: FormView, { row, field, path }: Spot, input: TemplateResult): TemplateResult {
  const { editing, words } = view;
  const { kind, name } = field;
  const label = words.ui(kind === 'time' ? 'pick_time' : 'pick_date', { field: words.name(name, editing.calculator.calculator) });
  /** Opened on what is typed; where nothing is, on the day that is asked about. */
  const begin = (control: HTMLInputElement): void => {
    const reading = editing.draft.reader.read(field, row.values[name] ?? '', { currency: '', decimals: '' });
    control.value = reading && 'value' in reading ? String(reading.value) : '';
    if (!control.value && kind === 'local_time') control.value = `${editing.draft.envelope.values['as_of'] ?? ''}${USUAL_TIME}`;
  };
  const type = PICKERS[kind] ?? 'date';
  const open = (event: Event): void => {
    const button = event.currentTarget as HTMLElement;
    const control = (button.nextElementSibling ?? button.parentElement?.appendChild(document.createElement('input'))) as HTMLInputElement;
    // The field may have changed since the last time.
    Object.assign(control, { type, tabIndex: -1, autocomplete: 'off', min: field.min ?? '', max: field.max ?? '' });
    control.setAttribute('aria-label', label);
    begin(control);
    try {
      control.showPicker();
    } catch {
      // Where there is nothing to choose from it can still be typed.
      (control.closest('.dated')?.firstElementChild as HTMLElement | null)?.focus();
    }
  };
  const choose = (event: Event): void => {
    const { value } = event.target as HTMLInputElement;
    if (!value) return;
    editing.type(row, field, path, value);
    editing.leave(row, field);
  };
  const button = html`<button type="button" class="quiet" aria-label=${label} title=${label} data-pick=${path} @click=${open}>${icon(kind === 'time' ? 'clock' : 'calendar')}</button>`;
  return html`<span class="dated">${input}${mayOpen() ? html`<span class="pick" @change=${choose}>${button}</span>` : html`<span class="pick tapped" @change=${choose}>${button}<input
    type=${type} tabindex="-1" aria-label=${label} autocomplete="off" min=${field.min ?? nothing} max=${field.max ?? nothing}
    @pointerdown=${(event: Event) => begin(event.target as HTMLInputElement)}></span>`}</span>`;
}
