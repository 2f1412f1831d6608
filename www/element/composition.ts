// What an input method is told with keys is no concern of ours: the Enter that confirms a syllable chooses, opens, sends and
// moves nothing. No handler inside an element ever hears such a key, one of a library's own included.

import type { LitElement, ReactiveController } from 'lit';

/** What browsers call a key that went to an input method. */
const TAKEN = 229;

/** WebKit ends a composition before it tells of the Enter that did, which only the number of the key then gives away. */
export const isOfComposition = ({ isComposing, keyCode }: KeyboardEvent): boolean => isComposing || keyCode === TAKEN;

const KEYS = ['keydown', 'keypress', 'keyup'] as const;

const pass = (event: Event): void => {
  if (isOfComposition(event as KeyboardEvent)) event.stopImmediatePropagation();
};

/** For every element in which somebody can type. */
export class Composition implements ReactiveController {
  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  hostConnected(): void {
    for (const name of KEYS) this.host.renderRoot.addEventListener(name, pass, true);
  }

  hostDisconnected(): void {
    for (const name of KEYS) this.host.renderRoot.removeEventListener(name, pass, true);
  }
}
