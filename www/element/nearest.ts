// Which of the languages is nearest to one that is asked for.

import tags, { fallback } from 'clausewise:tags';
import type { Lang } from './locale.js';

const LANGS: readonly Lang[] = Object.keys(tags);

/** A tag with what goes without saying: the script and the region. */
function whole(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag).maximize();
  } catch {
    return undefined;
  }
}

/** Which language each of these tags is nearest to: found out once, it takes Intl longer than to draw a form. */
const nearest = new Map<string, Lang>(Object.entries(tags).flatMap(([lang, tag]) => [[lang, lang], [tag, lang]]));

/** The nearest language to a tag: the same language, if possible in the same script and of the same region. */
export function langOf(tag: string): Lang {
  const known = nearest.get(tag);
  if (known !== undefined) return known;
  const asked = whole(tag);
  const near = (lang: Lang): number => {
    const own = whole(lang);
    return own === undefined || own.language !== asked?.language ? 0 : 1 + (own.script === asked.script ? 2 : 0) + (own.region === asked.region ? 1 : 0);
  };
  const found = LANGS.reduce((best, lang) => (near(lang) > near(best) ? lang : best), fallback);
  nearest.set(tag, found);
  return found;
}
