// Every sentence for people, one language at a time, from the package's files of words.

import build from 'clausewise:build';
import files from 'clausewise:words';
import { FALLBACK, LANGUAGES, localeOf, type Lang } from './locale.js';
import { BLANK, numberText, saidAt, type Said } from './numbers.js';
import { onceEach } from './once.js';
import { part } from './part.js';
import type { Pack } from './types.js';
import type { Locale } from '../words/locale.js';

export type { Lang } from './locale.js';

type Flat = Record<string, string>;
export type Fillings = Record<string, string>;

export interface WordsFile {
  lang: string;
  ui: Flat;
  calculators?: Record<string, { title: string; question: string; summary: string }>;
  names?: Flat;
  formula?: Flat;
  hints?: Flat;
  choices?: Flat;
  verdicts?: Flat;
  /** What an answer is headed by where that is a sentence: by its calculator and what tells it, and what stands below it. */
  headlines?: Flat;
  reasons?: Flat;
  assumptions?: Flat;
  warnings?: Flat;
  refusals?: Flat;
  roundings?: Flat;
  clauses?: Flat;
  /** Clauses in a few words, for tables. */
  shorts?: Flat;
  /** Terms of the trade. */
  glossary?: Record<string, Term>;
  /** Which of them a label has, by `calculator.name`. */
  terms?: Flat;
  /** Names whose keys go by the words of others. */
  like?: Record<string, readonly string[]>;
  /** Other words by which people ask for a calculator. */
  keywords?: Flat;
  documents?: Record<string, { name: string; publisher: string; edition?: string }>;
  /** What the terms that are built in say, where these sentences name it. */
  numbers?: Record<string, Said>;
}

/** The terms that sentences take their numbers from, on a day. */
interface InUse { pack: Pack; asOf: string | undefined }

/** A term of the trade, and what it means. */
export interface Term { term: string; meaning: string }

type Section = 'reasons' | 'assumptions' | 'warnings' | 'refusals' | 'roundings' | 'clauses' | 'shorts';

/**
 * Looks words up. A missing word shows its key: a visitor can still read on, and a test finds it.
 */
export class Words {
  /** How the language writes. */
  readonly locale: Locale;

  /** Called when a word is not there: a part of the words may not hold what a pack of somebody else's speaks of. */
  missing: () => void = () => {};

  /** The same by the terms that were asked for last. */
  private last: Words | undefined;

  /** `noted`: the codes of an answer's notes, by which some labels are others. */
  constructor(readonly lang: Lang, private readonly file: WordsFile, private readonly inUse?: InUse, private readonly noted: readonly string[] = []) {
    // Names may come from a page: `constructor` is one that has no word.
    for (const entries of Object.values(file) as unknown[]) if (typeof entries === 'object') Object.setPrototypeOf(entries, null);
    this.locale = localeOf(lang);
  }

  get space(): string { return this.locale.space; }
  get comma(): string { return this.locale.comma; }
  get colon(): string { return this.locale.colon; }

  /** The same words with the numbers of these terms; a number that they lack is that of the terms built in. */
  by(pack: Pack | undefined, asOf?: string): Words {
    if (!pack) return this;
    if (this.last?.inUse?.pack !== pack || this.last.inUse.asOf !== asOf) {
      this.last = new Words(this.lang, this.file, { pack, asOf }, this.noted);
      this.last.missing = () => this.missing();
    }
    return this.last;
  }

  /** A text with its blanks filled: by what is known of the case, else by the terms; one that nobody fills stays, so that a test sees it. */
  private fill(text: string, values: Fillings = {}): string {
    return text.replace(BLANK, (whole, place: string, unit: string | undefined) => (Object.hasOwn(values, place) ? values[place] : undefined) ?? this.number(place, unit) ?? whole);
  }

  private number(place: string, unit: string | undefined): string | undefined {
    const said = this.said(place) ?? this.file.numbers?.[place];
    return said === undefined ? undefined : numberText(place, said, this.lang, unit, (key, count) => this.ui(key, { count }));
  }

  /** What the terms in use say at a place. */
  said(place: string): Said | undefined {
    return this.inUse && saidAt(this.inUse.pack, place, this.inUse.asOf);
  }

