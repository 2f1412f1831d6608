// Which of the lists that a visitor fills in the lines of an answer are about.

import type { Calculator } from './types.js';

/**
 * The list that the answer's lines go by: one called so, one that has to be there, or one whose entries lend the lines a name of
 * their own; else the years that are asked about. Nothing where the lines are the document's own.
 */
export function listOf({ fields, answer: { line } }: Pick<Calculator, 'fields' | 'answer'>): string {
  const names = new Set(line.map(({ name }) => name));
  const listed = fields.find(({ name }) => name === 'lines') ?? fields.find(({ kind, required, items = [] }) => kind === 'list' && (required || items.some(({ name }) => names.has(name))));
  return (listed ?? fields.find(({ name }) => name === 'years'))?.name ?? '';
}
