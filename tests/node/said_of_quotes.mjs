// What is said where an answer is taken along, by language.

import { wordsIn } from '../../tools/languages.mjs';

export default Object.fromEntries(['zh-Hant', 'en'].map((lang) => [lang, wordsIn(lang, 'quote')]));
