// The sheet of terms: every value of the contract that a figure rests on, with the clause that says it.

import { show } from '../format.js';
import { sectionName } from '../section.js';
import type { OutValue, Pack } from '../types.js';
import { head, type Plan } from './plan.js';
import type { Say } from './said.js';
import { text, type Home, type Sheet } from './sheet.js';

/** The terms that steps take values from, in the order in which they come. */
function used({ steps }: Plan): Map<string, OutValue> {
  const found = new Map<string, OutValue>();
  for (const { from, values } of steps.values()) {
    const known = new Map(Object.entries(values));
    for (const [name, origin] of Object.entries(from)) {
      const value = known.get(name);
      if (value === undefined) continue;
      if (!Array.isArray(origin)) {
        if (origin.startsWith('terms.')) found.set(origin, value);
      } else origin.forEach((path, at) => {
        const one = Array.isArray(value) ? value[at] : undefined;
        if (path.startsWith('terms.') && one !== undefined && typeof one !== 'object') found.set(path, one);
      });
    }
  }
  return found;
}

export function addTerms(plan: Plan, sheet: Sheet, say: Say, edition: string): string[] {
  const { words, pack, format } = plan.view;
  const clauses: string[] = [];
  sheet.widths = [44, 26, 16, 24, 30, 16];
  sheet.add(text(say('terms'), 'title'));
  sheet.add(text(say('terms_note'), 'note'));
  sheet.skip();
  const first = sheet.add(...head(say('term'), say('value'), words.ui('clause'), say('section'), say('edition'), say('checked')));
  sheet.frozen = first + 1;
  sheet.repeated = [first, first];
  for (const [path, value] of used(plan)) {
    const clause = pack && clauseOf(pack, path.split('.').slice(1), plan.view.answer.as_of);
    if (clause !== undefined) clauses.push(clause);
    const place = clause !== undefined && pack && Object.hasOwn(pack.clauses, clause) ? pack.clauses[clause] : undefined;
    const isList = Array.isArray(value);
    const homes: Home[] = [];
    for (const each of isList ? value.filter((one) => typeof one !== 'object') : [value]) {
      const row = sheet.add(text(labelOf(plan, path), 'label'));
      const home = { sheet, row, column: 1 };
      homes.push(home);
      sheet.put(row, 1, () => plan.value(path, each));
      plan.said(path, each);
      [clause ?? '', place ? sectionName(words, place.section) : '', edition, place ? format.date(place.checked, 'short') : '']
        .forEach((said, at) => sheet.put(row, 2 + at, text(said, 'value')));
    }
    const [only] = homes;
    if (isList) plan.settle(path, homes);
    else if (only) plan.settle(path, only);
  }
  return clauses;
}

/** What a term is called: of a table, with its row and its column. */
function labelOf({ view: { words, format, calculator } }: Plan, path: string): string {
  const [, term = '', ...place] = path.split('.');
  const name = (each: string): string => words.name(each, calculator.calculator);
  if (!place.length) return name(term);
  const told = place.map((each) => {
    if (/^\d+$/.test(each)) return '';
    if (/^[A-Z]{2}$/.test(each)) return show({ name: 'country', kind: 'country' }, each, words, format);
    return words.hasChoice('service', each) ? words.choice('service', each, calculator.calculator) : name(each);
  }).filter(Boolean);
  return [name(term), ...told].join(words.locale.within);
}

interface Said { [name: string]: unknown }

const isRow = (value: unknown): value is Said => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The clause that says a term: that of its row, where it has one. */
function clauseOf(pack: Pack, [term = '', key = '', column = '']: string[], asOf: string): string | undefined {
  const own = (row: unknown): string | undefined => {
    const said = isRow(row) && Object.hasOwn(row, 'clause') ? row['clause'] : undefined;
    return typeof said === 'string' ? said : undefined;
  };
  if (term === 'services') return own(pack.services?.find((service) => service.key === key));
  const said = pack.values && Object.hasOwn(pack.values, term) ? pack.values[term] : undefined;
  const value = said?.dated.filter(({ from = '' }) => from <= asOf).at(-1)?.value;
  if (!Array.isArray(value) || !key) return said?.clause;
  const row: unknown = /^\d+$/.test(key)
    ? value[Number(key)]
    : value.find((each: unknown) => isRow(each) && Object.hasOwn(each, column) && Object.values(each).some((one) => one === key || (Array.isArray(one) && one.includes(key))));
  return own(row) ?? said?.clause;
}
