// While a visitor presses a button, whatever it is they are about to press stays where it is: the field they come from is
// left at that very moment, and what is then said below it would push the button away before it is let go.

import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The list of a select swallows the end of a press. */
const LONGEST = 600;

const ENDS = ['pointerup', 'pointercancel', 'change', 'keydown'] as const;

export class Press implements ReactiveController {
  /** Over once the pointer is let go, and what it was on has been clicked. */
  over: Promise<void> | undefined;
  private end: (() => void) | undefined;

  constructor(private readonly host: ReactiveControllerHost & Element) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('pointerdown', this.begin, true);
  }

  hostDisconnected(): void {
    removeEventListener('pointerdown', this.begin, true);
    this.end?.();
  }

  private readonly begin = (): void => {
    if (!this.host.shadowRoot?.activeElement || this.over) return;
    this.over = new Promise((resolve) => {
      const timer = setTimeout(() => this.end?.(), LONGEST);
      this.end = () => {
        clearTimeout(timer);
        for (const name of ENDS) removeEventListener(name, this.finish, true);
        [this.end, this.over] = [undefined, undefined];
        resolve();
      };
    });
    for (const name of ENDS) addEventListener(name, this.finish, true);
  };

  private readonly finish = ({ type }: Event): void => {
    const { end } = this;
    // The click comes right behind, and has to find what was pressed where it was.
    if (type === 'pointerup') setTimeout(() => end?.());
    else end?.();
  };
}
