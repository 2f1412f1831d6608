// What a page leaves out of the form: `hide="as-of currency example clear"`. The day and the currency still count, and
// the answer says which; a hidden one that the core refuses is shown all the same, or nobody could go on.

import { complain } from './complain.js';
import type { Sorted } from '../form/faults.js';

const MAY_HIDE = ['as-of', 'currency', 'example', 'clear'] as const;
export type Hideable = (typeof MAY_HIDE)[number];

/** Where the core names those that are asked for. */
const PATHS = { 'as-of': 'as_of', currency: 'currency' } as const;

export class Hidden {
  private said = '';
  private words: ReadonlySet<string> = new Set();
  private readonly shownAnyway = new Set<string>();

  /** Takes up what the page says. */
  read(said: string): void {
    if (said === this.said) return;
    this.said = said;
    this.words = new Set(said.split(/\s+/).filter(Boolean));
    this.shownAnyway.clear();
    const unknown = [...this.words].filter((word) => !(MAY_HIDE as readonly string[]).includes(word));
    if (unknown.length) complain(`hide="${said}": there is no ${unknown.join(', ')} to hide, but ${MAY_HIDE.join(', ')}`);
  }

  has(word: Hideable): boolean {
    return this.words.has(word) && !this.shownAnyway.has(word);
  }

  /** Shows what the visitor has to mend, and leaves it there. */
  reveal({ at, missing }: Sorted): void {
    for (const [word, path] of Object.entries(PATHS)) {
      if (!this.has(word as Hideable) || !(at.has(path) || missing.has(path))) continue;
      this.shownAnyway.add(word);
      complain(`hide="${this.said}": ${word} is shown all the same, because its value is refused`);
    }
  }
}
