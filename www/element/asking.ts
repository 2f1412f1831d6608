// The question last put to the core and what it said. Asked anew only when the request differs: a redraw for a
// language or an opened working costs the core nothing. What it said is handed out, so it cannot be changed.

import { breath } from './breath.js';
import { isRefusal, type Core } from './core.js';
import { failureToAnswer, type Failure } from './failure.js';
import { frozen } from './page/frozen.js';
import { sameness } from './page/given.js';
import type { Made } from './state.js';
import type { AnswerDetail, Fault, QuoteAnswer, QuoteRequest, Refusal, Step } from './types.js';

export class Asking {
  request: QuoteRequest | undefined;
  answer: QuoteAnswer | null = null;
  refusal: Refusal | null = null;
  /** What went wrong instead of either; another request may fare better. */
  failure: Failure | undefined;
  /** The steps of the answer by the path of their figure. */
  steps = new Map<string, Step>();
  private asked = '';
  /** What the core said before the drawing that is to show it. */
  private ahead: { asked: string; outcome: QuoteAnswer | Refusal } | undefined;

  /** Puts a long question to the core, so that the drawing finds it answered. */
  async askAhead(core: Core, { request, faults }: Made): Promise<void> {
    const asked = sameness([request, faults]);
    if (asked === this.asked) return;
    await breath();
    const outcome = core.quote(frozen(request));
    await breath();
    this.ahead = { asked, outcome: frozen(outcome) };
    await breath();
  }

  /** Whether there is something new. A text that is no value keeps the answer away, whatever the core makes of it. */
  ask(core: Core, { request, faults }: Made): boolean {
    const asked = sameness([request, faults]);
    if (asked === this.asked) return false;
    this.asked = asked;
    this.request = frozen(request);
    [this.answer, this.refusal, this.failure] = [null, null, undefined];
    try {
      const { ahead } = this;
      this.ahead = undefined;
      const outcome = ahead?.asked === asked ? ahead.outcome : frozen(core.quote(this.request));
      if (isRefusal(outcome)) this.refusal = faults.length ? frozen({ errors: together(faults, outcome.errors) }) : outcome;
      else if (faults.length) this.refusal = frozen({ errors: faults });
      else this.answer = outcome;
    } catch (reason) {
      this.failure = failureToAnswer(reason);
    }
    this.steps = new Map((this.answer?.steps ?? []).map((step) => [step.figure, step]));
    return true;
  }

  /** What the page is told. */
  get told(): AnswerDetail | undefined {
    const { request, answer, refusal } = this;
    return request && Object.freeze({ request, answer, refusal });
  }

  /** No answer stands while it is unknown by which terms; and what failed may be asked again. */
  forget(): void {
    this.asked = '';
    [this.request, this.answer, this.refusal, this.failure] = [undefined, null, null, undefined];
    this.steps = new Map();
  }
}

/** What the reader says of a text goes before what the core says of it: it saw the text as it was typed. */
function together(read: Fault[], refused: Fault[]): Fault[] {
  const byField = new Map(read.map((fault) => [fault.field, fault]));
  const told = refused.map((fault) => byField.get(fault.field) ?? fault);
  return [...told, ...read.filter((fault) => !told.includes(fault))];
}
