// What is done with scenarios: the answer that stands there is kept beside the form, another one comes into the form, one goes. They
// stay for as long as their tab, as entries do.

import type { AnswerView } from '../../answer/view.js';
import { FromPage } from '../../host/from_page.js';
import { copied, sameness, type Given } from '../../page/given.js';
import { keyOf } from '../../tab/place.js';
import { dropKept, readKept, writeKept } from '../../tab/storage.js';
import { readDocument, Unreadable } from '../document.js';
import { about, besideOf, completed, MOST_BESIDE, offered, SCHEMA, type Beside, type Scenario } from '../made.js';
import { letterOf } from './letters.js';

/** The answer that stands there, with all that its request leaves to be understood. */
export function scenarioOf({ request: { terms: _, ...request }, answer: { steps: __, ...answer }, calculator: { money }, format }: AnswerView): Scenario {
  return { request: completed(request, answer, money ? format.ownDigits : undefined), answer };
}

/** All in their places, with that of the form. */
export function allOf({ scenarios, scenario }: Beside, own: Scenario): Scenario[] {
  const all = [...scenarios];
  all.splice(scenario - 1, 0, own);
  return all;
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

const ALONE: Beside = { scenarios: [], scenario: 1 };

/** Keeps the answer under its letter; the form goes on as the next one. What is kept already is not kept twice. */
export function keepBeside(view: AnswerView): void {
  const beside = besideIn(view) ?? ALONE;
  const own = scenarioOf(view);
  const asked = sameness(own.request);
  if (!hasRoom(view) || beside.scenarios.some(({ request }) => sameness(request) === asked)) return;
  const scenarios = allOf(beside, own);
  put(view, { scenarios, scenario: scenarios.length + 1 });
}

/** Brings one into the form; what stood there takes its place beside it, so that nothing is lost. */
export function open(view: AnswerView, chosen: Scenario): void {
  const [beside, form] = [besideIn(view), view.opened.form()];
  if (!beside || !form) return;
  const all = allOf(beside, scenarioOf(view));
  const place = all.indexOf(chosen);
  if (place < 0) return;
  put(view, { scenarios: all.filter((each) => each !== chosen), scenario: place + 1 });
  form.editing.bringBack(copied(chosen.request) as Given, 'did_scenario', { letter: letterOf(place), to: letterOf(beside.scenario - 1) });
}

export function remove(view: AnswerView, chosen: Scenario): void {
  const beside = besideIn(view);
  if (!beside) return;
  const own = scenarioOf(view);
  const all = allOf(beside, own);
  const place = all.indexOf(chosen);
  if (place < 0) return;
  put(view, besideOwn(all.filter((each) => each !== chosen), own));
  about(view.matter).removed = { scenario: chosen, place };
}

/** The one that was taken away last, where it stood. */
export function putBack(view: AnswerView): void {
  const { removed } = about(view.matter);
  if (!removed) return;
  const own = scenarioOf(view);
  const all = allOf(besideIn(view) ?? ALONE, own);
  all.splice(removed.place, 0, removed.scenario);
  put(view, besideOwn(all, own));
}

function besideOwn(all: readonly Scenario[], own: Scenario): Beside | undefined {
  const scenarios = all.filter((each) => each !== own);
  return scenarios.length ? { scenarios, scenario: all.indexOf(own) + 1 } : undefined;
}
