// From an answer on to other calculators, with what is known already filled in. Only pages that say where their others are
// have such links, and fetch what makes them.

import { html, nothing, type TemplateResult } from 'lit';
import { asking } from '../brought.js';
import { part } from '../part.js';
import type { AnswerView } from './view.js';

let along: typeof import('./taken_along.js') | undefined;

/** Fetches what leads on; without it an answer leads nowhere. */
export async function loadOnward(): Promise<void> {
  along ??= await part(() => import('./taken_along.js'));
}

export function onwardTemplate({ calculator: { calculator }, answer, request, words, pages }: AnswerView): TemplateResult | typeof nothing {
  if (!pages || !along) return nothing;
  const called = (name: string, key: string): string => words.choice(name, key, calculator);
  const all = along.allAlong(calculator, request, answer, called);
  if (!all.length) return nothing;
  return html`<span class="destinations">${all.map((asked) =>
    html`<a class="onward" data-act="onward" data-to=${asked.calculator} href=${asking(pages, asked)}>${words.ui(`onward.${asked.calculator}`)}</a>`)}</span>`;
}
