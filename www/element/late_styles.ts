// Style sheets that come with what they are for; no page waits for them.

import { supportsAdoptingStyleSheets, unsafeCSS } from 'lit';

/** A way to give elements a style sheet, each once. */
export function lateStyles(css: string): (element: HTMLElement) => void {
  const own = unsafeCSS(css);
  const having = new WeakSet<ShadowRoot>();
  return ({ shadowRoot: root }) => {
    if (!root || having.has(root)) return;
    having.add(root);
    if (supportsAdoptingStyleSheets && own.styleSheet) root.adoptedStyleSheets.push(own.styleSheet);
    else {
      const style = document.createElement('style');
      style.textContent = own.cssText;
      root.append(style);
    }
  };
}
