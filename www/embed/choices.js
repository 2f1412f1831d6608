// What was chosen on the page, as the snippets take it.

import { isDark } from './contrast.js';

export const COLOURS = ['accent', 'on-accent', 'surface', 'raised', 'ink', 'soft', 'line', 'edge'];

/** A colour as it is typed, written `#0b57b0`; nothing where it is none. */
export function colourIn(text) {
  const [, digits] = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(text.trim()) ?? [];
  if (!digits) return undefined;
  return `#${(digits.length === 3 ? digits.replaceAll(/./g, '$&$&') : digits).toLowerCase()}`;
}

/** The address of a folder, with a slash at its end; nothing where it is none. */
export function folderIn(text) {
  const [typed] = text.trim().split(/[?#]/);
  if (!/^(\/(?!\/)|https?:\/\/[^/\s])/i.test(typed)) return undefined;
  try {
    const { origin, pathname } = new URL(typed, 'https://here.invalid');
    const folder = typed.startsWith('/') ? pathname : origin + pathname;
    // Whatever stands behind the last sign that is no slash is one.
    return `${folder.slice(0, [...folder].findLastIndex((sign) => sign !== '/') + 1)}/`;
  } catch {
    return undefined;
  }
}

/** The colours of the form; a field that says no colour leaves its swatch as it was. */
export const coloursOf = (form) =>
  Object.fromEntries(COLOURS.map((name) => [name, form.querySelector(`[data-for="${name}"]`).value]));

/** What the page knows of a language. */
const known = (form, language) => [...form.elements.speak].find(({ value }) => value === language).dataset;

/** The page is written in Chinese: what an option says otherwise waits beside it. */
const called = ({ dataset, textContent }, language) => {
  const [spoken] = language.split('-');
  return dataset[spoken] ?? (spoken === 'zh' ? textContent : dataset.en);
};

/** `language` is the one in which the page itself is read now; `base` the last good address of the folder. */
export function choicesOf(form, language, base) {
  const given = new FormData(form);
  const [option] = form.elements.calculator.selectedOptions;
  const money = !option.hasAttribute('data-no-money');
  const may = { 'as-of': given.get('as-of-may'), currency: money ? given.get('currency-may') : 'free' };
  const those = (answer) => Object.keys(may).filter((name) => may[name] === answer);
  const scheme = given.get('scheme');
  const colours = scheme === 'own' ? coloursOf(form) : {};
  const lang = given.get('speak');
  const spoken = lang || language;
  return {
    calculator: given.get('calculator'),
    title: called(option, spoken),
    // What stands between the tags, in the language of the calculator.
    fallback: known(form, spoken).fallback,
    lang,
    spoken,
    currency: money ? given.get('currency') : '',
    asOf: given.get('day') === 'given' ? given.get('as-of') : '',
    hide: [...those('hidden'), ...['example', 'clear'].filter((button) => !given.has(button))],
    fixed: those('fixed'),
    heading: given.get('label-title').trim(),
    scheme: scheme === 'own' ? (isDark(colours.surface) ? 'dark' : 'light') : scheme,
    colours,
    radius: given.get('radius'),
    base,
  };
}
