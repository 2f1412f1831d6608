// A table on paper. As many columns as the sheet is wide for stand beside each other, amounts before the rest; what they all
// have in common is said once above them, and what is left stands under each row.

import { html, nothing, type TemplateResult } from 'lit';
import { show } from '../../format.js';
import type { AnswerView } from '../../answer/view.js';
import type { Words } from '../../words.js';
import type { Field, Out, OutValue, OutValues } from '../../types.js';
import { CELL, type Ruler } from './ruler.js';

export interface Column {
  label: string;
  kind: string;
  /** The lower, the rather it has a column. */
  rank: number;
  /** A text for each row; empty where there is none. */
  cells: string[];
}

export interface Table {
  title: string;
  /** What the rows go by, and what each is called. */
  head: string;
  rows: string[];
  columns: Column[];
  /** Whether its columns are as wide as each other: the rows go by names, and not by numbers. */
  isEven?: boolean;
  /** What has to be known of it, below. */
  notes?: string[];
}

/** Figures stand below each other by their last digits. */
const NUMBERS = new Set(['money', 'percent', 'count', 'ratio', 'rate']);

/** What may go on in another line. */
const WRAPS = new Set(['text', 'choice', 'country', 'currency', 'places']);

/** As wide as such a column is at least, by letters of a table's own size. */
const NARROWEST = '0'.repeat(15);

type Entry = Field | Out;

const rankOf = (out: Entry, isEntry: boolean, isName: boolean): number => {
  const { kind } = out;
  if (isName) return 0;
  if (kind === 'money' || (isEntry && kind === 'count')) return 1;
  if ('tones' in out && out.tones) return 2;
  if (NUMBERS.has(kind) || (kind === 'date' && !isEntry)) return 3;
  return 4;
};

/** A value of a row as it stands in a table. */
export function cellText({ words, format, answer }: AnswerView, out: Entry, value: OutValue | undefined): string {
  if (value === undefined) return '';
  const { name, kind } = out;
  if ('tones' in out && out.tones) return words.choice(name, String(value), answer.calculator);
  if (kind === 'currency') return String(value);
  return show(out, value, words, format, 'short');
}

/** The columns of rows that were entered, and of what was answered to them. */
export function columnsOf(view: AnswerView, entered: { outs: readonly Field[]; rows: readonly OutValues[] }, answered: { outs: readonly Out[]; rows: readonly OutValues[] }): Column[] {
  const { words, answer: { calculator } } = view;
  const of = (outs: readonly Entry[], rows: readonly OutValues[], isEntry: boolean): (Column & { name: string })[] => outs.flatMap((out) => {
    const { name, kind } = out;
    if (kind === 'list' || !rows.some((row) => row[name] !== undefined)) return [];
    const rank = rankOf(out, isEntry, isEntry && kind === 'text');
    return [{ name, kind, rank, label: isEntry ? words.name(name, calculator) : words.lineName(name, calculator), cells: rows.map((row) => cellText(view, out, row[name])) }];
  });
  const entries = of(entered.outs, entered.rows, true);
  // What the answer only repeats stands there once.
  const isRepeated = ({ name, cells }: Column & { name: string }): boolean =>
    entries.some((entry) => entry.name === name && entry.cells.every((text, index) => text === cells[index]));
  return [...entries, ...of(answered.outs, answered.rows, false).filter((column) => !isRepeated(column))];
}

interface Fitted { beside: Column[]; same: Column[]; below: Column[]; isTight: boolean }

/** Letters of a tight table, by those of another; as paper.css has them. */
const TIGHT = 0.9;


/** The widest of a column's texts, nearly: by the longest of them. */
function widest(ruler: Ruler, texts: string[]): number {
  const byLength = [...new Set(texts)].sort((one, other) => other.length - one.length).slice(0, 3);
  return Math.max(0, ...byLength.map((text) => ruler.wide(text)));
}

/** Chinese has no blanks: of a longer label every few signs stay together, so that none stands alone. */
const TOGETHER = 4;

const CHINESE = /^[\u2e80-\uffff]+$/;

/** The parts of a label that stay in one line. */
function unbroken(label: string): string[] {
  if (!CHINESE.test(label)) return label.split(/\s+|(?<=-)/);
  const size = Math.ceil(label.length / Math.ceil(label.length / TOGETHER));
  return Array.from({ length: Math.ceil(label.length / size) }, (_, index) => label.slice(index * size, (index + 1) * size));
}

