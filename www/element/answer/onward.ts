// From an answer on to another calculator, with what is known already filled in. Only pages that say where their others
// are have such links.

import { html, nothing, type TemplateResult } from 'lit';
import { asking, type Asked } from '../brought.js';
import type { QuoteAnswer, QuoteRequest } from '../types.js';
import type { AnswerView } from './view.js';

const NEXT: Record<string, (answer: QuoteAnswer, request: QuoteRequest) => Asked | undefined> = {
  addon: ({ figures }, { input }) => (figures['payable_with_flex'] === 'barred' ? undefined
    : { calculator: 'flex', input: { years: [{ allocations: [{ service: input['service'] ?? '' }] }] } }),
};

export function onwardTemplate({ calculator, answer, request, words, pages }: AnswerView): TemplateResult | typeof nothing {
  const next = pages ? NEXT[calculator.calculator]?.(answer, request) : undefined;
  if (!next) return nothing;
  return html`<a class="onward" data-act="onward" href=${asking(pages, next)}>${words.ui(`onward.${next.calculator}`)}</a>`;
}
