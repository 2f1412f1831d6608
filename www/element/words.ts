// Every sentence for people, one language at a time, from the words file beside the bundle.

export type Lang = 'en' | 'zh-Hant';

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
  /** Other words by which people ask for a calculator. */
  keywords?: Flat;
  documents?: Record<string, { name: string; publisher: string; edition?: string }>;
}

/** A term of the trade, and what it means. */
export interface Term { term: string; meaning: string }

type Section = 'reasons' | 'assumptions' | 'warnings' | 'refusals' | 'roundings' | 'clauses' | 'shorts';

/** Puts `{name}` placeholders in; one that nobody fills stays, so that a test sees it. */
export const fill = (text: string, values: Fillings = {}): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

/**
 * Looks words up. A missing word shows its key: a visitor can still read on, and a test finds it.
 */
export class Words {
  /** Between two sentences, between the entries of a list, and after what is about to be said. */
  readonly space: string;
  readonly comma: string;
  readonly colon: string;

  constructor(readonly lang: Lang, private readonly file: WordsFile) {
    [this.space, this.comma, this.colon] = lang === 'en' ? [' ', ', ', ': '] : ['', '、', '：'];
  }

  /** A text of the interface; `key_one` stands in where `count` is "1" and the language has such a form. */
  ui(key: string, values?: Fillings): string {
    const one = values?.['count'] === '1' ? this.file.ui[`${key}_one`] : undefined;
    return fill(one ?? this.file.ui[key] ?? key, values);
  }

  /** The label of a field, an output or a value; a calculator may have its own. */
  name(name: string, calculator = ''): string {
    return this.file.names?.[`${calculator}.${name}`] ?? this.file.names?.[name] ?? name;
  }

  /** The label of a line's output, which may share its name with an input and mean something else. */
  lineName(name: string, calculator: string): string {
    return this.file.names?.[`${calculator}.lines.${name}`] ?? this.name(name, calculator);
  }

  hint(name: string, calculator: string): string | undefined {
    return this.file.hints?.[`${calculator}.${name}`] ?? this.file.hints?.[name];
  }

  choice(field: string, choice: string): string {
    return this.file.choices?.[`${field}.${choice}`] ?? choice;
  }

  /** Whether `choice` of `field` has a word: a plain text of the visitor's has none. */
  hasChoice(field: string, choice: string): boolean {
    return this.file.choices?.[`${field}.${choice}`] !== undefined;
  }

  verdict(calculator: string, verdict: string): string {
    return this.file.verdicts?.[`${calculator}.${verdict}`] ?? this.choice('verdict', verdict);
  }

  calculator(calculator: string): { title: string; question: string; summary: string } {
    return this.file.calculators?.[calculator] ?? { title: calculator, question: '', summary: '' };
  }

  sentence(section: Section, key: string, values?: Fillings): string {
    return fill(this.file[section]?.[key] ?? key, values);
  }

  /** Why something was refused; a kind of value may have its own sentence. */
  refusal(code: string, kind: string, values: Fillings): string {
    const own = `${code}.${kind}`;
    return this.sentence('refusals', this.file.refusals?.[own] === undefined ? code : own, values);
  }

  /** How a formula's call reads: `max_0` before `max` where the first of its parts is a 0. */
  phrase(call: string, parts: string[]): string {
    const phrases = this.file.formula ?? {};
    const text = phrases[`${call}_${parts[0]}`] ?? phrases[call];
    return text === undefined ? `${call}(${parts.join(', ')})` : fill(text, Object.fromEntries(parts.entries()));
  }

  /** A term of the trade; a missing one shows its key. */
  term(key: string): Term {
    return this.file.glossary?.[key] ?? { term: key, meaning: '' };
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

  document(pack: string): { name: string; publisher: string; edition?: string } | undefined {
    return this.file.documents?.[pack];
  }
}

/** Chinese of any region reads the Traditional Chinese of Taiwan; everybody else reads English. */
export const langOf = (tag: string): Lang => (/^zh\b/i.test(tag) ? 'zh-Hant' : 'en');

const loaded = new Map<Lang, Promise<Words>>();

/** Fetches a language once per page; a failed fetch may be tried again. */
export function loadWords(lang: Lang): Promise<Words> {
  let words = loaded.get(lang);
  if (!words) {
    words = fetch(new URL(`words/${lang}.json`, import.meta.url)).then(async (response) => {
      if (!response.ok) throw new Error(`words/${lang}.json: ${response.status}`);
      return new Words(lang, (await response.json()) as WordsFile);
    });
    words.catch(() => loaded.delete(lang));
    loaded.set(lang, words);
  }
  return words;
}
