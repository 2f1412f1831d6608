// The question last put to the core and what it said. Asked anew only when the request differs: a redraw for a language costs the
// core nothing. How the figures were found is asked for when somebody wants to know. What it said is handed out, so it cannot be changed.

import { breath } from './breath.js';
import { isRefusal, type Core } from './core.js';
import { failureToAnswer, type Failure } from './failure.js';
import { frozen } from './page/frozen.js';
import { sameness } from './page/given.js';
import { SHOWN } from './pictures/shown.js';
import type { QuoteDocument } from './quote/made.js';
import type { Made } from './state.js';
import type { AnswerDetail, Fault, QuoteAnswer, QuoteRequest, Refusal, Step } from './types.js';

export class Asking {
  request: QuoteRequest | undefined;
  /** What the core said, but for the steps. */
  figures: QuoteAnswer | null = null;
  refusal: Refusal | null = null;
  /** What went wrong instead of either; another request may fare better. */
  failure: Failure | undefined;
  /** The answer with its steps, worked out when somebody first wants them. */
  private whole: (() => Whole) | undefined;
  /** The steps of the lines that a picture shows, where there are more. */
  private ofFirst: (() => Steps) | undefined;
  private asked = '';
  /** What the core said before the drawing that is to show it. */
  private ahead: { asked: string; outcome: QuoteAnswer | Refusal } | undefined;

  /** Puts a long question to the core, so that the drawing finds it answered. */
  async askAhead(core: Core, { request, faults }: Made): Promise<void> {
    const asked = sameness([request, faults]);
    if (asked === this.asked) return;
    await breath();
    const outcome = core.quote(withoutSteps(frozen(request)));
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
    [this.figures, this.whole, this.ofFirst, this.refusal, this.failure] = [null, undefined, undefined, null, undefined];
    try {
      const { ahead } = this;
      this.ahead = undefined;
      const outcome = ahead?.asked === asked ? ahead.outcome : frozen(core.quote(withoutSteps(this.request)));
      if (isRefusal(outcome)) this.refusal = faults.length ? frozen({ errors: together(faults, outcome.errors) }) : outcome;
      else if (faults.length) this.refusal = frozen({ errors: faults });
      else this.found(core, this.request, outcome);
    } catch (reason) {
      this.failure = failureToAnswer(reason);
    }
    return true;
  }

  private found(core: Core, request: QuoteRequest, figures: QuoteAnswer): void {
    this.figures = figures;
    this.whole = once(() => {
      const answer = wholeOf(core, request, figures);
      return { answer, steps: byFigure(answer) };
    });
    const { lines } = request.input;
    const part = Array.isArray(lines) && lines.length > SHOWN ? { ...request, input: { ...request.input, lines: lines.slice(0, SHOWN) } } : undefined;
    this.ofFirst = part && once(() => byFigure(wholeOf(core, part, figures)));
  }

  /** The whole answer, as the request wants it. */
  get answer(): QuoteAnswer | null {
    return this.whole?.().answer ?? null;
  }

  /** The steps of the answer by the path of their figure. */
  get steps(): Steps {
    return this.whole?.().steps ?? NONE;
  }

  /** The same, of a long list for the lines alone that a picture shows: it need not wait for all. */
  get firstSteps(): Steps {
    return this.ofFirst?.() ?? this.steps;
  }

  /** What the page is told. Whoever reads the answer gets it with its steps; who does not pays nothing. */
  told(documentOf: (request: QuoteRequest, answer: QuoteAnswer) => QuoteDocument): AnswerDetail | undefined {
    const { request, refusal, whole } = this;
    // Read again, it is what it was.
    const document = once(() => {
      const answer = whole?.().answer;
      return { is: request && answer ? documentOf(request, answer) : null };
    });
    return request && Object.freeze({
      request,
      refusal,
      get answer() { return whole?.().answer ?? null; },
      get document() { return document().is; },
    });
  }

  /** No answer stands while it is unknown by which terms; and what failed may be asked again. */
  forget(): void {
    this.asked = '';
    [this.request, this.figures, this.whole, this.ofFirst, this.refusal, this.failure] = [undefined, null, undefined, undefined, null, undefined];
  }
}

type Steps = ReadonlyMap<string, Step>;
interface Whole { answer: QuoteAnswer; steps: Steps }

const NONE: Steps = new Map();

const byFigure = ({ steps = [] }: QuoteAnswer): Steps => new Map(steps.map((step) => [step.figure, step]));

function once<T extends object>(work: () => T): () => T {
  let done: T | undefined;
  return () => (done ??= work());
}

/** What is neither wanted nor unwanted steps is left for the core to refuse. */
const withoutSteps = (request: QuoteRequest): QuoteRequest => (request.steps === undefined || request.steps === true ? { ...request, steps: false } : request);

/** The answer with its steps, where they are wanted: the same question has the same answer. */
function wholeOf(core: Core, request: QuoteRequest, figures: QuoteAnswer): QuoteAnswer {
  if (request.steps === false) return figures;
  const outcome = frozen(core.quote(request));
  return isRefusal(outcome) ? figures : outcome;
}

/** What the reader says of a text goes before what the core says of it: it saw the text as it was typed. */
function together(read: Fault[], refused: Fault[]): Fault[] {
  const byField = new Map(read.map((fault) => [fault.field, fault]));
  const told = refused.map((fault) => byField.get(fault.field) ?? fault);
  return [...told, ...read.filter((fault) => !told.includes(fault))];
}
