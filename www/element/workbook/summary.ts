// The first sheet: what was asked, what comes of it, and whether the entries are still those that were answered.

import { documentOf } from '../answer/document.js';
import { lastChecked } from '../checked.js';
import { show } from '../format.js';
import type { Note, Out, OutValue } from '../types.js';
import type { Entries } from './entries.js';
import { addTable, rowsIn, valuesIn } from './lines.js';
import { head, type Plan } from './plan.js';
import type { Say } from './said.js';
import { quoted, text, type Cell, type Sheet } from './sheet.js';
import type { Workings } from './workings.js';

const TEXTS = ['title', 'customer', 'number', 'prepared_by', 'prepared_on', 'valid_until', 'remarks'] as const;

/** Whatever the entries and the workings have to say comes once they are there. */
export interface Later { entries?: Entries; workings?: Workings }

export function addSummary(plan: Plan, sheet: Sheet, say: Say, later: Later): void {
  const { words, format, answer, calculator, texts = {}, pack } = plan.view;
  sheet.widths = [44, 34, 16, 18];
  sheet.add(text(words.calculator(calculator.calculator).title, 'title'));
  for (const name of TEXTS) {
    const said = texts[name];
    if (said) sheet.add(text(say(name), 'label'), text(said, 'value'));
  }
  const { name, edition } = documentOf({ ...plan.view, pack, isBrought: plan.view.isBrought === true });
  const checked = answer.terms.checked ?? lastChecked(pack) ?? '';
  sheet.add(text(words.ui('basis', { as_of: format.date(answer.as_of), document: name, edition, checked: format.date(checked), digest: answer.terms.digest.slice(0, 12) }), 'note'));
  sheet.skip();
  sheet.add(() => status(say, later, sheet));
  sheet.skip();
  if (answer.verdict !== undefined) {
    const codes = [...answer.reasons, ...answer.warnings].map(({ code }) => code);
    sheet.add(text(words.name('verdict', calculator.calculator), 'label'), text(words.verdict(calculator.calculator, answer.verdict, codes), 'value'), undefined, text(say('as_answered'), 'note'));
  }
  const figures = new Map(Object.entries(answer.figures));
  addValues(plan, sheet, say('figures'), say, calculator.answer.figures.filter(({ items }) => !items), 'figures', figures);
  addValues(plan, sheet, words.ui('dates'), say, calculator.answer.dates, 'dates', new Map(Object.entries(answer.dates)));
  for (const out of calculator.answer.figures) {
    const rows = out.items ? rowsIn(figures.get(out.name)) : [];
    if (!rows.length) continue;
    sheet.skip();
    sheet.add(text(words.name(out.name, calculator.calculator), 'heading'));
    addTable(plan, sheet, out.items ?? [], rows.map((values, at) => ({ path: `figures.${out.name}.${at}`, label: [], values, entered: undefined })), [], false);
    sheet.widths[0] = 44;
  }
  for (const kind of ['reasons', 'warnings', 'assumptions'] as const) addNotes(plan, sheet, say, kind, answer[kind]);
  sheet.skip();
  sheet.add(text(words.ui('disclaimer'), 'note'));
}

/** Whether what stands here is still what was answered. */
function status(say: Say, { entries, workings }: Later, sheet: Sheet): Cell {
  const checks: [string | undefined, string][] = [
    [workings?.notExact(sheet), say('status_not_exact')],
    [entries?.hasChanged('none', sheet), say('status_none')],
    [entries?.hasChanged('rules', sheet), say('status_rules')],
    [entries?.hasChanged('figures', sheet), say('status_figures')],
  ];
  const formula = checks.reduceRight((rest, [check, said]) => (check === undefined ? rest : `IF(${check},${quoted(said)},${rest})`), quoted(say('status_same')));
  return { formula: [formula, { text: say('status_same') }], style: 'notice' };
}

function addValues(plan: Plan, sheet: Sheet, heading: string, say: Say, outs: readonly Out[], root: string, values: ReadonlyMap<string, OutValue>): void {
  const { words, calculator } = plan.view;
  const there = outs.filter(({ name }) => values.has(name));
  if (!there.length) return;
  sheet.skip();
  sheet.add(text(heading, 'heading'));
  sheet.add(...head(say('figure'), say('value'), words.ui('clause'), say('kind')));
  for (const { name } of there) {
    const path = `${root}.${name}`;
    const value = values.get(name) ?? '';
    const style = name === calculator.answer.headline ? 'total' : 'value';
    const row = sheet.add(text(words.name(name, calculator.calculator), style === 'total' ? 'total' : 'label'));
    const step = plan.steps.get(path);
    sheet.put(row, 1, step ? plan.figure(path, value, { sheet, row, column: 1 }, style) : plan.value(path, value, style));
    sheet.put(row, 2, text(step?.clause ?? '', 'value'));
    sheet.put(row, 3, () => text(step && plan.why(path) === undefined ? say('kind_formula') : say('kind_value'), 'note'));
  }
}

/** What is said of the answer in words: of many lines in the same words once. */
function addNotes(plan: Plan, sheet: Sheet, say: Say, kind: 'reasons' | 'warnings' | 'assumptions', notes: readonly Note[]): void {
  const { words, format, calculator } = plan.view;
  const said = new Map<string, string>();
  const described = new Map(Object.entries(calculator.notes ?? {}));
  for (const note of notes) {
    const given = valuesIn(note.values ?? {});
    const values = (described.get(note.code) ?? []).flatMap((out): [string, string][] => {
      const value = given.get(out.name);
      return value === undefined ? [] : [[out.name, show(out, value, words, format)]];
    });
    said.set(words.sentence(kind, note.code, Object.fromEntries(values)), note.clause ?? '');
  }
  if (!said.size) return;
  sheet.skip();
  sheet.add(text(words.ui(kind), 'heading'));
  for (const [sentence, clause] of said) sheet.add(text(sentence, 'value'), undefined, text(clause, 'value'), text(say('as_answered'), 'note'));
}
