// The answer line by line: a table where there is room, cards where there is not. The roles are spelled out,
// because a table that a style sheet lays out as cards is no table to a screen reader otherwise.

import { html, nothing, type TemplateResult } from 'lit';
import { show } from '../format.js';
import { icon } from '../icons.js';
import type { Out, OutValue, OutValues } from '../types.js';
import { filterTemplate, fitting, isLong } from './filter.js';
import { idOf, TONE_ICONS, type AnswerView } from './view.js';
import { cited, figure, hasWorking, working } from './working.js';

/** The more columns, the wider the place that a table needs. */
const breadth = (columns: number): string => (columns <= 2 ? 'two' : columns <= 6 ? 'few' : columns <= 8 ? 'some' : columns <= 10 ? 'many' : 'most');

/** As many columns as a page has room for; what is beyond them follows in a table of its own. */
const WIDEST = 10;

export function linesTemplate(view: AnswerView): TemplateResult | typeof nothing {
  const { answer, words, calculator, shown } = view;
  const { lines } = answer;
  if (!lines.length) return nothing;
  const { lines_of: list = '' } = calculator.answer;
  const outs = calculator.answer.line;
  const isSearched = isCatalogue(view);
  const places = isSearched ? fitting(view, outs, lines) : [...lines.keys()];
  const left = places.length - shown;
  // What may be left out altogether goes by its name.
  const isAside = calculator.fields.some(({ name, required }) => name === list && !required);
  return html`<section class="lines">
    <h2>${isAside ? words.name(list, answer.calculator) : list ? words.ui('answer_lines') : words.name('lines', answer.calculator)}</h2>
    ${isSearched ? filterTemplate(view, outs, lines, places.length) : nothing}
    ${places.length ? table(view, outs, lines, 'lines', list, places.slice(0, shown)) : nothing}
    ${left > 0 ? moreButton(view, left, () => view.more()) : nothing}
  </section>`;
}

/** Whether the lines are a long list of the document's own: a visitor knows his own lines, these are searched. */
export const isCatalogue = ({ answer, calculator }: AnswerView): boolean => calculator.answer.lines_of === undefined && isLong(answer.lines);

/** Lists of the whole, such as the notices month by month; of things that have names of their own, those stand first. */
export function listsTemplate(view: AnswerView): TemplateResult[] {
  const { answer, words, calculator } = view;
  return calculator.answer.figures.flatMap(({ name, kind, items = [] }) => {
    const rows = kind === 'list' ? itemsOf(answer.figures[name]) : [];
    return rows.length ? html`<section class="lines lists ${items.length > 4 ? 'wide' : ''}">
      <h2>${words.name(name, calculator.calculator)}</h2>
      ${table(view, items, rows, `figures.${name}`, items[0]?.kind === 'choice' ? '' : name)}
    </section>` : [];
  });
}

/** Lines go by their number in the list that they are about, else by what stands first in them. */
function table(view: AnswerView, outs: Out[], rows: OutValues[], path: string, list: string, places: number[] = [...rows.keys()]): TemplateResult {
  const { words, format, answer } = view;
  const label = (name: string): string => words.lineName(name, answer.calculator);
  const present = outs.filter(({ name, kind }) => kind !== 'list' && rows.some((row) => row[name] !== undefined));
  const [heading, rest] = list ? [undefined, present] : [present[0], present.slice(1)];
  const [columns, beyond] = [rest.slice(0, WIDEST), rest.slice(WIDEST)];
  const nested = outs.filter(({ kind }) => kind === 'list');
  const span = columns.length + 1;
  const together = (name: string): number => places.reduce((sum, at) => sum + itemsOf(rows[at]?.[name]).length, 0);
  return html`<table role="table" class=${breadth(span)}>
    <thead role="rowgroup"><tr role="row">
      <th role="columnheader" scope="col">${heading ? label(heading.name) : html`<span class="said">${words.ui(`list_${list}`)}</span>`}</th>
      ${columns.map(({ name, kind }) => html`<th role="columnheader" scope="col" class=${kind}>${label(name)}</th>`)}
    </tr></thead>
    <tbody role="rowgroup">${places.map((index) => {
      const row = rows[index] ?? {};
      const at = `${path}.${index}`;
      const opened = [...(heading ? [heading] : []), ...columns].filter(({ name }) => view.open.has(`${at}.${name}`));
      const inner = nested.map((out) => ({ out, items: itemsOf(row[out.name]) })).filter(({ items }) => items.length);
      return html`<tr role="row" part="line">
        <th role="rowheader" scope="row" tabindex="-1" data-row=${at}>${heading ? title(view, `${at}.${heading.name}`, heading, row[heading.name] ?? '')
          : words.ui(`item_${list}`, { n: format.count(index + 1) })}</th>
        ${columns.map((out) => html`<td role="cell" class="${out.kind} ${row[out.name] === undefined ? 'none' : ''}">${
          row[out.name] === undefined ? nothing : html`<span class="cell-label" aria-hidden="true">${label(out.name)}</span>${
            cell(view, `${at}.${out.name}`, out, row[out.name])}`}</td>`)}
      </tr>
      ${opened.length ? html`<tr role="row" class="opened"><td role="cell" colspan=${span}>${opened.map(({ name, kind }) =>
        kind === 'clause' ? cited(view, `${at}.${name}`, String(row[name])) : working(view, `${at}.${name}`))}</td></tr>` : nothing}
      ${inner.map(({ out, items }) => html`<tr role="row" class="inner"><td role="cell" colspan=${span}>${
        isEntered(view, out.name) ? innerTable(view, out, items, `${at}.${out.name}`, together(out.name)) : compact(view, out.items ?? [], items, `${at}.${out.name}`)}</td></tr>`)}`;
    })}</tbody>
  </table>${beyond.length ? table(view, beyond, rows, path, list, places) : nothing}`;
}

