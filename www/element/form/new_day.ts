// A tab that stays open over midnight: the day that nobody has chosen goes on with the visitor's own.

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { today } from './day.js';

/** The hour that ends a day: a browser that slept over it looks when it wakes. */
const MIDNIGHT = 24;

export class NewDay implements ReactiveController {
  private day = today();
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `begun` is told of each new day, once. */
  constructor(host: ReactiveControllerHost, private readonly begun: () => void) {
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.look);
    addEventListener('focus', this.look);
    addEventListener('pageshow', this.look);
    this.look();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.look);
    removeEventListener('focus', this.look);
    removeEventListener('pageshow', this.look);
    clearTimeout(this.timer);
  }

  private readonly look = (): void => {
    clearTimeout(this.timer);
    const next = new Date();
    next.setHours(MIDNIGHT, 0, 1, 0);
    this.timer = setTimeout(this.look, next.getTime() - Date.now());
    if (this.day === today()) return;
    this.day = today();
    this.begun();
  };
}
