// From an answer on to another calculator, with what is known already filled in. The request travels behind the # of
// the address, which no browser sends to a server; and only pages that say where their others are have such links.

import { html, nothing, type TemplateResult } from 'lit';
import type { InputValues, QuoteAnswer, QuoteRequest } from '../types.js';
import type { AnswerView } from './view.js';

interface Next { calculator: string; input: InputValues }

const NEXT: Record<string, (answer: QuoteAnswer, request: QuoteRequest) => Next | undefined> = {
  addon: ({ figures }, { input }) => (figures['payable_with_flex'] === 'barred' ? undefined
    : { calculator: 'flex', input: { years: [{ allocations: [{ service: input['service'] ?? '' }] }] } }),
};

const MARK = '#request=';

export function onwardTemplate({ calculator, answer, request, words, pages }: AnswerView): TemplateResult | typeof nothing {
  const next = pages ? NEXT[calculator.calculator]?.(answer, request) : undefined;
  if (!next) return nothing;
  const href = `${pages.replace('{calculator}', next.calculator)}${MARK}${encodeURIComponent(JSON.stringify(next))}`;
  return html`<a class="onward" data-act="onward" href=${href}>${words.ui(`onward.${next.calculator}`)}</a>`;
}

/** The entries that an address brings for a calculator; nothing of it but those is taken. */
export function broughtBy(hash: string, calculator: string): Next | undefined {
  if (!hash.startsWith(MARK)) return undefined;
  try {
    const brought = JSON.parse(decodeURIComponent(hash.slice(MARK.length))) as Partial<Next> | null;
    const { input } = brought ?? {};
    if (brought?.calculator !== calculator || typeof input !== 'object' || input === null || Array.isArray(input)) return undefined;
    return { calculator, input };
  } catch {
    return undefined;
  }
}