/** A list that somebody entered in a line: its first rows where there are many of such, and a way to the others. */
function innerTable(view: AnswerView, { name, items: outs = [] }: Out, rows: OutValues[], path: string, together: number): TemplateResult {
  const shown = view.innerShown(path, together);
  const left = rows.length - shown;
  return html`${table(view, outs, rows, path, name, [...rows.keys()].slice(0, shown))}${left > 0
    ? moreButton(view, left, () => view.innerMore(path)) : nothing}`;
}

const moreButton = ({ words, format }: AnswerView, left: number, more: () => void): TemplateResult =>
  html`<div class="bar"><button type="button" part="button" data-act="more" @click=${more}>${words.ui('more', { count: format.count(left) })}</button></div>
    <p class="on-paper">${words.ui('paper_left', { count: format.count(left) })}</p>`;

/** What a line goes by, and where that comes from; where it is a choice of the form, it can be made here. */
function title(view: AnswerView, path: string, out: Out, value: OutValue): TemplateResult {
  const { calculator, words, format, request, choose, mayChoose } = view;
  const { name } = out;
  const text = show(out, value, words, format, 'short');
  if (hasWorking(view, path)) return figure(view, path, text);
  if (!calculator.fields.some((field) => field.name === name && field.kind === 'choice') || !mayChoose(name)) return html`${text}`;
  const isChosen = request.input[name] === value;
  return html`<button type="button" class="choose" data-choose=${String(value)} aria-pressed=${isChosen ? 'true' : 'false'}
    title=${words.ui(isChosen ? 'chosen' : 'choose_this')} @click=${() => choose(name, String(value))}>${text}</button>`;
}

/** Few words for each row: one after the other, by what stands first in them. */
function compact(view: AnswerView, [first, ...rest]: Out[], rows: OutValues[], path: string): TemplateResult {
  const { words, format } = view;
  const opened = rows.flatMap((row, index) => rest.flatMap(({ name, kind }) => {
    const at = `${path}.${index}.${name}`;
    return view.open.has(at) ? [kind === 'clause' ? cited(view, at, String(row[name])) : working(view, at)] : [];
  }));
  return html`<ul class="compact">${rows.map((row, index) => html`<li>
    ${first ? html`<b>${show(first, row[first.name] ?? '', words, format, 'short')}</b>` : nothing}
    ${rest.map((out) => (row[out.name] === undefined ? nothing : cell(view, `${path}.${index}.${out.name}`, out, row[out.name])))}
  </li>`)}</ul>${opened}`;
}

/** Rows that nobody entered have no numbers to go by. */
const isEntered = ({ calculator }: AnswerView, list: string): boolean =>
  calculator.fields.some(({ items }) => items?.some(({ name }) => name === list));

const itemsOf = (value: OutValue | undefined): OutValues[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'object') : [];

function cell(view: AnswerView, path: string, out: Out, value: OutValue = ''): TemplateResult {
  const { words, format } = view;
  const tone = out.tones?.[String(value)];
  if (tone) return html`<span class="chip ${tone}" data-figure=${path}>${icon(TONE_ICONS[tone])}${words.choice(out.name, String(value), view.answer.calculator)}</span>`;
  if (out.kind === 'clause') {
    const open = view.open.has(path);
    return html`<button type="button" class="cite" data-figure=${path} aria-expanded=${open ? 'true' : 'false'} aria-controls=${open ? idOf(path) : nothing}
      @click=${() => view.toggle(path)}><span class="said">${words.ui('clause')} </span>${value}${icon('open')}</button>`;
  }
  return figure(view, path, show(out, value, words, format, 'short'));
}
