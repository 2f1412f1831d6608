// A working as it stands open: what was worked out and how, and below it, one after the other, whatever somebody has gone down to
// from there. Of each name and each value in it one can go on: a figure opens its own working, an entry leads to its field, a
// term to its clause. Fetched when the first one opens.

import { html, nothing, type TemplateResult } from 'lit';
import { describedAt } from '../described.js';
import type { Piece } from '../formula/tell.js';
import { meaningOf } from '../meaning.js';
import type { Step } from '../types.js';
import { clause } from './clause.js';
import { labelAt, rowAt } from './place.js';
import { told, valueText, type Operand, type Telling } from './told.js';
import { idOf, spotOf, type AnswerView } from './view.js';

export { clause, placeOf } from './clause.js';
export { cellsOf, everyWorking, grouped, HEADS } from './every.js';

/** Where one is: the figure whose working stands open, what is open below it, how far down one is, and what is restated already. */
interface Level { root: string; trail: readonly string[]; depth: number; said: Set<string> }

export function opened(view: AnswerView, root: string): TemplateResult | typeof nothing {
  const step = view.steps.get(root);
  if (!step) return nothing;
  const { words } = view;
  const said = new Set<string>();
  const { trail, isChosen } = trailOf(view, step);
  let above: Step | undefined = step;
  const first = body(view, step, { root, trail, depth: 0, said });
  const levels: TemplateResult[] = [];
  for (const [index, path] of trail.entries()) {
    const depth = index + 1;
    const level = { root, trail, depth, said };
    const next = view.steps.get(path);
    const term = next || !above ? undefined : termLevel(view, above, path, level);
    if (!next && !term) break;
    levels.push(html`<div class="level" role="group" aria-label=${words.ui('working_of', { name: nameOf(view, path) })}>
      <div class="level-head"><h3 tabindex="-1" data-spot=${spotOf(root, depth)}>${nameOf(view, path)}</h3>${isChosen
        ? html`<button type="button" class="quiet" data-act="back" @click=${() => view.back(root, depth)}>${words.ui('working_back')}</button>` : nothing}</div>
      ${next ? body(view, next, level) : term}
    </div>`);
    above = next;
  }
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    if (isChosen && trail.length) view.back(root, trail.length);
    else view.close(root);
  };
  return html`<div class="working" part="working" id=${idOf(root)} role="group" aria-label=${words.ui('working_of', { name: labelAt(view, root) })} @keydown=${leave}>
    ${first}${levels}
  </div>`;
}

/** What somebody has gone down to; at first, of a sum of one, that one: the sum itself says nothing. */
function trailOf(view: AnswerView, step: Step): { trail: readonly string[]; isChosen: boolean } {
  const chosen = view.trail(step.figure);
  if (chosen) return { trail: chosen, isChosen: true };
  const [only, ...rest] = /^sum\(\w+\)$/.test(step.formula) ? Object.values(step.from).flat() : [];
  return { trail: only !== undefined && !rest.length && view.steps.has(only) ? [only] : [], isChosen: false };
}

const nameOf = (view: AnswerView, path: string): string => [rowAt(view, path), labelAt(view, path)].filter(Boolean).join(' · ');

function body(view: AnswerView, step: Step, level: Level): TemplateResult {
  const { words, answer } = view;
  const telling = told(view, step);
  const { own, named, others, isEqual, result, isNumber } = telling;
  // The label of a total has its button beside it; in a table there is no room but here.
  const { button, meaning } = step.figure.startsWith('lines.') ? meaningOf(view, step.figure.split('.').at(-1) ?? '', answer.calculator, step.figure) : { button: nothing, meaning: nothing };
  const isSaid = level.said.has(step.clause);
  level.said.add(step.clause);
  // Further down its name stands above already.
  const isNamed = level.depth === 0;
  return html`<p class="formula">${isNamed ? html`<span class="term">${own}</span>${button}${isEqual ? ' = ' : words.colon}` : isEqual ? '= ' : nothing}${put(view, named, level, 'n')}</p>
    ${meaning}
    ${others.length ? html`<details class="others"><summary>${words.ui('working_others', { count: String(others.length) })}</summary><ul>${others.map((line, index) =>
      html`<li>${put(view, line, level, `o${index}`)}</li>`)}</ul></details>` : nothing}
    <p class="numbers">${numbersOf(view, telling, level)}<strong>${result}</strong></p>
    ${isNumber ? html`<p class="rounding">${words.ui('rounding', { rounding: words.sentence('roundings', step.rounding) })}</p>` : nothing}
    ${clause(view, step.clause, isSaid)}`;
}

