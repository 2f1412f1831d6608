// The question last put to the core and what it said. Asked anew only when the request differs: a redraw for a
// language or an opened working costs the core nothing.

import { isRefusal, type Core } from './core.js';
import type { QuoteAnswer, QuoteRequest, Refusal, Step } from './types.js';

export class Asking {
  request: QuoteRequest | undefined;
  answer: QuoteAnswer | null = null;
  refusal: Refusal | null = null;
  /** The steps of the answer by the path of their figure. */
  steps = new Map<string, Step>();
  private asked = '';

  /** Whether there is something new. */
  ask(core: Core, request: QuoteRequest): boolean {
    const asked = JSON.stringify(request);
    if (asked === this.asked) return false;
    this.asked = asked;
    this.request = request;
    const outcome = core.quote(request);
    [this.answer, this.refusal] = isRefusal(outcome) ? [null, outcome] : [outcome, null];
    this.steps = new Map((this.answer?.steps ?? []).map((step) => [step.figure, step]));
    return true;
  }
}
