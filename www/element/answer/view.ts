// What the templates of the answer draw from.

import type { LitElement } from 'lit';
import type { Format } from '../format.js';
import type { Meanings } from '../meaning.js';
import type { Opened } from '../quote/opened.js';
import type { Filter } from './narrowed.js';
import type { Calculator, Pack, QuoteAnswer, QuoteRequest, Refusal, Step } from '../types.js';
import type { Words } from '../words.js';

export interface AnswerView extends Meanings {
  calculator: Calculator;
  request: QuoteRequest;
  /** The answer, but for its steps. */
  answer: QuoteAnswer;
  /** What the same terms answer to another request, without steps. */
  answerTo(request: QuoteRequest): QuoteAnswer | Refusal;
  /** The steps by the path of their figure, worked out when they are first asked for. */
  readonly steps: ReadonlyMap<string, Step>;
  /** The same, of a long list for the lines alone that a picture shows. */
  readonly firstSteps: ReadonlyMap<string, Step>;
  /** The terms that answered, built in or brought. */
  pack: Pack | undefined;
  /** Whether the page brought them. */
  isBrought: boolean;
  format: Format;
  /** The page of all rules, if there is one. */
  rules: string;
  /** What stands open: paths of figures, and notes. */
  open: Set<string>;
  /** `focus`: where to go then, where what was pressed is no longer there. */
  toggle(path: string, focus?: string): void;
  /** Closes what a figure has opened, and goes back to the figure. */
  close(path: string): void;
  /** What somebody has gone down to from a figure whose working stands open: paths of figures and terms, one below the other. */
  trail(root: string): readonly string[] | undefined;
  /** Goes on, on the way that is shown, from so far down to what a formula names, and back to where that was; spots are those of `spotOf`. */
  follow(root: string, trail: readonly string[], depth: number, path: string, spot: string): void;
  back(root: string, depth: number): void;
  /** Whether the form shows the field of an entry, and a way there, from a spot that one can come back to. */
  hasField(path: string): boolean;
  toField(path: string, spot: string): void;
  /** Asks again for what draws workings, where it did not arrive. */
  again(): void;
  allOpen: boolean;
  toggleAll(): void;
  /** How many lines are drawn, and a way to more of them. */
  shown: number;
  more(): void;
  /** The same of a list that stands in a line, by its path and by how many rows such lists have together. */
  innerShown(path: string, together: number): number;
  innerMore(path: string): void;
  /** What the list of lines is narrowed down to, and the languages in which it can be searched. */
  filter: Filter;
  narrow(filter: Filter): void;
  languages: Words[];
  /** Whether the visitor may change a field of the form. */
  mayChoose(name: string): boolean;
  /** Puts a line's own key into the form, where it is one of the form's choices. */
  choose(name: string, key: string): void;
  /** Quotes that are kept on the device, where the page has them. */
  opened: Opened;
  /** Where the page's site has the other calculators, if it says so. */
  pages: string;
  /** What the form is about, by which it is known what was written for it. */
  matter: object;
  /** What the page offers to take the answer along by. */
  tools: string;
  host: LitElement;
  /** Shows the row at a path of the answer, and puts the focus there. */
  lead(path: string): void;
}

export const TONE_ICONS = { good: 'yes', bad: 'no', ask: 'ask' } as const;

/** Ids must not hold what a path holds. */
export const idOf = (path: string): string => `w-${path.replaceAll('.', '-')}`;

/** What a level of a working, or something in it, is found by. */
export const spotOf = (root: string, depth: number, where = ''): string => [root, depth, where].join('~');
