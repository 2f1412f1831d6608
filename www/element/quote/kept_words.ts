// What is said of kept quotes, and what the calculators are called: a file of words of its own, since most pages keep nothing.

import { FALLBACK, type Lang } from '../locale.js';
import { fetchWords, Words, WHOLE } from '../words.js';

const there = new Map<Lang, Words>();
const asked = new Set<Lang>();

export async function loadKeptWords(lang: Lang): Promise<Words> {
  const spoken = WHOLE.includes(lang) ? lang : FALLBACK;
  const words = new Words(spoken, await fetchWords(`${spoken}/kept`));
  there.set(lang, words);
  return words;
}

/** Those that are there; others are fetched, and told of. */
export function keptWords(lang: Lang, arrived: () => void): Words | undefined {
  if (!there.has(lang) && !asked.has(lang)) {
    asked.add(lang);
    void loadKeptWords(lang).then(arrived, () => asked.delete(lang));
  }
  return there.get(lang);
}
