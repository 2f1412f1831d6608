// The languages that there are, and how each writes.

import locales, { fallback } from 'clausewise:locales';
import type { Locale } from '../words/locale.js';

/** A language, by the name of its folder. */
export type Lang = string;

export const LANGUAGES: readonly Lang[] = Object.keys(locales);

/** The one that says everything: what another does not say is said in it. */
export const FALLBACK: Lang = fallback;

/** What a language writes; every language that there is has one. */
export const localeOf = (lang: Lang): Locale => (locales[lang] ?? locales[FALLBACK]) as Locale;
