// The one way in which anything here says where it comes from: a figure that opens its working, and under it the
// formula, the formula with its numbers, the rounding, and the clause restated with where it is written.

import { html, nothing, type TemplateResult } from 'lit';
import { show } from '../format.js';
import { icon } from '../icons.js';
import type { OutKind, OutValue, OutValues, Step } from '../types.js';
import { idOf, type AnswerView } from './view.js';

/** A figure; where it has a step, a button that opens its working. */
export function figure(view: AnswerView, path: string, text: string, kind = ''): TemplateResult {
  if (!view.steps.has(path)) return html`<span class="figure ${kind}" data-figure=${path}>${text}</span>`;
  const open = view.open.has(path);
  return html`<button type="button" class="figure ${kind}" data-figure=${path} aria-expanded=${open ? 'true' : 'false'}
    aria-controls=${open ? idOf(path) : nothing} aria-describedby="how" @click=${() => view.toggle(path)}>${text}${icon('open')}</button>`;
}

/** The working of a figure, where it stands open. */
export function working(view: AnswerView, path: string, kind?: OutKind): TemplateResult | typeof nothing {
  const step = view.steps.get(path);
  if (!step || !view.open.has(path)) return nothing;
  const { words, format } = view;
  const name = path.split('.').at(-1) ?? path;
  const label = (token: string): string => words.name(token, view.answer.calculator);
  const own = path.startsWith('lines.') ? words.lineName(name, view.answer.calculator) : label(name);
  const result = show(name, step.result, words, format, kind, path.startsWith('lines.') ? 'short' : 'long');
  // What is compared equals nothing: it leads to the result.
  const sign = /[≤≥<>]/.test(step.formula) ? '→' : '=';
  return html`<div class="working" part="working" id=${idOf(path)} role="group" aria-label=${words.ui('working_of', { name: own })}>
    <p class="formula"><span class="term">${own}</span> ${sign} ${retold(step.formula, label)}</p>
    <p class="numbers">${sign} ${retold(step.formula, (token) => numberOf(view, step, path, token))} ${sign} <strong>${result}</strong></p>
    <p class="rounding">${words.ui('rounding', { rounding: words.sentence('roundings', step.rounding) })}</p>
    ${clause(view, step.clause)}
  </div>`;
}

/** A formula with its names replaced; signs and numbers stay. */
const retold = (formula: string, say: (token: string) => string): string => formula.replace(/[a-z][a-z0-9_]*/g, say);

const SHOWN = 4;

function numberOf(view: AnswerView, step: Step, path: string, token: string): string {
  const { words, format, answer } = view;
  const say = (value: OutValue): string => show(token, value, words, format, undefined, 'short');
  const value = step.values[token];
  if (value !== undefined) return say(value);
  const terms = termsOf(view, step, path, token).map(say);
  if (!terms.length) return words.name(token, answer.calculator);
  return (terms.length > SHOWN ? [...terms.slice(0, SHOWN - 1), '…', terms.at(-1)] : terms).join(step.formula.startsWith('sum') ? ' + ' : ', ');
}

/**
 * What a sum adds up or an earliest looks through: the entries where the visitor gave the value, else the answer's.
 * The step says how many there were; which ones follows where exactly so many have the value, or are renewed, are
 * allowed, or count. Where it does not follow, nothing is listed.
 */
function termsOf({ answer, request, calculator }: AnswerView, { values }: Step, path: string, token: string): OutValue[] {
  const [list, count] = Object.entries(values)[0] ?? [];
  const line = /^lines\.(\d+)\./.exec(path)?.[1];
  const outer = calculator.fields.find(({ kind }) => kind === 'list')?.name ?? '';
  if (!list || typeof count !== 'number') return [];
  const given = itemsOf(request.input[outer]);
  const [entries, items] = line === undefined
    ? [given, answer.lines]
    : [itemsOf(given[Number(line)]?.[list]), itemsOf(answer.lines[Number(line)]?.[list])];
  const pairs = items.flatMap((item, index) => {
    const value = entries[index]?.[token] ?? item[token];
    return value === undefined ? [] : [{ item, value }];
  });
  const subsets = [
    pairs,
    pairs.filter(({ item }) => item['path'] === 'renewal'),
    pairs.filter(({ item }) => item['verdict'] === 'allowed'),
    pairs.filter(({ item }) => item['counts_toward_cap'] === true),
  ];
  return (subsets.find(({ length }) => length === count) ?? []).map(({ value }) => value);
}

const itemsOf = (value: OutValue | undefined): OutValues[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'object') : [];

/** A clause in our words, and where it is written. */
export function clause(view: AnswerView, id: string): TemplateResult {
  const { words, format, pack, answer } = view;
  const place = pack?.clauses[id];
  const document = words.document(answer.terms.pack);
  const edition = answer.terms.edition === 'undated' ? (document?.edition ?? words.ui('undated')) : answer.terms.edition;
  const source = [
    document ? words.ui('document', { ...document }) : (pack?.document.name ?? answer.terms.pack),
    edition,
    place ? words.ui('section', { section: place.section.replace(/Table|note/g, (word) => words.ui(`section_${word.toLowerCase()}`)) }) : '',
  ].filter((part) => part);
  return html`<div class="clause">
    <p>${words.sentence('clauses', id)}</p>
    <p class="source">${source.join(' · ')} · <span class="rule">${id}</span>${
      place ? html` · ${words.ui('checked', { date: format.date(place.checked, 'short') })}` : nothing}</p>
  </div>`;
}
