// What the core's description says of the value at a path: of an entry, of a term, of a value of the answer, or of one on the way.

import type { Calculator, Field, Kind, Out, TermOut } from './types.js';

/** What is said of a value: its kind, the currency of an amount in another than the answer's, and what a number counts. */
export interface Described extends Pick<Out, 'name' | 'unit' | 'currency' | 'shown'> { kind: Kind }

type Entry = Field | Out | TermOut;

const AS_OF: Described = { name: 'as_of', kind: 'date' };

/** The description at a path; nothing where the core does not describe what stands there. */
export function describedAt({ fields, answer, terms = [] }: Pick<Calculator, 'fields' | 'answer' | 'terms'>, path: string): Described | undefined {
  const [root = '', ...rest] = path.split('.');
  switch (root) {
    case 'as_of': return AS_OF;
    case 'input': return within(fields, rest);
    case 'terms': return within(terms, rest);
    case 'figures': return within(answer.figures, rest);
    case 'dates': return within(answer.dates, rest);
    case 'lines': return within(answer.line, rest.slice(1));
    // Whichever row it is of, a name on the way has one kind.
    case 'between': return within(answer.between ?? [], rest.slice(-1));
    default: return undefined;
  }
}

/** Whether a value of the answer has a step: it was worked out, and not only put there. */
export function isWorkedOut(calculator: Calculator, path: string): boolean {
  const described = describedAt(calculator, path);
  return described !== undefined && described.kind !== 'list' && described.shown !== true;
}

/** Of what stands in rows, by their place or their key, the description is in that of the list. */
function within(entries: readonly Entry[], [name, , ...rest]: string[]): Described | undefined {
  const found = entries.find((entry) => entry.name === name);
  if (!found) return undefined;
  if (!rest.length) return found.kind === 'rows' ? undefined : { ...found, kind: found.kind };
  return within(found.items ?? [], rest);
}
