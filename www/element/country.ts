// The way to the names of countries, which are fetched only where a form or an answer speaks of one.

import { part } from './part.js';
import type { Lang } from './words.js';

type Countries = typeof import('./countries.js');

let loaded: Countries | undefined;
let loading: Promise<Countries> | undefined;
let hasFailed = false;

/** The names, once they are there. */
export const countries = (): Countries | undefined => loaded;

/** Whether they are on their way for the first time: until then nobody can tell that there is no country of a name. */
export const areCountriesComing = (): boolean => loading !== undefined && !loaded && !hasFailed;

/** Fetches them, once; a failed fetch may be tried again, and codes serve until then. */
export function loadCountries(): Promise<Countries> {
  loading ??= part(() => import('./countries.js')).then((module) => (loaded = module));
  loading.catch(() => { [loading, hasFailed] = [undefined, true]; });
  return loading;
}

/** The name of a code; the code itself while there is no name. */
export const nameOf = (code: string, lang: Lang): string => loaded?.countryName(code, lang) ?? code;
