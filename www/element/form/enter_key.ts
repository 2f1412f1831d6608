// From field to field without looking for them: the key of a phone's keyboard says where it leads, and Enter goes there. It never
// sends anybody's form: an answer is there without being asked for.

import type { LitElement, ReactiveController } from 'lit';
import { isTyped } from './retyping.js';

/** Of a group of radio buttons the chosen one stands for all, else the first. */
const CONTROLS = ':is(input:not([type=radio]), textarea, select, input[type=radio]:checked, .options:not(:has(:checked)) > .option:first-child > input)[data-field]:enabled';

/** Under a finger there is a keyboard on the screen, which is in the way once nothing is left to type. */
const isTouched = (): boolean => matchMedia('(pointer: coarse)').matches;

const withKey = ({ altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean => altKey || ctrlKey || metaKey || shiftKey;

export class EnterKey implements ReactiveController {
  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  hostConnected(): void {
    this.host.renderRoot.addEventListener('keydown', this.enter);
  }

  hostDisconnected(): void {
    this.host.renderRoot.removeEventListener('keydown', this.enter);
  }

  hostUpdated(): void {
    const { controls } = this;
    controls.forEach((control, index) => {
      const hint = index === controls.length - 1 ? 'done' : 'next';
      if (isTyped(control) && control.enterKeyHint !== hint) control.enterKeyHint = hint;
    });
  }

  private get controls(): HTMLElement[] {
    return [...this.host.renderRoot.querySelectorAll<HTMLElement>(`form ${CONTROLS}`)];
  }

  private readonly enter = (event: Event): void => {
    const { target } = event;
    if (!(event instanceof KeyboardEvent) || event.key !== 'Enter' || event.repeat || event.defaultPrevented || withKey(event)) return;
    // With a list open the key is the list's; buttons, selects and the boxes for tables have their own use for it.
    if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) || target.getAttribute('aria-expanded') === 'true') return;
    const { controls } = this;
    const at = controls.indexOf(target);
    if (at < 0) return;
    const next = controls[at + 1];
    if (next) {
      event.preventDefault();
      next.focus();
      if (isTyped(next)) next.select();
    } else if (isTouched()) target.blur();
  };
}
