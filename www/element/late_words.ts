// Words that come with what says them, in a file of their own. Until they are there, that is not drawn.

import { loadPart, type Lang, type Words } from './words.js';

export class LateWords {
  private readonly there = new Map<Lang, Words>();
  private readonly asked = new Set<Lang>();

  /** `file` is what the file of words is called in every language. */
  constructor(private readonly file: string) {}

  async load(lang: Lang): Promise<Words> {
    const words = this.there.get(lang) ?? await loadPart(lang, this.file);
    this.there.set(lang, words);
    return words;
  }

  /** Those that are there; others are fetched, and told of. */
  in(lang: Lang, arrived: () => void): Words | undefined {
    if (!this.there.has(lang) && !this.asked.has(lang)) {
      this.asked.add(lang);
      this.load(lang).then(arrived, (reason: unknown) => {
        this.asked.delete(lang);
        console.warn('clausewise-quote:', reason);
      });
    }
    return this.there.get(lang);
  }
}

/** What is said where an answer is taken along. */
export const quoteWords = new LateWords('quote');

/** What is said of kept quotes, and what the calculators are called: most pages keep nothing. */
export const keptWords = new LateWords('kept');
