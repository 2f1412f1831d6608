// Every working of an answer in one table, to be read from top to bottom or put on paper: each figure once, in the order in which
// they were worked out, those of a line under it. On a phone each is a card.

import { html, nothing, type TemplateResult } from 'lit';
import { textOf } from '../formula/tell.js';
import type { Step } from '../types.js';
import { citing } from './clause.js';
import { rowAt } from './place.js';
import { told } from './told.js';
import type { AnswerView } from './view.js';

export interface Group { row: string; steps: Step[] }

/** A result of more letters is a text. */
const LONG = 22;

/** What is said of each figure. */
export const HEADS = ['figure', 'formula', 'numbers', 'result', 'rounding', 'clause'] as const;

/** The line that a figure is of. */
const lineOf = (path: string): number => Number(/^(?:lines|between)\.(\d+)\./.exec(path)?.[1] ?? -1);

/** Steps one after the other that stand in one row. */
export function grouped(view: AnswerView, steps: Iterable<Step>): Group[] {
  const groups: Group[] = [];
  for (const step of steps) {
    const row = rowAt(view, step.figure);
    const last = groups.at(-1);
    if (last?.row === row) last.steps.push(step);
    else groups.push({ row, steps: [step] });
  }
  return groups;
}

export function everyWorking(view: AnswerView): TemplateResult | typeof nothing {
  const { words, format, answer, shown } = view;
  const steps = [...view.steps.values()].filter(({ figure }) => lineOf(figure) < shown);
  if (!steps.length) return nothing;
  const left = answer.lines.length - shown;
  const groups = grouped(view, steps);
  return html`<section class="lines every" part="workings"><h2>${words.ui('every_working')}</h2><table role="table" class="some">
    <thead role="rowgroup"><tr role="row">${HEADS.map((head) => html`<th role="columnheader" scope="col" class="every-${head}">${words.ui(`every_${head}`)}</th>`)}</tr></thead>
    ${groups.map(({ row, steps: own }) => html`<tbody role="rowgroup">
      ${groups.length > 1 ? html`<tr role="row" class="group"><th role="rowheader" scope="rowgroup" colspan=${HEADS.length}>${row || words.ui('every_whole')}</th></tr>` : nothing}
      ${own.map((step) => oneRow(view, step))}
    </tbody>`)}
  </table>${left > 0 ? html`<div class="bar"><button type="button" part="button" data-act="more" @click=${() => view.more()}>${words.ui('more', { count: format.count(left) })}</button></div>` : nothing}</section>`;
}

/** What is said of one, in words. */
export function cellsOf(view: AnswerView, step: Step): Record<(typeof HEADS)[number], string> {
  const { words } = view;
  const { own, named, numbers, checks, result, isNumber, isEqual } = told(view, step, true);
  const looked = checks.map(({ line, holds }) => `${textOf(line)}${words.colon}${words.ui(holds ? 'yes' : 'no')}`);
  return {
    figure: own,
    formula: textOf(named),
    numbers: [...looked, ...(numbers.length && (isEqual || !looked.length) ? [textOf(numbers)] : [])].join(words.locale.semicolon),
    result,
    rounding: isNumber && step.rounding !== 'none' ? words.sentence('roundings', step.rounding) : '',
    clause: step.clause,
  };
}

function oneRow(view: AnswerView, step: Step): TemplateResult {
  const { words } = view;
  const { figure, formula, numbers, result, rounding, clause } = cellsOf(view, step);
  const cell = (name: string, text: unknown, kind = ''): TemplateResult => html`<td role="cell" class="every-${name} ${text === '' ? 'none' : kind}">${text === '' ? nothing
    : html`<span class="cell-label" aria-hidden="true">${words.ui(`every_${name}`)}</span>${text}`}</td>`;
  return html`<tr role="row" part="line" data-step=${step.figure}>
    <th role="rowheader" scope="row">${figure}</th>
    ${cell('formula', formula)}
    ${cell('numbers', numbers)}
    ${cell('result', html`<strong>${result}</strong>`, result.length > LONG ? 'long' : '')}
    ${cell('rounding', rounding)}
    ${cell('clause', citing(view, clause))}
  </tr>`;
}
