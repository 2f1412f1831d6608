// Sentences of the frame itself. They stand in its page in every language; the one that is needed is put where screen
// readers hear it, beside what was pressed: a frame may be many screens high.

import { FALLBACK, localeOf } from '../element/locale.js';

/** What stands ready in the page, in its language; what that has not, in the one that has everything. */
function ready(selector: string): Element | null | undefined {
  const all = document.querySelector<HTMLTemplateElement>('#says')?.content;
  const inLanguage = (tag: string): Element | null | undefined => all?.querySelector(`${selector}:lang(${tag})`);
  return inLanguage(document.documentElement.lang) ?? inLanguage(localeOf(FALLBACK).tag);
}

/** Calls the page by its calculator: a window of its own needs a name, and a frame one for screen readers. */
export function entitle(calculator: string): void {
  const title = ready(`[data-title="${calculator}"]`)?.textContent;
  const heading = document.querySelector('h1');
  if (!title || !heading) return;
  heading.textContent = title;
  document.title = `${title} | Clausewise`;
}

const place = (): HTMLElement | null => document.getElementById('said');

export const unsay = (): void => place()?.replaceChildren();

/** Says a sentence, in the language of the page, and with an address where it has a place for one. */
export function say(sentence: string, address = '', beside?: Element): void {
  const said = ready(`[data-say="${sentence}"]`)?.cloneNode(true);
  const at = place();
  if (!at || !(said instanceof HTMLElement)) return;
  for (const link of said.querySelectorAll('a')) {
    link.href = address;
    link.target = '_blank';
  }
  for (const text of said.querySelectorAll('code')) text.textContent = address;
  at.classList.toggle('beside', beside !== undefined);
  at.style.top = beside ? `${beside.getBoundingClientRect().bottom + scrollY}px` : '';
  at.replaceChildren(said);
}
