// The scenarios of a question with their answers: those that were kept are answered anew by the terms that answer the form.

import type { AnswerView } from '../../answer/view.js';
import { isRefusal } from '../../core.js';
import type { QuoteAnswer } from '../../types.js';
import type { Scenario } from '../made.js';
import { besideIn, scenarioOf } from './beside.js';
import type { Side } from './compared.js';
import { letterOf } from './letters.js';

/** What a scenario comes to by the terms that answer now; each is asked once. */
const answered = new WeakMap<Scenario, { by: string; answer: QuoteAnswer | undefined }>();

export function answerOf(view: AnswerView, scenario: Scenario): QuoteAnswer | undefined {
  const by = view.answer.terms.digest;
  const known = answered.get(scenario);
  if (known?.by === by) return known.answer;
  let answer: QuoteAnswer | undefined;
  try {
    const outcome = view.answerTo(scenario.request);
    answer = isRefusal(outcome) ? undefined : outcome;
  } catch (reason) {
    console.warn('clausewise-quote:', reason);
  }
  answered.set(scenario, { by, answer });
  return answer;
}

/** All of them by their letters, the one in the form in its place. */
export function sidesOf(view: AnswerView): Side[] {
  const beside = besideIn(view);
  if (!beside) return [];
  const sides = beside.scenarios.map((scenario) => ({ request: scenario.request, answer: answerOf(view, scenario) }));
  sides.splice(beside.scenario - 1, 0, scenarioOf(view));
  return sides.map((side, place) => ({ ...side, letter: letterOf(place) }));
}