/** The formula with its numbers, up to the sign before the result. */
function numbersOf(view: AnswerView, { numbers, checks, isEqual }: Telling, level: Level): unknown[] {
  const { words } = view;
  const looked = checks.map(({ line, holds }, index) => html`<span class="check">${put(view, line, level, `c${index}`)}${words.colon}${words.ui(holds ? 'yes' : 'no')}</span>`);
  if (!numbers.length) return [looked.length ? [looked, '→ '] : isEqual ? '= ' : nothing];
  return [looked, isEqual ? '= ' : '', put(view, numbers, level, 'v'), isEqual ? ' = ' : ' → '];
}

/** Pieces of a line, each that leads somewhere a button. */
function put(view: AnswerView, line: Piece<Operand>[], { root, trail, depth }: Level, where: string): unknown[] {
  return line.map((piece, index) => {
    if (typeof piece === 'string') return piece;
    const { text, label, path } = piece;
    const spot = spotOf(root, depth, `${where}${index}`);
    const name = label ? view.words.ui('working_operand', { name: label, value: text }) : nothing;
    if (path.startsWith('all ')) return html`<button type="button" class="operand" data-spot=${spot} aria-label=${label} @click=${() => view.toggle(path, spot)}>${text}</button>`;
    if (path === 'as_of' || path.startsWith('input.')) {
      return view.hasField(path) ? html`<button type="button" class="operand entry" data-spot=${spot} data-to=${path} aria-label=${name} aria-describedby="how_entry"
        @click=${() => view.toField(path, spot)}>${text}</button>` : text;
    }
    if (!view.steps.has(path) && !path.startsWith('terms.')) return text;
    return html`<button type="button" class="operand" data-spot=${spot} data-to=${path} aria-label=${name} aria-describedby=${path.startsWith('terms.') ? 'how_term' : 'how'}
      aria-expanded=${trail[depth] === path ? 'true' : 'false'} @click=${() => view.follow(root, trail, depth, path, spot)}>${text}</button>`;
  });
}

/** A term: what it is called, what it says, and the clause that says it. */
function termLevel(view: AnswerView, above: Step, path: string, level: Level): TemplateResult | undefined {
  const [root, term = '', key, column] = path.split('.');
  const name = Object.entries(above.from ?? {}).find(([, from]) => from === path)?.[0];
  const value = name === undefined ? undefined : above.values[name];
  if (root !== 'terms' || name === undefined || value === undefined) return undefined;
  const values = view.pack?.values ?? {};
  const dated = Object.hasOwn(values, term) ? values[term] : undefined;
  const id = clauseOfRow(dated?.dated.at(-1)?.value, key, column) ?? dated?.clause;
  const isSaid = id !== undefined && level.said.has(id);
  if (id !== undefined) level.said.add(id);
  return html`<p class="numbers"><strong>${valueText(view, path, value, describedAt(view.calculator, path))}</strong></p>
    ${id === undefined ? nothing : clause(view, id, isSaid)}`;
}

/** A row of a table may have a clause of its own; of several rows of one country it is that with the column. */
function clauseOfRow(table: unknown, key: string | undefined, column = ''): string | undefined {
  if (key === undefined || !Array.isArray(table)) return undefined;
  const row = (table as Record<string, unknown>[]).find((each) => Object.hasOwn(each, column) && Object.values(each).flat().includes(key));
  return typeof row?.['clause'] === 'string' ? row['clause'] : undefined;
}