  /** A text of the interface; `key_one` stands in where `count` is "1" and the language has such a form. */
  ui(key: string, values?: Fillings): string {
    const one = values?.['count'] === '1' ? this.file.ui[`${key}_one`] : undefined;
    return this.fill(one ?? this.file.ui[key] ?? key, values);
  }

  /** The label of a field, an output or a value; a calculator may have its own. */
  name(name: string, calculator = ''): string {
    return this.fill(this.byNote(calculator, name) ?? this.file.names?.[`${calculator}.${name}`] ?? this.file.names?.[name] ?? this.lack(name));
  }

  /** The label of a line's output, which may share its name with an input and mean something else. */
  lineName(name: string, calculator: string): string {
    const own = this.byNote(calculator, `lines.${name}`) ?? this.file.names?.[`${calculator}.lines.${name}`];
    return own === undefined ? this.name(name, calculator) : this.fill(own);
  }

  hint(name: string, calculator: string): string | undefined {
    const hint = this.file.hints?.[`${calculator}.${name}`] ?? this.file.hints?.[name];
    return hint === undefined ? undefined : this.fill(hint);
  }

  /** What one of several keys is called; a calculator may have its own word for it. */
  choice(field: string, choice: string, calculator = ''): string {
    const text = this.chosen(field, choice, calculator);
    return text === undefined ? choice : this.fill(text);
  }

  /** Whether `choice` of `field` has a word: a plain text of the visitor's has none. */
  hasChoice(field: string, choice: string): boolean {
    return this.chosen(field, choice, '') !== undefined;
  }

  /** The word of a key, be it under another name that has the same keys: `listed_plan` is one of the plans. */
  private chosen(field: string, choice: string, calculator: string): string | undefined {
    const { choices, like } = this.file;
    return [field, ...(like?.[field] ?? [])].flatMap((name) => choices?.[`${calculator}.${name}.${choice}`] ?? choices?.[`${name}.${choice}`] ?? [])[0];
  }

  /** A verdict in a sentence; of several ways to one verdict, one may have its own, by the code of a note that tells it. */
  verdict(calculator: string, verdict: string, codes: readonly string[] = []): string {
    const verdicts = this.file.verdicts;
    const own = codes.map((code) => verdicts?.[`${calculator}.${verdict}.${code}`]).find((sentence) => sentence !== undefined) ?? verdicts?.[`${calculator}.${verdict}`];
    return own === undefined ? this.choice('verdict', verdict) : this.fill(own);
  }

  /**
   * What an answer may be headed by, the first first: by what tells it (the code of a note, the verdict, the figure), with one of its own
   * for a value of the figure.
   */
  headlines(calculator: string, states: readonly string[], value: string): { text: string; below: string }[] {
    const all = this.file.headlines ?? {};
    return states.flatMap((state) => [`${calculator}.${state}.${value}`, `${calculator}.${state}`]).flatMap((key) => {
      const text = all[key];
      return text === undefined ? [] : [{ text: this.fill(text), below: this.fill(all[`${key}.below`] ?? '') }];
    });
  }

  calculator(calculator: string): { title: string; question: string; summary: string } {
    const { title, question, summary } = this.file.calculators?.[calculator] ?? { title: calculator, question: '', summary: '' };
    return { title: this.fill(title), question: this.fill(question), summary: this.fill(summary) };
  }

  sentence(section: Section, key: string, values?: Fillings): string {
    return this.fill(this.file[section]?.[key] ?? this.lack(key), values);
  }

  /** Why something was refused; a kind of value may have its own sentence, and the first of them that has one counts. */
  refusal(code: string, kinds: readonly string[], values: Fillings): string {
    const own = kinds.map((kind) => `${code}.${kind}`).find((key) => this.file.refusals?.[key] !== undefined);
    return this.sentence('refusals', own ?? code, values);
  }

  /** How a formula's call reads: `max_0` before `max` where the first of its parts is a 0. */
  phrase(call: string, parts: string[]): string {
    const phrases = this.file.formula ?? {};
    const text = phrases[`${call}_${parts[0]}`] ?? phrases[call];
    return text === undefined ? `${call}(${parts.join(', ')})` : this.fill(text, Object.fromEntries(parts.entries()));
  }

