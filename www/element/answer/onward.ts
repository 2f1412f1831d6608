// From an answer on to other calculators, with what is known already filled in. Only pages that say where their others are
// have such links, and fetch what makes them.

import { html, nothing, type TemplateResult } from 'lit';
import { asking } from '../brought.js';
import { today } from '../form/day.js';
import { part } from '../part.js';
import type { AnswerView } from './view.js';

let along: typeof import('./taken_along.js') | undefined;

/** Fetches what leads on, and says whether that is new; without it an answer leads nowhere. */
export async function loadOnward(): Promise<boolean> {
  if (along) return false;
  along = await part(() => import('./taken_along.js'));
  return true;
}

export function onwardTemplate({ calculator: { calculator, onward = [] }, answer, request, words, pages }: AnswerView): TemplateResult | typeof nothing {
  if (!pages || !along) return nothing;
  const called = (name: string, key: string): string => words.choice(name, key, calculator);
  const all = along.allAlong(onward, request, answer, called, today());
  if (!all.length) return nothing;
  return html`<span class="destinations">${all.map((asked) =>
    html`<a class="onward" data-act="onward" data-to=${asked.calculator} href=${asking(pages, asked)}>${words.ui(`onward.${asked.calculator}`)}</a>`)}</span>`;
}
