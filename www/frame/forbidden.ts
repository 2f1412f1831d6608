// What the page around may have forbidden its frame: to print, to hand over a file, to open a link. A browser then does
// nothing and says nothing, so it is said here, with a way out.

import { HANDED_OVER } from './parameters.js';
import { say, unsay } from './saying.js';

/** A print that has not begun by then has been forbidden. */
const PATIENCE = 500;

interface Quote extends HTMLElement { request: object }

/** This very calculator, with what was entered in it, in a window of its own. */
function ownWindow(): string {
  const element = document.querySelector<Quote>('clausewise-quote');
  const url = new URL(location.href);
  url.hash = element?.request ? new URLSearchParams({ [HANDED_OVER]: JSON.stringify(element.request) }).toString() : '';
  return url.href;
}

/** What each frame on the way up to the window says in its `sandbox`; nothing where another site keeps that to itself. */
function sandboxes(): DOMTokenList[] | undefined {
  const found: DOMTokenList[] = [];
  try {
    for (let at: Window = window; at !== at.top; at = at.parent) {
      const frame = at.frameElement as HTMLIFrameElement | null;
      if (!frame) return undefined;
      if (frame.hasAttribute('sandbox')) found.push(frame.sandbox);
    }
  } catch {
    return undefined;
  }
  return found;
}

/** What was clicked last, and so what is being answered. */
let pressed: Element | undefined;

function printOrSay(print: () => void): void {
  let isBegun = false;
  addEventListener('beforeprint', () => { isBegun = true; }, { once: true });
  print();
  setTimeout(() => { if (!isBegun) say('no_print', ownWindow(), pressed); }, PATIENCE);
}

/** Whether a file arrives, no page is told. Where it may not, the visitor is told what to do then. */
function fileOrSay(): void {
  const known = sandboxes();
  if (!known) say('no_file', ownWindow(), pressed);
  else if (known.some((sandbox) => !sandbox.contains('allow-downloads'))) say('never_file', ownWindow(), pressed);
}

/** Where it is forbidden, Firefox throws. */
function opened(href: string): Window | null {
  try {
    return open(href);
  } catch {
    return null;
  }
}

/** Opens a link in a window of its own: a frame is no place for another page. */
function openOrSay(href: string): void {
  const other = opened(href);
  if (other) other.opener = null;
  else say('no_link', href, pressed);
}

/** Whether a click is one that the browser would follow here. */
const isPlain = ({ button, altKey, ctrlKey, metaKey, shiftKey }: MouseEvent): boolean =>
  button === 0 && !altKey && !ctrlKey && !metaKey && !shiftKey;

/** Another page, not another place of this one. */
const isElsewhere = ({ href, protocol, target }: HTMLAnchorElement): boolean =>
  target !== '' || (/^https?:$/.test(protocol) && href.split('#')[0] !== location.href.split('#')[0]);

const elementsOf = (event: Event): HTMLElement[] => event.composedPath().filter((each) => each instanceof HTMLElement);

export function sayWhatIsForbidden(): void {
  if (parent === window) return;
  const print = window.print.bind(window);
  window.print = () => printOrSay(print);
  // Before the calculator hears of it: what was said last is answered or passed over.
  document.addEventListener('click', (event) => {
    const path = elementsOf(event);
    if (path.some(({ id }) => id === 'said')) return;
    pressed = path[0];
    unsay();
  }, true);
  document.addEventListener('click', (event) => {
    const path = elementsOf(event);
    if (path.some((each) => each.dataset['act'] === 'calendar')) fileOrSay();
    const link = path.find((each) => each instanceof HTMLAnchorElement);
    if (!link || event.defaultPrevented || !isPlain(event) || !isElsewhere(link)) return;
    event.preventDefault();
    openOrSay(link.href);
  });
  document.addEventListener('keydown', ({ key, isComposing }) => { if (key === 'Escape' && !isComposing) unsay(); });
}
