// How a document numbers its sections, in the language of the page.

import type { Words } from './words.js';

/** "2.3 Table 8", "Appendix A" and "Part 2, 6.a" with their words translated; so is where no section is. */
export const sectionName = (words: Words, section: string): string =>
  section
    .replace(/Table|note|preamble|Appendix|^whole$|^end$/g, (word) => words.ui(`section_${word.toLowerCase()}`))
    .replace(/Part (\d+)/g, (_whole, number: string) => words.ui('section_part', { number }));
