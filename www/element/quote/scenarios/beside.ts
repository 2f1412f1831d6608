// What is done with scenarios: the answer that stands there is kept beside the form, another one comes into the form, one goes. They
// stay for as long as their tab, as entries do.

import type { AnswerView } from '../../answer/view.js';
import { FromPage } from '../../host/from_page.js';
import { copied, type Given } from '../../page/given.js';
import { keyOf } from '../../tab/place.js';
import { dropKept, readKept, writeKept } from '../../tab/storage.js';
import { readDocument, Unreadable } from '../document.js';
import { besideOf, MOST_BESIDE, offered, SCHEMA, setBeside, type Beside, type Scenario } from '../made.js';
import { letterOf } from './letters.js';

/** The answer that stands there, with all that its request leaves to be understood. */
export function scenarioOf({ request: { terms: _, steps: __, ...request }, answer: { steps: ___, ...answer }, calculator: { money }, format }: AnswerView): Scenario {
  const { as_of, currency } = answer;
  return {
    request: { ...request, as_of, ...(currency !== undefined && { currency }), ...(money && { minor_units: request.minor_units ?? format.ownDigits }) },
    answer,
  };
}

/** The scenarios that stand beside the form; after a reload, those that stood there before. */
export function besideIn(view: AnswerView): Beside | undefined {
  const { host, tools, answer: { calculator } } = view;
  const own = besideOf(host, calculator);
  if (own || !offered(tools).includes('scenarios')) return own;
  const place = placeOf(view);
  if (!place || tried.get(host) === place.mark) return undefined;
  tried.set(host, place.mark);
  const [mark, text] = split(readKept(place.key) ?? '');
  if (mark !== place.mark) return undefined;
  try {
    const read = readDocument(text);
    if (read.request.calculator === calculator) setBeside(host, calculator, read);
  } catch (reason) {
    if (!(reason instanceof Unreadable)) throw reason;
  }
  return besideOf(host, calculator);
}

/** What of the page's they were last looked for on top of. */
const tried = new WeakMap<object, string>();

/** Where they are written down, and on top of what of the page's; nowhere where the page wants nothing kept. */
function placeOf({ host, opened }: AnswerView): { key: string; mark: string } | undefined {
  const form = opened.form();
  const page = host as typeof host & { calculator: string; keep?: string };
  if (!form || page.keep === 'none') return undefined;
  const key = keyOf(page);
  return { key: `${key} beside`, mark: `${key} ${FromPage.of(form.editing).request}` };
}

function split(text: string): [string, string] {
  const end = text.indexOf('\n');
  return [text.slice(0, Math.max(end, 0)), text.slice(end + 1)];
}

function put(view: AnswerView, beside: Beside | undefined): void {
  const { host, opened, answer: { calculator } } = view;
  setBeside(host, calculator, beside);
  const place = placeOf(view);
  if (place) {
    tried.set(host, place.mark);
    const [first] = beside?.scenarios ?? [];
    if (beside && first) writeKept(place.key, `${place.mark}\n${JSON.stringify({ schema: SCHEMA, ...first, ...beside })}`);
    else dropKept(place.key);
  }
  // A kept quote that is open keeps them too.
  opened.keeping?.say();
  host.requestUpdate();
}

/** Whether one more can be kept beside the one in the form. */
export const hasRoom = (view: AnswerView): boolean => (besideIn(view)?.scenarios.length ?? 0) < MOST_BESIDE;

/** Keeps the answer under its letter; the form goes on as the next one. */
export function keepBeside(view: AnswerView): void {
  if (!hasRoom(view)) return;
  const { scenarios, scenario } = besideIn(view) ?? { scenarios: [], scenario: 1 };
  const all = [...scenarios];
  all.splice(scenario - 1, 0, scenarioOf(view));
  put(view, { scenarios: all, scenario: all.length + 1 });
}

/** Brings one into the form; what stood there takes its place beside it, so that nothing is lost. */
export function open(view: AnswerView, chosen: Scenario): void {
  const [beside, form] = [besideIn(view), view.opened.form()];
  if (!beside || !form) return;
  const all = [...beside.scenarios];
  all.splice(beside.scenario - 1, 0, scenarioOf(view));
  const at = all.indexOf(chosen);
  if (at < 0) return;
  put(view, { scenarios: all.filter((each) => each !== chosen), scenario: at + 1 });
  form.editing.bringBack(copied(chosen.request) as Given, 'did_scenario', { letter: letterOf(at), other: letterOf(beside.scenario - 1) });
}

export function remove(view: AnswerView, chosen: Scenario): void {
  const beside = besideIn(view);
  if (!beside) return;
  const at = beside.scenarios.indexOf(chosen);
  const scenarios = beside.scenarios.filter((each) => each !== chosen);
  put(view, scenarios.length ? { scenarios, scenario: at < beside.scenario - 1 ? beside.scenario - 1 : beside.scenario } : undefined);
}