  /** The same with `{0}`, `{1}` … for what is to stand in it. */
  phraseOf(call: string): string | undefined {
    const text = this.file.formula?.[call];
    return text === undefined ? undefined : this.fill(text);
  }

  /** A term of the trade; a missing one shows its key. */
  term(key: string): Term {
    const { term, meaning } = this.file.glossary?.[key] ?? { term: key, meaning: '' };
    return { term, meaning: this.fill(meaning) };
  }

  /** The term that the label of a field or an output has. */
  termOf(name: string, calculator: string): string | undefined {
    return this.file.terms?.[`${calculator}.${name}`];
  }

  termKeys(): string[] {
    return Object.keys(this.file.glossary ?? {});
  }

  calculatorNames(): string[] {
    return Object.keys(this.file.calculators ?? {});
  }

  ruleIds(): string[] {
    return Object.keys(this.file.clauses ?? {});
  }

  /** The keys of a field that have a word. */
  choicesOf(field: string): string[] {
    return Object.keys(this.file.choices ?? {}).flatMap((key) => (key.startsWith(`${field}.`) ? [key.slice(field.length + 1)] : []));
  }

  keywords(calculator: string): string {
    return this.file.keywords?.[calculator] ?? '';
  }

  /** The same words, of an answer that has these notes. */
  noting(codes: readonly string[]): Words {
    const words = new Words(this.lang, this.file, this.inUse, codes);
    words.missing = () => this.missing();
    return words;
  }

  private byNote(calculator: string, name: string): string | undefined {
    return this.noted.map((code) => this.file.names?.[`${calculator}.${code}.${name}`]).find((label) => label !== undefined);
  }

  private lack(key: string): string {
    this.missing();
    return key;
  }

  document(pack: string): { name: string; publisher: string; edition?: string } | undefined {
    return this.file.documents?.[pack];
  }
}

/** A file of words; a calculator that there is not has none. */
const fetchWords = onceEach(async (name): Promise<WordsFile> => {
  const load = Object.hasOwn(files, name) ? files[name] : undefined;
  if (!load) throw new Error(`there are no words of ${name}`);
  return (await part(load, build)).default;
});

/** The languages that have every word; another has those of some calculators. */
export const WHOLE: readonly Lang[] = LANGUAGES.filter((lang) => Object.hasOwn(files, lang));

/** Every word of a language, or of the one that has them all. */
export async function loadWords(asked: Lang): Promise<Words> {
  const lang = WHOLE.includes(asked) ? asked : FALLBACK;
  return new Words(lang, await fetchWords(lang));
}

/** A file of words that every whole language has. */
export async function loadPart(asked: Lang, file: string): Promise<Words> {
  const lang = WHOLE.includes(asked) ? asked : FALLBACK;
  return new Words(lang, await fetchWords(`${lang}/${file}`));
}

/** What all calculators have in common. */
export const loadShared = async (lang: Lang): Promise<Words> => new Words(lang, await fetchWords(`${lang}/shared`));

/** What one calculator needs: what all have in common, and its own. Where the language has no words of it, all of that in another one. */
export async function loadWordsOf(asked: Lang, calculator: string): Promise<Words> {
  const lang = Object.hasOwn(files, `${asked}/${calculator}`) ? asked : FALLBACK;
  return new Words(lang, merged(await Promise.all([`${lang}/shared`, `${lang}/${calculator}`].map(fetchWords))));
}

/** Sections that several files have become one. */
function merged(parts: WordsFile[]): WordsFile {
  const whole: Record<string, unknown> = {};
  for (const [section, entries] of parts.flatMap((part) => Object.entries(part))) {
    whole[section] = typeof entries === 'object' ? { ...(whole[section] as object | undefined), ...entries } : entries;
  }
  return whole as unknown as WordsFile;
}

/** Every language that speaks of a calculator, or those of them that could be had. */
export async function loadAll(calculator: string): Promise<Words[]> {
  const loads = await Promise.allSettled(LANGUAGES.filter((lang) => Object.hasOwn(files, `${lang}/${calculator}`)).map((lang) => loadWordsOf(lang, calculator)));
  return loads.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
}
