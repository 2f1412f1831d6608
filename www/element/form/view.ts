// What the templates of the form draw from.

import type { Format } from '../format.js';
import type { PageView } from '../host/hosted.js';
import type { Meanings } from '../meaning.js';
import type { Pack } from '../types.js';
import type { Editing, Place } from './editing.js';

export interface FormView extends Meanings {
  editing: Editing;
  format: Format;
  pack: Pack | undefined;
  /** The sentences to show at a field, by its path in the request. */
  faults: Map<string, string[]>;
  /** The fields without which there is no answer as yet, by their paths. */
  missing: ReadonlySet<string>;
  /** What the page around it wants otherwise. */
  page: PageView;
  /** Turns a clipboard text into rows of a list; the other language's headers are known too. */
  paste(place: Place, index: number, column: number, text: string): void;
}
