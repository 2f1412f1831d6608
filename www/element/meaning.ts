// A term of the trade beside a label: a small button that lays its meaning open in place. Which labels have one stands in
// www/words/terms.json.

import { html, nothing, type TemplateResult } from 'lit';
import { icon } from './icons.js';
import type { Words } from './words.js';

export interface Meanings {
  words: Words;
  /** The page of all terms, if there is one. */
  glossary: string;
  /** What stands open, by the place of its label. */
  explained: ReadonlySet<string>;
  explain(place: string): void;
}

type Drawn = TemplateResult | typeof nothing;

const idOf = (place: string): string => `m-${place.replaceAll('.', '-')}`;

/** The button, where a name has a term, and the meaning, where it stands open. */
export function meaningOf({ words, glossary, explained, explain }: Meanings, name: string, calculator: string, place: string): { button: Drawn; meaning: Drawn } {
  const key = words.termOf(name, calculator);
  if (!key) return { button: nothing, meaning: nothing };
  const { term, meaning } = words.term(key);
  const open = explained.has(place);
  return {
    button: html`<button type="button" class="ask-term" data-term=${key} aria-label=${words.ui('term_of', { term })} aria-expanded=${open ? 'true' : 'false'}
      aria-controls=${open ? idOf(place) : nothing} @click=${() => explain(place)}>${icon('about')}</button>`,
    meaning: open ? html`<p class="meaning" id=${idOf(place)}><b>${term}</b>${words.colon}${meaning}${
      glossary ? html` <a href="${glossary}#${key}">${words.ui('glossary')}</a>` : nothing}</p>` : nothing,
  };
}
