// What is done with scenarios: the answer that stands there is kept beside the form, another one comes into the form, one goes.

import type { AnswerView } from '../../answer/view.js';
import { besideOf, MOST_BESIDE, setBeside, type Beside, type Scenario } from '../made.js';

/** The answer that stands there, with all that its request leaves to be understood. */
export function scenarioOf({ request: { terms: _, steps: __, ...request }, answer: { steps: ___, ...answer }, calculator: { money }, format }: AnswerView): Scenario {
  const { as_of, currency } = answer;
  return {
    request: { ...request, as_of, ...(currency !== undefined && { currency }), ...(money && { minor_units: request.minor_units ?? format.ownDigits }) },
    answer,
  };
}

function put({ host, opened, answer }: AnswerView, beside: Beside | undefined): void {
  setBeside(host, answer.calculator, beside);
  // A kept quote that is open keeps them too.
  opened.keeping?.say();
  host.requestUpdate();
}

/** Whether one more can be kept beside the one in the form. */
export const hasRoom = ({ host, answer }: AnswerView): boolean => (besideOf(host, answer.calculator)?.scenarios.length ?? 0) < MOST_BESIDE;

/** Keeps the answer under its letter; the form goes on as the next one. */
export function keepBeside(view: AnswerView): void {
  if (!hasRoom(view)) return;
  const { scenarios, scenario } = besideOf(view.host, view.answer.calculator) ?? { scenarios: [], scenario: 1 };
  const all = [...scenarios];
  all.splice(scenario - 1, 0, scenarioOf(view));
  put(view, { scenarios: all, scenario: all.length + 1 });
}

/** Brings one into the form; what stood there takes its place beside it, so that nothing is lost. */
export function open(view: AnswerView, chosen: Scenario): void {
  const beside = besideOf(view.host, view.answer.calculator);
  if (!beside) return;
  const all = [...beside.scenarios];
  all.splice(beside.scenario - 1, 0, scenarioOf(view));
  const at = all.indexOf(chosen);
  if (at < 0) return;
  put(view, { scenarios: all.filter((each) => each !== chosen), scenario: at + 1 });
  view.opened.host.request = chosen.request;
}

export function remove(view: AnswerView, chosen: Scenario): void {
  const beside = besideOf(view.host, view.answer.calculator);
  if (!beside) return;
  const at = beside.scenarios.indexOf(chosen);
  const scenarios = beside.scenarios.filter((each) => each !== chosen);
  put(view, scenarios.length ? { scenarios, scenario: at < beside.scenario - 1 ? beside.scenario - 1 : beside.scenario } : undefined);
}
