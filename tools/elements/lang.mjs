// The language that an element speaks, as its users see it.

import { LANGUAGES } from '../languages.mjs';

/** As types have them. */
export const NAMED = LANGUAGES.map((language) => `'${language}'`).join(' | ');

const either = new Intl.ListFormat('en', { type: 'disjunction' }).format(LANGUAGES.map((language) => `\`${language}\``));

export const lang = { type: 'string', isNative: true, says: `${either}; without it the language of the page, also when that changes.` };
