// What is said where an answer is taken along. It comes with what says it; until then that is not drawn.

import type { LitElement } from 'lit';
import { loadQuoteWords, type Lang, type Words, type WordsFile } from '../words.js';

const there = new Map<Lang, WordsFile>();
const asked = new Set<Lang>();
const also = new WeakMap<Words, Words>();

export async function loadSaid(lang: Lang): Promise<void> {
  if (!there.has(lang)) there.set(lang, await loadQuoteWords(lang));
}

/** The words of an answer with those; where they are not there yet, they are fetched, and the element drawn anew. */
export function saying(words: Words, host: LitElement): Words | undefined {
  const { lang } = words;
  const more = there.get(lang);
  if (!more) {
    if (asked.has(lang)) return undefined;
    asked.add(lang);
    loadSaid(lang).then(() => host.requestUpdate(), (reason: unknown) => {
      asked.delete(lang);
      console.warn('clausewise-quote:', reason);
    });
    return undefined;
  }
  let all = also.get(words);
  if (!all) also.set(words, all = words.also(more));
  return all;
}
