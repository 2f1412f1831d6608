// The day on which somebody last compared terms with their document: it stands in every answer, and beside every day to ask about.

import type { Format } from './format.js';
import type { Pack } from './types.js';
import type { Words } from './words.js';

/** What a document says of its own day decides no figure. */
const OF_ITS_DAY = ['edition_from', 'edition_undated'];

/** The latest of a pack's values; a pack may come from a page, and be anything as long as nobody has looked at it. */
export function lastChecked(pack: Pack | undefined): string | undefined {
  const terms = Object.entries(pack?.values ?? {}).filter(([name]) => !OF_ITS_DAY.includes(name)).map(([, term]) => term?.dated as unknown);
  const entries = terms.flatMap((dated) => (Array.isArray(dated) ? (dated as ({ checked?: unknown } | null)[]) : []));
  return entries.map((entry) => entry?.checked).filter((day) => typeof day === 'string').sort().at(-1);
}

/** The same in a sentence, for beside a day. */
export const readOn = ({ words, format, checked }: { words: Words; format: Format; checked: string | undefined }): string | undefined =>
  (checked === undefined ? undefined : words.ui('read_on', { checked: format.date(checked) }));
