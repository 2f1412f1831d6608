// When to start: at once, or with loading="lazy" not before the element comes near what the visitor sees.

import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** About a screen ahead, so that the calculator stands there when the visitor arrives. */
const AHEAD = '800px 0px';

export class Nearness implements ReactiveController {
  private isBegun = false;
  private observer: IntersectionObserver | undefined;

  constructor(private readonly host: ReactiveControllerHost & Element, private readonly isLazy: () => boolean, private readonly start: () => void) {
    host.addController(this);
  }

  /** Whether it waits for the visitor to come near. */
  get isAsleep(): boolean {
    return !this.isBegun && this.isLazy() && typeof IntersectionObserver === 'function';
  }

  hostConnected(): void {
    this.look();
  }

  hostDisconnected(): void {
    this.observer?.disconnect();
    this.observer = undefined;
  }

  /** Wanted now, wherever it is. */
  begin(): void {
    if (!this.isAsleep) return;
    this.isBegun = true;
    this.hostDisconnected();
    this.start();
  }

  /** Looks out for the visitor, or starts where the page no longer wants that. */
  look(): void {
    if (!this.isAsleep) {
      if (!this.observer) return;
      this.isBegun = true;
      this.hostDisconnected();
      this.start();
      return;
    }
    this.observer ??= new IntersectionObserver((entries) => { if (entries.some(({ isIntersecting }) => isIntersecting)) this.begin(); }, { rootMargin: AHEAD });
    this.observer.observe(this.host);
  }
}
