// The scenarios of a question with their answers: those that were kept are answered anew by the terms that answer the form, and go on
// with that answer, whatever came with them.

import type { AnswerView } from '../../answer/view.js';
import { isRefusal } from '../../core.js';
import type { QuoteAnswer } from '../../types.js';
import type { Words } from '../../words.js';
import { differences } from '../differences.js';
import type { Scenario } from '../made.js';
import { allOf, besideIn, scenarioOf } from './beside.js';
import type { Side } from './compared.js';
import { letterOf } from './letters.js';

interface Answered { by: string; answer: QuoteAnswer | undefined; sent: QuoteAnswer; changed?: number }

/** What a scenario comes to by the terms that answer now, each asked once, what was kept or sent of it, and in how many values that differs. */
const answered = new WeakMap<Scenario, Answered>();

function answerOf(view: AnswerView, scenario: Scenario): Answered {
  const by = view.answer.terms.digest;
  const known = answered.get(scenario);
  if (known?.by === by) return known;
  let answer: QuoteAnswer | undefined;
  try {
    const outcome = view.answerTo(scenario.request);
    answer = isRefusal(outcome) ? undefined : outcome;
  } catch (reason) {
    console.warn('clausewise-quote:', reason);
  }
  const found = { by, answer, sent: known?.sent ?? scenario.answer };
  answered.set(scenario, found);
  // Nothing that nobody here has worked out is passed on.
  scenario.answer = answer ?? ({ terms: { digest: by }, figures: {}, dates: {} } as unknown as QuoteAnswer);
  return found;
}

/** One of them; that of the form is none that was kept. */
export interface Standing extends Side { kept?: Scenario }

/** All of them by their letters, the one in the form in its place. */
export function sidesOf(view: AnswerView): Standing[] {
  const beside = besideIn(view);
  if (!beside) return [];
  const own = scenarioOf(view);
  return allOf(beside, own).map((scenario, place) => {
    const letter = letterOf(place);
    return scenario === own ? { ...own, letter } : { letter, request: scenario.request, answer: answerOf(view, scenario).answer, kept: scenario };
  });
}

/** What has to be known of each: that it is no longer what was kept or sent, or has no answer. */
export function notesOf(view: AnswerView, words: Words): string[] {
  return sidesOf(view).flatMap(({ letter, kept }) => {
    if (!kept) return [];
    const found = answerOf(view, kept);
    const { answer, sent } = found;
    if (!answer) return [words.ui('scenario_unanswered', { letter })];
    found.changed ??= differences({ ...view, answer }, words, { answer: sent }).length;
    return found.changed ? [words.ui('scenario_differs', { letter, count: view.format.count(found.changed) })] : [];
  });
}
