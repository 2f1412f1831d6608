// What can be found, and how: a MiniSearch index over all languages at once.

import MiniSearch from 'minisearch';
import named from 'clausewise:countries';
import type { Lang, Words } from '../words.js';
import { codes, parts, plain } from './parts.js';

export interface Entry { place: string; key: string; names?: Readonly<Record<Lang, string>> }
export interface Found { entry: Entry; score: number }
export interface Index { find(text: string): Found[] }

interface Document extends Entry { id: number; title: string; also: string; text: string }

/** What a person looks for first, where several things have the same words. */
const WEIGHT: Record<string, number> = { calculator: 4, glossary: 1.6, service: 1.5, country: 1.4, rule: 1 };

const VENDORS = new Set(['ibm', 'microsoft', '微軟']);

export function buildIndex(languages: readonly Words[], places: ReadonlySet<string>): Index {
  const documents: Document[] = [];
  const add = (entry: Entry, title: string[], also: string[], text: string[] = []): void => {
    if (places.has(entry.place)) {
      documents.push({ ...entry, id: documents.length, title: title.join('\n'), also: also.join('\n'), text: text.join('\n') });
    }
  };
  const [first] = languages;
  if (!first) return { find: () => [] };
  for (const key of first.calculatorNames()) {
    const said = languages.map((words) => words.calculator(key));
    add({ place: 'calculator', key }, said.map(({ title, question }) => `${title}\n${question}`), [key, ...languages.map((words) => words.keywords(key))], said.map(({ summary }) => summary));
  }
  for (const key of first.ruleIds()) {
    add({ place: 'rule', key }, [key], [], languages.map((words) => words.sentence('clauses', key)));
  }
  for (const key of first.choicesOf('service')) {
    add({ place: 'service', key }, languages.map((words) => words.choice('service', key)), [key]);
  }
  for (const key of first.termKeys()) {
    const said = languages.map((words) => words.term(key));
    add({ place: 'glossary', key }, said.map(({ term }) => term), [], said.map(({ meaning }) => meaning));
  }
  for (const [key, names] of Object.entries(named)) {
    const own = Object.fromEntries(Object.entries(names).map(([lang, [first]]) => [lang, first ?? key]));
    add({ place: 'country', key, names: own }, Object.values(own), [key, ...Object.values(names).flat()]);
  }

  const search = new MiniSearch<Document>({ fields: ['title', 'also', 'text'], tokenize: parts, processTerm: (term) => term || null });
  search.addAll(documents);
  return {
    find(text) {
      const results = search.search(codes(plain(text)), {
        boost: { title: 3, also: 2.5, text: 1 },
        // Slips of the finger in Latin letters; in Chinese the pairs beside a wrong character still fit.
        prefix: (term) => /^[a-z0-9-]{2,}$/.test(term),
        fuzzy: (term) => (/^[a-z]{4,}$/.test(term) ? 0.25 : false),
        // Whose contract it is narrows little: half of the pages name the one, half the other.
        weights: { prefix: 0.2, fuzzy: 0.35 },
        boostTerm: (term) => (VENDORS.has(term) ? 0.2 : 1),
        boostDocument: (id) => WEIGHT[documents[Number(id)]?.place ?? ''] ?? 1,
      });
      const best = results[0]?.score ?? 0;
      // What shares but a syllable with the question is no answer to it.
      return results.filter(({ score }) => score > best * 0.12).flatMap(({ id, score }) => {
        const entry = documents[Number(id)];
        return entry ? [{ entry, score }] : [];
      });
    },
  };
}
