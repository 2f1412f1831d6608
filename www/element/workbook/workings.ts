// The sheet of workings: every step, in the order of the work, with its formula in words, what it comes to, and the clause that says so.

import { labelAt, rowAt } from '../answer/place.js';
import { tell, textOf, type Teller } from '../formula/tell.js';
import { sectionName } from '../section.js';
import type { Step } from '../types.js';
import { head, type Plan } from './plan.js';
import type { Say } from './said.js';
import { rangeOf, text, type Sheet } from './sheet.js';
import { treeOf } from './translate.js';

const RESULT = 2;
const EXACT = 7;

/** Where whatever has to hold for figures to be exact is said. */
export interface Workings { notExact(from: Sheet): string | undefined }

export function addWorkings(plan: Plan, sheet: Sheet, say: Say): Workings {
  const { words, pack } = plan.view;
  sheet.widths = [34, 62, 20, 14, 30, 14, 20, 10];
  sheet.add(text(say('workings'), 'title'));
  sheet.add(text(say('workings_note'), 'note'));
  sheet.skip();
  const first = sheet.add(...head(say('figure'), say('how'), say('result'), say('rounding'), say('kind'), words.ui('clause'), say('section'), say('exact')));
  sheet.frozen = first + 1;
  sheet.repeated = [first, first];
  for (const step of plan.steps.values()) {
    const row = sheet.add(text(nameOf(plan, step.figure), 'label'), text(told(plan, step), 'value'));
    const isOnlyHere = plan.homeOf(step.figure) === undefined;
    sheet.put(row, RESULT, isOnlyHere ? plan.figure(step.figure, step.result, { sheet, row, column: RESULT }) : plan.reference(step.figure, step.result, sheet));
    sheet.put(row, RESULT + 1, text(step.rounding === 'none' ? '' : words.sentence('roundings', step.rounding), 'value'));
    sheet.put(row, RESULT + 2, () => {
      const why = plan.why(step.figure);
      return text(say(why === undefined ? 'kind_formula' : `kind_${why}`), 'value');
    });
    const place = pack && Object.hasOwn(pack.clauses, step.clause) ? pack.clauses[step.clause] : undefined;
    sheet.put(row, RESULT + 3, text(step.clause, 'value'));
    sheet.put(row, RESULT + 4, text(place ? sectionName(words, place.section) : '', 'value'));
    sheet.put(row, EXACT, () => {
      const check = plan.exact(step.figure, sheet);
      return check === undefined ? { nothing: null, style: 'value' } : { formula: [check, { flag: true }], style: 'value' };
    });
  }
  const last = sheet.rows.length - 1;
  return {
    notExact: (from) => (last > first ? `COUNTIF(${rangeOf({ sheet, row: first + 1, column: EXACT }, last, from)},FALSE)>0` : undefined),
  };
}

/** The row that a figure is in, and its own name. */
export function nameOf({ view }: Plan, path: string): string {
  const { words } = view;
  return [rowAt(view, path), labelAt(view, path)].filter(Boolean).join(words.locale.within);
}

/** A formula by the names in it, with every branch, since a changed entry may take another. */
function told({ view }: Plan, step: Step): string {
  const { words, answer } = view;
  const origins = new Map(Object.entries(step.from));
  const first = (name: string): string => [origins.get(name) ?? ''].flat()[0] ?? '';
  const named = (name: string): { text: string }[] => [{ text: labelAt(view, first(name), name) }];
  const own = (path: string): string => path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? path;
  const teller: Teller<{ text: string }> = {
    lang: words.lang, isNumbers: false,
    phrase: (call) => words.phraseOf(call),
    say: named, flag: named,
    key: (key, beside) => words.choice(own(first(beside ?? '') || (beside ?? step.figure)), key, answer.calculator),
    held: () => undefined,
  };
  return textOf(tell(treeOf(step.formula), teller).line);
}
