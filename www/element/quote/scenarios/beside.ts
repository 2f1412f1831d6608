// What is done with scenarios: the answer that stands there is kept beside the form, another one comes into the form, one goes. They
// stay for as long as their tab, as entries do.

import type { AnswerView } from '../../answer/view.js';
import { FromPage } from '../../host/from_page.js';
import { copied, sameness, type Given } from '../../page/given.js';
import { keyOf } from '../../tab/place.js';
import { dropKept, readKept, writeKept } from '../../tab/storage.js';
import { readDocument, Unreadable } from '../document.js';
import { about, besideOf, MOST_BESIDE, offered, SCHEMA, type Beside, type Scenario } from '../made.js';
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
  const { tools, matter, answer: { calculator } } = view;
  const own = besideOf(matter);
  if (own || !offered(tools).includes('scenarios') || tried.has(matter)) return own;
  tried.add(matter);
  const place = placeOf(view);
  if (!place) return undefined;
  const [mark, text] = split(readKept(place.key) ?? '');
  if (!place.isAsGiven) dropKept(place.key);
  if (!place.isAsGiven || mark !== place.mark) return undefined;
  try {
    const { request, scenario, scenarios } = readDocument(text);
    if (request.calculator === calculator && scenarios && scenario !== undefined) about(matter).beside = { scenarios, scenario };
  } catch (reason) {
    if (!(reason instanceof Unreadable)) throw reason;
  }
  return besideOf(matter);
}

/** Matters for which it has been looked. */
const tried = new WeakSet<object>();

/** Where they are written down, and on top of what of the page's; nowhere where the page wants nothing kept. */
function placeOf({ host, opened, matter }: AnswerView): { key: string; mark: string; isAsGiven: boolean } | undefined {
  const form = opened.form();
  const page = host as typeof host & { calculator: string; keep?: string };
  if (!form || page.keep === 'none') return undefined;
  const from = FromPage.of(form.editing);
  const key = keyOf(page);
  // A form that was emptied or filled anew since is about something else.
  return { key: `${key} beside`, mark: from.request, isAsGiven: from.last.matter === matter };
}

function split(text: string): [string, string] {
  const end = text.indexOf('\n');
  return [text.slice(0, Math.max(end, 0)), text.slice(end + 1)];
}

function put(view: AnswerView, beside: Beside | undefined): void {
  const { host, opened, matter } = view;
  tried.add(matter);
  about(matter).beside = beside;
  about(matter).removed = undefined;
  const place = placeOf(view);
  if (place) {
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

/** Keeps the answer under its letter; the form goes on as the next one. What is kept already is not kept twice. */
export function keepBeside(view: AnswerView): void {
  const { scenarios, scenario } = besideIn(view) ?? { scenarios: [], scenario: 1 };
  const own = scenarioOf(view);
  const asked = sameness(own.request);
  if (!hasRoom(view) || scenarios.some(({ request }) => sameness(request) === asked)) return;
  const all = [...scenarios];
  all.splice(scenario - 1, 0, own);
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
  form.editing.bringBack(copied(chosen.request) as Given, 'did_scenario', { letter: letterOf(at), to: letterOf(beside.scenario - 1) });
}

export function remove(view: AnswerView, chosen: Scenario): void {
  const beside = besideIn(view);
  const at = beside?.scenarios.indexOf(chosen) ?? -1;
  if (!beside || at < 0) return;
  const { scenario } = beside;
  const scenarios = beside.scenarios.filter((each) => each !== chosen);
  put(view, scenarios.length ? { scenarios, scenario: at < scenario - 1 ? scenario - 1 : scenario } : undefined);
  about(view.matter).removed = { scenario: chosen, at, letter: letterOf(at < scenario - 1 ? at : at + 1) };
}

/** The one that was taken away last, where it stood. */
export function putBack(view: AnswerView): void {
  const { removed } = about(view.matter);
  if (!removed) return;
  const { scenarios, scenario } = besideIn(view) ?? { scenarios: [], scenario: 1 };
  const all = [...scenarios];
  all.splice(removed.at, 0, removed.scenario);
  put(view, { scenarios: all, scenario: removed.at < scenario ? scenario + (removed.letter === letterOf(removed.at) ? 1 : 0) : scenario });
}
