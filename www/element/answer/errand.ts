// From a working to the field of an entry that stands in it, and back: by Escape, or by a button that waits where it can be seen.

import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import type { Words } from '../words.js';

export class Errand implements ReactiveController {
  /** The field that was gone to, and where from. */
  private way: { field: string; spot: string } | undefined;

  /** `lead` moves the focus to a spot. */
  constructor(private readonly host: LitElement, private readonly lead: (spot: string) => void) {
    host.addController(this);
  }

  hostConnected(): void {
    this.host.renderRoot.addEventListener('keydown', this.escape);
    this.host.renderRoot.addEventListener('focusin', this.arrive);
  }

  hostDisconnected(): void {
    this.host.renderRoot.removeEventListener('keydown', this.escape);
    this.host.renderRoot.removeEventListener('focusin', this.arrive);
  }

  go(field: string, spot: string, reveal: () => void): void {
    this.way = { field, spot };
    reveal();
  }

  /** Forgets where somebody came from. */
  end(): void {
    this.way = undefined;
  }

  /** The way back, while somebody is in the form. */
  template(words: Words): TemplateResult | typeof nothing {
    return this.way ? html`<div class="return"><button type="button" part="button" data-act="return" @click=${this.back}>${words.ui('working_return')}</button></div>` : nothing;
  }

  private readonly back = (): void => {
    const { way } = this;
    if (!way) return;
    this.way = undefined;
    this.lead(way.spot);
  };

  private readonly escape = (event: Event): void => {
    const { target } = event;
    if (!this.way || !(event instanceof KeyboardEvent) || event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
    // With a list open the key closes that.
    if (!(target instanceof HTMLElement) || !target.closest('form, .return') || target.getAttribute('aria-expanded') === 'true') return;
    event.preventDefault();
    this.back();
  };

  /** Whoever has found back by himself needs no way. */
  private readonly arrive = (event: Event): void => {
    if (!this.way || !(event.target instanceof HTMLElement) || !event.target.closest('.answer, .detail')) return;
    this.way = undefined;
    this.host.requestUpdate();
  };
}
