// How somebody reads an answer: what stands open, how many lines are drawn, what the list is narrowed down to. None of it
// changes what is asked.

import { EVERYTHING, type Filter } from './filter.js';
import type { Meanings } from '../meaning.js';
import type { Step } from '../types.js';
import { loadBoth, type Words } from '../words.js';
import type { AnswerView } from './view.js';

const LINES_AT_FIRST = 20;
const LINES_MORE = 100;

type Unfolded = Pick<AnswerView, 'open' | 'toggle' | 'allOpen' | 'toggleAll' | 'shown' | 'more' | 'filter' | 'narrow' | 'languages' | 'lead'>;

export class Unfolding {
  private open = new Set<string>();
  private readonly explained = new Set<string>();
  private allOpen = false;
  private shown = LINES_AT_FIRST;
  private filter: Filter = EVERYTHING;
  /** Both languages, once somebody searches: what is looked for may be called by either. */
  private searched: Words[] = [];

  /** `changed` redraws, then moves the focus to the row of a path, if one is given. */
  constructor(private readonly changed: (focus?: string) => void) {}

  /** For another calculator. */
  reset(): void {
    this.open.clear();
    this.explained.clear();
    this.shown = LINES_AT_FIRST;
    this.filter = EVERYTHING;
    this.searched = [];
  }

  meanings(): Pick<Meanings, 'explained' | 'explain'> {
    const { explained } = this;
    return { explained, explain: (place) => { flip(explained, place); this.changed(); } };
  }

  view(calculator: string, words: Words, steps: Map<string, Step>): Unfolded {
    return {
      open: this.open,
      toggle: (path) => { flip(this.open, path); this.changed(); },
      allOpen: this.allOpen,
      toggleAll: () => {
        this.allOpen = !this.allOpen;
        this.open = new Set(this.allOpen ? steps.keys() : []);
        this.changed();
      },
      shown: this.shown,
      more: () => { this.shown += LINES_MORE; this.changed(); },
      filter: this.filter,
      narrow: (filter) => { this.filter = filter; void this.learn(calculator); this.changed(); },
      languages: this.searched.length ? this.searched : [words],
      lead: (path) => {
        this.filter = EVERYTHING;
        this.shown = Math.max(this.shown, Number(path.split('.')[1]) + 1);
        this.changed(path);
      },
    };
  }

  /** Loads what the list can be searched in; a language that cannot be had now is asked for at the next search. */
  private async learn(calculator: string): Promise<void> {
    if (this.searched.length > 1) return;
    this.searched = await loadBoth(calculator);
    this.changed();
  }
}

function flip(set: Set<string>, key: string): void {
  if (!set.delete(key)) set.add(key);
}
