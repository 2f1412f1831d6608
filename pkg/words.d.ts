// Every sentence for people in one language, or what one calculator says. Do not edit here.

type Texts = Record<string, string>;

/**
 * Sentences by their keys, those of requests, answers and rules. A file of one calculator has no more than that one
 * says. Numbers of a contract are named by its terms: `{partial_charge_percent}`, `{duty_times.reply.hours|hours}`.
 */
export interface Words {
  lang: 'en' | 'zh-Hant';
  ui: Texts;
  calculators?: Record<string, { title: string; question: string; summary: string }>;
  names?: Texts;
  formula?: Texts;
  hints?: Texts;
  choices?: Texts;
  verdicts?: Texts;
  /** What an answer is headed by where that is a sentence. */
  headlines?: Texts;
  reasons?: Texts;
  assumptions?: Texts;
  warnings?: Texts;
  refusals?: Texts;
  roundings?: Texts;
  /** The rules, restated. */
  clauses?: Texts;
  /** Rules in a few words. */
  shorts?: Texts;
  /** Terms of the trade. */
  glossary?: Record<string, { term: string; meaning: string }>;
  /** Which of them a label has, by `calculator.name`. */
  terms?: Texts;
  /** Names whose keys go by the words of others: `listed_plan` is one of the plans. */
  like?: Record<string, string[]>;
  /** Other words by which people ask for a calculator. */
  keywords?: Texts;
  documents?: Record<string, { name: string; publisher: string; edition?: string }>;
  /** What the terms that are built in say at the places that these sentences name. */
  numbers?: Record<string, string | number>;
}

declare const words: Words;
export default words;

/** The build that this file belongs to. */
export const build: string;
