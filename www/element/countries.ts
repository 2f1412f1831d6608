// The names of countries, and the list to choose one from. A file of its own in the package, fetched where a form
// asks for a country.

import Combobox from '@github/combobox-nav';
import alsoNamed from '../../src/reading/also_countries.json';
import named from 'clausewise:countries';
import { plain as traditional } from './search/parts.js';
import { LANGUAGES, localeOf, type Lang } from './locale.js';

/**
 * What a country is called. The first is the one shown: in Chinese as Taiwan’s government has it. What the documents print and others that
 * people use find it too. Whatever somebody has entered may be asked for.
 */
const namesOfCode = (code: string, lang: Lang): readonly string[] => (Object.hasOwn(named, code) ? named[code]?.[lang] : undefined) ?? [];

const known = new Map(LANGUAGES.map((lang) => [lang, new Intl.DisplayNames(localeOf(lang).intl, { type: 'region', fallback: 'none' })]));

/** What the documents do not name goes by the name that the browser has for it. */
export const countryName = (code: string, lang: Lang): string => namesOfCode(code, lang)[0] ?? ownName(code, lang) ?? code;

function ownName(code: string, lang: Lang): string | undefined {
  try {
    return known.get(lang)?.of(code);
  } catch {
    return undefined;
  }
}

/** Capitals, accents, simplified characters and the two ways to write Taiwan make no difference. */
const plain = (text: string): string =>
  traditional(text).replaceAll('臺', '台').replace(/[\s.,'’·．。，]+/g, ' ').trim();

interface Entry { code: string; names: string[] }

const entries = new Map<string, Entry>();

/** The names of a code in all languages. */
const listedNames = (code: string): string[] =>
  LANGUAGES.flatMap((lang) => [...namesOfCode(code, lang), ownName(code, lang) ?? '']).filter(Boolean);

/** Every name of every code. */
function all(codes: readonly string[]): Entry[] {
  return codes.map((code) => {
    let entry = entries.get(code);
    if (!entry) {
      entry = { code, names: [code, ...listedNames(code)].map(plain) };
      entries.set(code, entry);
    }
    return entry;
  });
}

/** Names by which people call a country without finding it so in a list. */
const ALSO: Record<string, string[]> = alsoNamed;

/** Every name by which a code may be read. */
export const namesOf = (codes: readonly string[]): Record<string, string[]> =>
  Object.fromEntries(codes.map((code) => [code, [...(ALSO[code] ?? []), ...listedNames(code)]]));

/** Codes whose names have the text in them: those that begin with it first, then by name. */
export function findCountries(text: string, codes: readonly string[], lang: Lang): string[] {
  const wanted = plain(text);
  const rank = ({ names }: Entry): number =>
    names.includes(wanted) ? 0 : names.some((name) => name.startsWith(wanted)) ? 1 : names.some((name) => name.includes(` ${wanted}`)) ? 2 : 3;
  const order = new Intl.Collator(localeOf(lang).intl).compare;
  return all(codes)
    .filter(({ names }) => names.some((name) => name.includes(wanted)))
    .map((entry) => ({ code: entry.code, name: countryName(entry.code, lang), rank: rank(entry) }))
    .sort((a, b) => a.rank - b.rank || order(a.name, b.name))
    .map(({ code }) => code);
}

export interface Chooser {
  codes: readonly string[];
  lang: Lang;
  /** Said of an empty list. */
  none: string;
  choose(code: string): void;
}

const attached = new WeakMap<HTMLInputElement, { now: Chooser }>();

/** Makes a text control with a list beside it one to choose a country in, by keyboard, pointer or touch. */
export function offerCountries(input: HTMLInputElement, list: HTMLElement, chooser: Chooser): void {
  const before = attached.get(input);
  if (before) {
    before.now = chooser;
    return;
  }
  const state = { now: chooser };
  attached.set(input, state);
  const keys = new Combobox(input, list, { firstOptionSelectionMode: 'active', tabInsertsSuggestions: false });
  let open = false;

  const close = (): void => {
    if (!open) return;
    open = false;
    keys.stop();
    list.hidden = true;
  };
  const show = (text: string): void => {
    const { codes, lang, none } = state.now;
    const found = findCountries(text, codes, lang);
    list.replaceChildren(...found.map((code) => {
      const option = document.createElement('li');
      option.role = 'option';
      option.dataset['code'] = code;
      option.textContent = countryName(code, lang);
      const aside = document.createElement('small');
      aside.textContent = code;
      option.append(' ', aside);
      return option;
    }));
    if (!found.length) {
      const empty = document.createElement('li');
      empty.role = 'option';
      empty.ariaDisabled = 'true';
      empty.textContent = none;
      list.append(empty);
    }
    list.scrollTop = 0;
    list.hidden = false;
    // Begun anew with every letter: its own listener would take the mark off the first one again.
    keys.stop();
    keys.start();
    // Nobody tells it of a composition that ends while it rests; whose keys they are is seen to by the element.
    keys.isComposing = false;
    open = true;
  };
  input.addEventListener('input', () => { if (input.value.trim()) show(input.value); else close(); });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && open) {
      close();
      event.stopPropagation();
    } else if (event.key === 'ArrowDown' && !open) {
      // With a country in it the whole list, with half a name what fits it.
      show(all(state.now.codes).some(({ names }) => names.includes(plain(input.value))) ? '' : input.value);
    }
  });
  // The list must not take the focus before the click has been dealt with.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('combobox-commit', (event) => {
    const code = (event.target as HTMLElement).dataset['code'];
    close();
    if (code) state.now.choose(code);
  });
  input.addEventListener('blur', close);
}
