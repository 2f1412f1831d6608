// The style sheet of what makes answers travel: it comes with that, and no page waits for it.

import { supportsAdoptingStyleSheets, unsafeCSS } from 'lit';
import quote from '../styles/quote.css';

const own = unsafeCSS(quote);
const having = new WeakSet<ShadowRoot>();

/** Gives an element the style sheet, once. */
export function late({ shadowRoot: root }: HTMLElement): void {
  if (!root || having.has(root)) return;
  having.add(root);
  if (supportsAdoptingStyleSheets && own.styleSheet) root.adoptedStyleSheets.push(own.styleSheet);
  else {
    const style = document.createElement('style');
    style.textContent = own.cssText;
    root.append(style);
  }
}
