// A request that the page has written between the tags: <script type="application/json">.

import type { ReactiveController, ReactiveControllerHost } from 'lit';

export class OwnScript implements ReactiveController {
  private read = '';
  private readonly observer = new MutationObserver(() => this.look());

  /** `found` is given the text, whenever it is another than before. */
  constructor(private readonly host: ReactiveControllerHost & HTMLElement, private readonly found: (json: string) => void) {
    host.addController(this);
  }

  hostConnected(): void {
    this.observer.observe(this.host, { childList: true, characterData: true, subtree: true });
    document.addEventListener('DOMContentLoaded', this.look);
    this.look();
  }

  hostDisconnected(): void {
    this.observer.disconnect();
    document.removeEventListener('DOMContentLoaded', this.look);
  }

  private readonly look = (): void => {
    const script = this.host.querySelector(':scope > script[type="application/json"]');
    // A page that is still being read may hold half of it.
    if (!script || (document.readyState === 'loading' && !script.nextSibling && !this.host.nextSibling)) return;
    const json = script.textContent?.trim() ?? '';
    if (json === this.read) return;
    this.read = json;
    this.found(json);
  };
}
