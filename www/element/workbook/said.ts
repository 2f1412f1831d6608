// What a workbook says beside names, figures and clauses. Few ever ask for one, so its sentences come with it.

import said from 'clausewise:workbook-words';
import { FALLBACK, type Lang } from '../locale.js';

export type Say = (key: string, values?: Readonly<Record<string, string>>) => string;

/** The sentences of a language, with their blanks filled. */
export function sayIn(lang: Lang): Say {
  const own = Object.hasOwn(said, lang) ? said[lang] : undefined;
  const texts = new Map(Object.entries(own ?? said[FALLBACK] ?? {}));
  return (key, values = {}) => (texts.get(key) ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? values[name] ?? whole : whole));
}
