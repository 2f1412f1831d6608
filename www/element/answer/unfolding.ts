// How somebody reads an answer: what stands open, how many lines are drawn, what the list is narrowed down to. None of it
// changes what is asked.

import type { Meanings } from '../meaning.js';
import { loadAll, type Words } from '../words.js';
import { Descent } from './descent.js';
import { EVERYTHING, type Filter } from './narrowed.js';
import type { AnswerView } from './view.js';
import { loadWorkings } from './working.js';

const LINES_AT_FIRST = 20;
const LINES_MORE = 100;

/** Of lists that stand in lines, each is drawn to its end, but where they hold more than this together. */
const TOGETHER = 50;
const FEW = 5;

type Unfolded = Pick<AnswerView, 'open' | 'toggle' | 'close' | 'trail' | 'follow' | 'back' | 'again' | 'allOpen' | 'toggleAll' | 'shown' | 'more' | 'innerShown' | 'innerMore' | 'filter' | 'narrow' | 'languages' | 'lead'>;

export class Unfolding {
  private readonly open = new Set<string>();
  private readonly explained = new Set<string>();
  private readonly descent = new Descent();
  private allOpen = false;
  private shown = LINES_AT_FIRST;
  /** How many rows are drawn of the lists in lines that somebody wanted more of, by their paths. */
  private readonly inner = new Map<string, number>();
  private filter: Filter = EVERYTHING;
  /** Both languages, once somebody searches: what is looked for may be called by either. */
  private searched: Words[] = [];

  /** `changed` redraws, then moves the focus to the row of a path, if one is given. */
  constructor(private readonly changed: (focus?: string) => void) {}

  /** For another calculator. */
  reset(): void {
    this.open.clear();
    this.explained.clear();
    this.descent.clear();
    this.shown = LINES_AT_FIRST;
    this.inner.clear();
    this.filter = EVERYTHING;
    this.searched = [];
  }

  meanings(): Pick<Meanings, 'explained' | 'explain'> {
    const { explained } = this;
    return { explained, explain: (place) => { flip(explained, place); this.changed(); } };
  }

  view(calculator: string, words: Words): Unfolded {
    return {
      open: this.open,
      toggle: (path, focus) => { this.turn(path); this.changed(focus); },
      close: (path) => { this.turn(path); this.changed(path); },
      trail: (root) => this.descent.of(root),
      follow: (root, trail, depth, path, spot) => { this.changed(this.descent.follow(root, trail, depth, path, spot)); },
      back: (root, depth) => { this.changed(this.descent.back(root, depth)); },
      again: () => this.need(),
      allOpen: this.allOpen,
      toggleAll: () => {
        this.allOpen = !this.allOpen;
        if (this.allOpen) this.need();
        this.changed();
      },
      shown: this.shown,
      more: () => { this.shown += LINES_MORE; this.changed(); },
      innerShown: (path, together) => Math.max(this.inner.get(path) ?? 0, together > TOGETHER ? FEW : Infinity),
      innerMore: (path) => { this.inner.set(path, (this.inner.get(path) ?? FEW) + LINES_MORE); this.changed(); },
      filter: this.filter,
      narrow: (filter) => { this.filter = filter; void this.learn(calculator); this.changed(); },
      languages: this.searched.length ? this.searched : [words],
      lead: (path) => {
        this.filter = EVERYTHING;
        const [, line, list, row] = path.split('.');
        this.shown = Math.max(this.shown, Number(line) + 1);
        const inside = `lines.${line}.${list}`;
        if (row !== undefined) this.inner.set(inside, Math.max(this.inner.get(inside) ?? 0, Number(row) + 1));
        this.changed(path);
      },
    };
  }

  /** Opens or closes what stands at a path; opened again, it is as at first. */
  private turn(path: string): void {
    flip(this.open, path);
    this.descent.forget(path);
    if (this.open.has(path)) this.need();
  }

  /** What draws a working comes with the first one. */
  private need(): void {
    void loadWorkings().then((isNew) => { if (isNew) this.changed(); });
  }

  /** Loads what the list can be searched in; a language that cannot be had now is asked for at the next search. */
  private async learn(calculator: string): Promise<void> {
    if (this.searched.length > 1) return;
    this.searched = await loadAll(calculator);
    this.changed();
  }
}

function flip(set: Set<string>, key: string): void {
  if (!set.delete(key)) set.add(key);
}