const labelTemplate = (label: string): TemplateResult => (CHINESE.test(label) ? html`${unbroken(label).map((each) => html`<span>${each}</span>`)}` : html`${label}`);

/** How wide a column's texts are: those that would take too much room go on in another line. */
function textWidth(ruler: Ruler, { kind, cells }: Column): { width: number; wraps: boolean } {
  const [whole, narrowest] = [widest(ruler, cells), ruler.wide(NARROWEST)];
  const wraps = WRAPS.has(kind) && whole > narrowest;
  return { width: wraps ? narrowest : whole, wraps };
}

function widthOf(ruler: Ruler, column: Column): number {
  const { label } = column;
  return CELL + Math.max(textWidth(ruler, column).width, ...unbroken(label).map((each) => ruler.wide(each)));
}

/** Where smaller letters bring a row into one line, they are taken. */
function fitted(ruler: Ruler, table: Table): Fitted {
  const usual = fit(ruler, table, ruler.room);
  if (!usual.below.length) return { ...usual, isTight: false };
  const tight = fit(ruler, table, ruler.room / TIGHT);
  return tight.below.length ? { ...usual, isTight: false } : { ...tight, isTight: true };
}

function fit(ruler: Ruler, { head, rows, columns }: Table, whole: number): Omit<Fitted, 'isTight'> {
  const common = ({ cells: [first, ...others] }: Column): boolean => others.length > 0 && others.every((text) => text === first);
  let room = whole - CELL - widest(ruler, [head, ...rows]);
  const beside = new Set<Column>();
  for (const column of [...columns].sort((one, other) => one.rank - other.rank)) {
    const width = widthOf(ruler, column);
    if (width > room) continue;
    room -= width;
    beside.add(column);
  }
  const others = columns.filter((column) => !beside.has(column));
  return { beside: columns.filter((column) => beside.has(column)), same: others.filter(common), below: others.filter((column) => !common(column)) };
}

const pairsTemplate = ({ words }: AnswerView, pairs: { label: string; text: string }[]): TemplateResult =>
  html`${pairs.filter(({ text }) => text).map(({ label, text }, index) => html`${index ? ' · ' : nothing}<span class="pair">${label}${words.colon}<b>${text}</b></span>`)}`;

export function tableTemplate(view: AnswerView, said: Words, ruler: Ruler, table: Table): TemplateResult | typeof nothing {
  const { title, head, rows } = table;
  if (!rows.length) return nothing;
  const { beside, same, below, isTight } = fitted(ruler, table);
  const kinds = new Map(beside.map((column) => [column, NUMBERS.has(column.kind) ? 'number' : textWidth(ruler, column).wraps ? '' : 'whole']));
  const kindOf = (column: Column): string => kinds.get(column) ?? '';
  const row = (name: string, index: number): TemplateResult => {
    const more = below.map(({ label, cells }) => ({ label, text: cells[index] ?? '' }));
    const isMore = more.some(({ text }) => text);
    return html`<tbody><tr class=${isMore ? 'first' : ''}><th scope="row">${name}</th>${beside.map((column) => html`<td class=${kindOf(column)}>${column.cells[index]}</td>`)}</tr>${
      isMore ? html`<tr class="more"><td></td><td colspan=${Math.max(beside.length, 1)}>${pairsTemplate(view, more)}</td></tr>` : nothing}</tbody>`;
  };
  return html`<section class="table"><h2>${title}</h2>
    ${same.length ? html`<p class="same">${said.ui('paper_same')}${view.words.colon}${pairsTemplate(view, same.map(({ label, cells: [text = ''] }) => ({ label, text })))}</p>` : nothing}
    <table class="${isTight ? 'tight' : ''} ${table.isEven ? 'even' : ''}"><thead><tr><th scope="col">${labelTemplate(head)}</th>${beside.map((column) => html`<th scope="col" class=${kindOf(column)}>${labelTemplate(column.label)}</th>`)}</tr></thead>
    ${rows.map(row)}</table>${(table.notes ?? []).map((note) => html`<p class="same">${note}</p>`)}</section>`;
}
