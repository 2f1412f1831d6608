// The scenarios of a question with their answers: those that were kept are answered anew by the terms that answer the form, and go on
// with that answer, whatever came with them.

import type { AnswerView } from '../../answer/view.js';
import { isRefusal } from '../../core.js';
import type { QuoteAnswer } from '../../types.js';
import type { Words } from '../../words.js';
import { differences } from '../differences.js';
import type { Scenario } from '../made.js';
import { besideIn, scenarioOf } from './beside.js';
import type { Side } from './compared.js';
import { letterOf } from './letters.js';

/** What a scenario comes to by the terms that answer now, each asked once, and what was kept or sent of it. */
const answered = new WeakMap<Scenario, { by: string; answer: QuoteAnswer | undefined; sent: QuoteAnswer }>();

function answerOf(view: AnswerView, scenario: Scenario): { answer: QuoteAnswer | undefined; sent: QuoteAnswer } {
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

/** All of them by their letters, the one in the form in its place. */
export function sidesOf(view: AnswerView): Side[] {
  const beside = besideIn(view);
  if (!beside) return [];
  const sides: Omit<Side, 'letter'>[] = beside.scenarios.map((scenario) => ({ request: scenario.request, answer: answerOf(view, scenario).answer }));
  sides.splice(beside.scenario - 1, 0, scenarioOf(view));
  return sides.map((side, place) => ({ ...side, letter: letterOf(place) }));
}

/** What has to be known of each: that it is no longer what was kept or sent, or has no answer. */
export function notesOf(view: AnswerView, words: Words): string[] {
  const beside = besideIn(view);
  return (beside?.scenarios ?? []).flatMap((scenario, index) => {
    const letter = letterOf(beside && index < beside.scenario - 1 ? index : index + 1);
    const { answer, sent } = answerOf(view, scenario);
    if (!answer) return [words.ui('scenario_unanswered', { letter })];
    const count = differences({ ...view, answer }, words, { answer: sent }).length;
    return count ? [words.ui('scenario_differs', { letter, count: view.format.count(count) })] : [];
  });
}
