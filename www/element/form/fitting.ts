// Lines of a list stand as rows of a table as long as that fits its place with every entry whole; else each is stacked, as it is on
// a phone. How wide entries are nobody knows but the browser, so it is asked after each drawing.

import type { LitElement, ReactiveController } from 'lit';
import { breath } from '../breath.js';

/** To lay out more lines than these takes as long as to draw them: the page breathes in between. */
const MANY = 20;

export class Fitting implements ReactiveController {
  private readonly observer = new ResizeObserver(() => this.fit());
  private observed: Element | undefined;
  private width = 0;

  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.observer.disconnect();
    this.observed = undefined;
  }

  hostUpdated(): void {
    // As wide as its place, and never higher: what is stacked is higher, and to be told of that while it is done is a fault to browsers.
    const ruler = this.host.renderRoot.querySelector('.root > .ruler') ?? undefined;
    if (ruler !== this.observed) {
      this.observer.disconnect();
      if (ruler) this.observer.observe(ruler);
      this.observed = ruler;
      // It is heard of once the page has laid it out, before anybody sees it: no need to have that done twice.
      this.width = 0;
      return;
    }
    if (this.host.renderRoot.querySelector(`.list.dense > .items > :nth-child(${MANY})`)) void breath().then(() => this.fitAll());
    else this.fitAll();
  }

  /** The place has become narrower or wider. */
  private fit(): void {
    const width = this.observed?.clientWidth ?? 0;
    if (width === this.width) return;
    this.width = width;
    this.fitAll();
  }

  private fitAll(): void {
    for (const list of this.host.renderRoot.querySelectorAll('.list.dense')) {
      list.removeAttribute('data-stacked');
      const items = list.querySelector(':scope > .items');
      list.toggleAttribute('data-stacked', items !== null && items.scrollWidth > items.clientWidth + 1);
    }
  }
}
