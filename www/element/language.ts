// Which language an element speaks: the nearest `lang` around it, its own first, as `:lang()` has it; and a word
// as soon as that changes.

import type { Lang } from './locale.js';
import { langOf } from './nearest.js';

export function nearestLang(element: Element): Lang {
  for (let at: Element | null = element; at; ) {
    const tag: string | undefined = at.closest('[lang]')?.getAttribute('lang') ?? undefined;
    if (tag) return langOf(tag);
    const root: Node = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return langOf(navigator.language);
}

/** Calls back when a `lang` changes in the document or in a shadow tree around the element. */
export function watchLang(element: Element, changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  const options = { attributes: true, attributeFilter: ['lang'], subtree: true };
  for (let root: Node = element.getRootNode(); ; root = root.host.getRootNode()) {
    observer.observe(root, options);
    if (!(root instanceof ShadowRoot)) break;
  }
  return () => observer.disconnect();
}
