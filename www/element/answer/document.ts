// Which document an answer rests on, by its own name: that of the built-in terms in the language of the page, that of
// terms which the page brought as those give it, whatever they call themselves.

import { lastChecked } from '../checked.js';
import type { AnswerView } from './view.js';

interface Named { name: string; edition: string }

export function documentOf({ words, answer: { terms }, pack, isBrought }: Pick<AnswerView, 'words' | 'answer' | 'pack' | 'isBrought'>): Named {
  const known = isBrought ? undefined : words.document(terms.pack);
  const { publisher, name } = known ?? pack?.document ?? { publisher: '', name: terms.pack };
  return {
    name: publisher ? words.ui('document', { publisher, name }) : name,
    edition: terms.edition === 'undated' ? (known?.edition ?? words.ui('undated')) : terms.edition,
  };
}

/** The day asked about, and the very terms that answered, for whoever wants to ask again. */
export function basis(view: AnswerView): string {
  const { words, format, answer } = view;
  const { name, edition } = documentOf(view);
  const checked = answer.terms.checked ?? lastChecked(view.pack) ?? '';
  return words.ui('basis', { as_of: format.date(answer.as_of), document: name, edition, checked: format.date(checked), digest: answer.terms.digest.slice(0, 12) });
}
