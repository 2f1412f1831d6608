// How a text is taken apart for the search: Latin words as they are, Chinese by pairs of characters; capitals,
// accents, full-width letters and simplified characters make no difference.

import simplified from 'clausewise:simplified';

const TRADITIONAL = new Map<string, string>(Object.entries(simplified));

export const plain = (text: string): string =>
  [...text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()].map((character) => TRADITIONAL.get(character) ?? character).join('');

const DOCUMENTS: Record<string, string> = { ues: 'ms-ues', ss: 'ibm-ss', ilan: 'ilan' };

/** The number of a rule as the documents' keys have it, however it is typed: "ms ues 5", "UES-05". */
export const codes = (text: string): string =>
  text.replace(/\b(?:(?:ms|ibm)[\s_-]*)?(ues|ss|ilan)[\s_-]*(\d{1,2})\b/g, (_, document: string, number: string) => `${DOCUMENTS[document]}-${number.padStart(2, '0')}`);

/** Words that say nothing of what is asked. */
const IDLE = new Set('a an and are be by can do does for how i if in is it may my of on or our that the to us we what when which who with'.split(' '));

export function parts(text: string): string[] {
  const found: string[] = [];
  for (const [run] of plain(text).matchAll(/\p{Script=Han}+|[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu)) {
    if (!/\p{Script=Han}/u.test(run)) {
      if (!IDLE.has(run)) found.push(run);
      continue;
    }
    const characters = [...run];
    // A single character stands for itself; of more, each pair does.
    if (characters.length === 1) found.push(run);
    for (let at = 0; at + 1 < characters.length; at++) found.push(`${characters[at]}${characters[at + 1]}`);
  }
  return found;
}
