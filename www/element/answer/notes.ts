// Warnings, reasons and assumptions in plain words. What is said of many lines in the same words is said once,
// with the lines that it is true of.

import { html, nothing, type TemplateResult } from 'lit';
import { show } from '../format.js';
import { icon } from '../icons.js';
import type { Note, Out } from '../types.js';
import { idOf, type AnswerView } from './view.js';
import { cited as restated } from './working.js';

export type Kind = 'warnings' | 'reasons' | 'assumptions';

export interface Said { code: string; text: string; clauses: Set<string>; lines: Set<number>; inner: number[] }

const SHOWN = 30;

export const notesTemplate = (view: AnswerView, kinds: Kind[] = ['warnings', 'reasons', 'assumptions']): TemplateResult =>
  html`${kinds.map((kind) => section(view, kind))}`;

function section(view: AnswerView, kind: Kind): TemplateResult | typeof nothing {
  const { words, format, answer } = view;
  const said = gather(view, answer[kind], kind);
  if (!said.length) return nothing;
  return html`<section class="notes ${kind}" part="notes">
    <h2>${words.ui(kind)}</h2>
    <ul>${said.slice(0, SHOWN).map((note, index) => one(view, kind, note, index))}</ul>
    ${said.length > SHOWN ? html`<p>${words.ui('and_more', { count: format.count(said.length - SHOWN) })}</p>` : nothing}
  </section>`;
}

function one(view: AnswerView, kind: Kind, note: Said, index: number): TemplateResult {
  const { words } = view;
  const cited = [...note.clauses].map((id) => {
    const path = `${kind}.${note.code}.${index}.${id}`;
    return { id, path, open: view.open.has(path) };
  });
  return html`<li data-note=${note.code}>
    ${kind === 'warnings' ? icon('ask') : nothing}<div>
    <p>${note.text}${isOfSome(view, note) ? html` <span class="where">${where(view, note)}</span>` : nothing}
    ${cited.map(({ id, path, open }) => html`<button type="button" class="cite" aria-expanded=${open ? 'true' : 'false'} aria-controls=${open ? idOf(path) : nothing}
      @click=${() => view.toggle(path)}><span class="said">${words.ui('clause')} </span>${id}${icon('open')}</button>`)}</p>
    ${cited.map(({ id, path, open }) => (open ? restated(view, path, id) : nothing))}
    </div>
  </li>`;
}

/** Whether a note is about some lines, and not about the whole. */
export const isOfSome = ({ answer }: AnswerView, { lines, inner }: Said): boolean =>
  lines.size > 0 && (lines.size < answer.lines.length || inner.length > 0);

/** The lines that a note is about, and their allocations where it is about some of them; each leads there. */
function where(view: AnswerView, { lines, inner }: Said): unknown {
  const { calculator, words } = view;
  const own = calculator.answer.lines_of;
  if (own === undefined) return named(view, [...lines]);
  const listed = (key: string, all: number[], path: string): unknown => {
    const [before, after] = words.ui(`at_${key}`, { count: String(all.length) }).split('{lines}');
    return html`${before}${ranges(view, all, path)}${after}`;
  };
  const nested = nestedOf(view);
  const [first] = lines;
  return [listed(own, [...lines], 'lines'), nested && inner.length ? html` ${listed(nested, inner, `lines.${first}.${nested}`)}` : nothing];
}

/** The list that stands in lines, by its name. */
const nestedOf = ({ calculator }: AnswerView): string | undefined => calculator.answer.line.find(({ kind }) => kind === 'list')?.name;

/** The same in words alone, and whole. */
export function whereText(view: AnswerView, { lines, inner }: Said): string {
  const { calculator, words } = view;
  const own = calculator.answer.lines_of;
  if (own === undefined) return [...lines].map((line) => nameOf(view, line)).join(words.comma);
  const listed = (key: string, all: number[]): string => words.ui(`at_${key}`, {
    count: String(all.length), lines: rangesOf(all).map((range) => rangeText(view, range)).join(words.comma),
  });
  const nested = nestedOf(view);
  return [listed(own, [...lines]), ...(nested && inner.length ? [listed(nested, inner)] : [])].join(words.space || ' ');
}

/** Lines of the document's own have no number that anybody knows: they go by what stands first in them. */
function nameOf({ calculator, answer, words, format }: AnswerView, line: number): string {
  const [first] = calculator.answer.line;
  return first ? show(first, answer.lines[line]?.[first.name] ?? '', words, format, 'short') : format.count(line + 1);
}

function named(view: AnswerView, lines: number[]): unknown {
  const { words, lead } = view;
  return lines.map((line, index) => html`${index ? words.comma : ''}<a href="#lines"
    @click=${(event: Event) => { event.preventDefault(); lead(`lines.${line}`); }}>${nameOf(view, line)}</a>`);
}

export function gather({ words, format, calculator }: AnswerView, notes: Note[], kind: Kind): Said[] {
  const said = new Map<string, Said>();
  for (const note of notes) {
    const described = new Map(Object.entries(calculator.notes ?? {})).get(note.code) ?? [];
    const values = described.flatMap((out) => { const value = note.values?.[out.name]; return value === undefined ? [] : [[out.name, show(out, value, words, format)]]; });
    const text = words.sentence(kind, note.code, Object.fromEntries(values) as Record<string, string>);
    const inner = innerOf(note, described);
    const key = [note.code, text, ...inner].join(' ');
    const known = said.get(key) ?? { code: note.code, text, clauses: new Set<string>(), lines: new Set<number>(), inner };
    if (note.clause !== undefined) known.clauses.add(note.clause);
    if (note.line !== undefined) known.lines.add(note.line);
    said.set(key, known);
  }
  return [...said.values()];
}

/** The rows of the list in its line that a note is about. */
function innerOf({ allocation, values }: Note, described: Out[]): number[] {
  const name = described.find(({ kind }) => kind === 'places')?.name;
  const all = name === undefined ? undefined : values?.[name];
  if (Array.isArray(all)) return all.filter((item) => typeof item === 'number');
  return allocation === undefined ? [] : [allocation];
}

type Range = [first: number, last: number];

/** Lines 0, 1, 2, 5 as 0 to 2, and 5. */
function rangesOf(lines: number[]): Range[] {
  const parts: Range[] = [];
  for (const line of [...lines].sort((a, b) => a - b)) {
    const part = parts.at(-1);
    if (part?.[1] === line - 1) part[1] = line;
    else parts.push([line, line]);
  }
  return parts;
}

const rangeText = ({ format }: AnswerView, [first, last]: Range): string =>
  `${format.count(first + 1)}${last > first ? `–${format.count(last + 1)}` : ''}`;

/** Each leads to its first. */
function ranges(view: AnswerView, lines: number[], path: string): unknown[] {
  const { words, lead } = view;
  const parts = rangesOf(lines);
  const links = parts.slice(0, 12).map((range, index) => html`${index ? words.comma : ''}<a href="#${path}"
    @click=${(event: Event) => { event.preventDefault(); lead(`${path}.${range[0]}`); }}>${rangeText(view, range)}</a>`);
  return parts.length > links.length ? [...links, '…'] : links;
}
