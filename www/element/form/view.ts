// What the templates of the form draw from.

import type { Format } from '../format.js';
import type { Pack } from '../types.js';
import type { Words } from '../words.js';
import type { Editing, Place } from './editing.js';

export interface FormView {
  editing: Editing;
  words: Words;
  format: Format;
  pack: Pack | undefined;
  /** The sentences to show at a field, by its path in the request. */
  faults: Map<string, string[]>;
  /** Turns a clipboard text into rows of a list; the other language's headers are known too. */
  paste(place: Place, index: number, column: number, text: string): void;
}
