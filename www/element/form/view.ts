// What the templates of the form draw from.

import type { Format } from '../format.js';
import type { PageView } from '../host/hosted.js';
import type { Meanings } from '../meaning.js';
import type { Pack } from '../types.js';
import type { Aim, Book, Brought, Sheet } from './bringing.js';
import type { Editing } from './editing.js';
import type { Sentences } from './faults.js';
import type { Chosen } from './remembered.js';

export interface FormView extends Meanings {
  editing: Editing;
  format: Format;
  pack: Pack | undefined;
  /** The day on which somebody last compared the terms with their document. */
  checked: string | undefined;
  /** The sentences to show at a field, by its path in the request. */
  faults: Sentences;
  /** What a text can mean where it can mean several values, by its path. */
  readings: ReadonlyMap<string, unknown[]>;
  /** The currency of an amount that is in another than the form's, by its path. */
  currencies: ReadonlyMap<string, string>;
  /** The fields without which there is no answer as yet, by their paths. */
  missing: ReadonlySet<string>;
  /** What the page around it wants otherwise. */
  page: PageView;
  /** Reads a table into the lines of a list. */
  bring(aim: Aim, from: string | File): Promise<void>;
  /** Reads the sheet of a workbook that the visitor has chosen. */
  pick(book: Book, sheet: Sheet): void;
  /** Reads it with the columns that the visitor has chosen. */
  choose(brought: Brought, chosen: Chosen): void;
  /** Reads the days of one of its columns in the order that the visitor has told. */
  order(brought: Brought, header: string, isDayFirst: boolean): void;
}
