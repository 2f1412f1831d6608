// What the workbook of an answer holds, sheet by sheet, as what writes it takes it (workbook/src/description.rs).

import { documentOf } from '../answer/document.js';
import { sectionName } from '../section.js';
import { Entries } from './entries.js';
import { addTable, innerTables, lineRows } from './lines.js';
import { head, Plan, type Effect } from './plan.js';
import { sayIn, type Say } from './said.js';
import { addScenarios } from './scenarios.js';
import { Sheet, SheetNames, text, type Cell } from './sheet.js';
import { addSummary, type Later } from './summary.js';
import { addTerms } from './terms.js';
import type { Why } from './untranslated.js';
import type { WorkbookView } from './view.js';
import { addWorkings } from './workings.js';

export interface Description {
  title: string;
  created: string;
  font: string | null;
  sheets: {
    name: string; widths: number[]; frozen: number; repeated: [number, number] | null; filtered: [number, number, number, number] | null; foot: string;
    rows: (Cell | null)[][]; choices: { row: number; column: number; of: string[] }[];
  }[];
}

/** Where a value is: of a figure, why it is no formula; of an entry, what becomes of it once it is changed. */
export interface Placed { path: string; sheet: string; row: number; column: number; why?: Why | undefined; effect?: Effect }

/** The workbook, and for whoever looks into it where its figures and its entries are. */
export function described(view: WorkbookView): { description: Description; figures: Placed[]; entries: Placed[] } {
  const { answer, words, calculator, texts = {} } = view;
  const say = sayIn(words.lang);
  const plan = new Plan(view);
  const names = new SheetNames();
  const sheets: Sheet[] = [];
  const sheet = (name: string): Sheet => {
    const made = new Sheet(names.name(name));
    sheets.push(made);
    return made;
  };
  const later: Later = {};
  const summary = sheet(say('sheet_answer'));
  const asked = sheet(say('sheet_entries'));
  later.entries = new Entries(plan, asked, say);
  if (answer.lines.length) addLines(plan, sheet, say);
  if (view.beside) addScenarios(plan, sheet(say('sheet_scenarios')), say, view.beside);
  const terms = sheet(say('sheet_terms'));
  const { edition } = documentOf({ ...view, pack: view.pack, isBrought: view.isBrought === true });
  const cited = addTerms(plan, terms, say, edition);
  addSummary(plan, summary, say, later);
  later.workings = addWorkings(plan, sheet(say('sheet_workings')), say);
  plan.translate();
  addClauses(plan, sheet(say('sheet_clauses')), say, cited);

  const { title } = words.calculator(calculator.calculator);
  const foot = [title, texts.number ?? '', answer.as_of].filter(Boolean).join(' · ');
  const description: Description = {
    title: texts.title ?? title,
    created: /^\d{4}-\d\d-\d\d$/.test(texts.prepared_on ?? '') ? texts.prepared_on ?? answer.as_of : answer.as_of,
    font: say('font') || null,
    sheets: sheets.map((each) => ({
      name: each.name, widths: each.widths, frozen: each.frozen, repeated: each.repeated ?? null, filtered: each.filtered ?? null, foot,
      rows: Array.from(each.rows, (row) => Array.from(row ?? [], (spot) => (spot === undefined ? null : typeof spot === 'function' ? spot() : spot))),
      choices: each.choices,
    })),
  };
  return {
    description,
    figures: plan.placed([...plan.steps.keys()]).map((each) => ({ ...each, why: plan.why(each.path) })),
    entries: plan.placed(plan.entries()).map((each) => ({ ...each, effect: plan.effectOf(each.path) })),
  };
}

function addLines(plan: Plan, sheet: (name: string) => Sheet, say: Say): void {
  const { words, calculator } = plan.view;
  const rows = lineRows(plan);
  const list = calculator.answer.lines_of;
  const own = sheet(list === undefined ? say('sheet_lines') : words.name(list, calculator.calculator));
  own.add(text(own.name, 'title'));
  own.skip();
  addTable(plan, own, calculator.answer.line, rows, list === undefined ? [] : [say('row')], true);
  for (const { out, rows: inner } of innerTables(plan, calculator.answer.line, rows)) {
    if (!inner.length) continue;
    const page = sheet(words.lineName(out.name, calculator.calculator));
    page.add(text(page.name, 'title'));
    page.skip();
    const labels = inner[0]?.label.length ?? 0;
    addTable(plan, page, out.items ?? [], inner, Array.from({ length: labels }, () => say('row')), true);
  }
}

/** Every clause that anything here cites, restated. */
function addClauses(plan: Plan, sheet: Sheet, say: Say, cited: readonly string[]): void {
  const { words, answer, pack, format } = plan.view;
  const notes = [...answer.reasons, ...answer.warnings, ...answer.assumptions];
  const ids = [...new Set([...[...plan.steps.values()].map(({ clause }) => clause), ...cited, ...notes.flatMap(({ clause }) => clause ?? [])])].sort();
  sheet.widths = [16, 24, 100, 16];
  sheet.add(text(say('clauses'), 'title'));
  sheet.add(text(say('clauses_note'), 'note'));
  sheet.skip();
  const first = sheet.add(...head(words.ui('clause'), say('section'), say('restated'), say('checked')));
  sheet.frozen = first + 1;
  sheet.repeated = [first, first];
  for (const id of ids) {
    const place = pack && Object.hasOwn(pack.clauses, id) ? pack.clauses[id] : undefined;
    sheet.add(text(id, 'label'), text(place ? sectionName(words, place.section) : '', 'value'), text(words.sentence('clauses', id), 'value'), text(place ? format.date(place.checked, 'short') : '', 'value'));
  }
}
