// The one way in which anything here says where it comes from: a figure that opens its working, and under it the
// formula, the formula with its numbers, the rounding, and the clause restated with where it is written.

import { html, nothing, type TemplateResult } from 'lit';
import { show } from '../format.js';
import { icon } from '../icons.js';
import { meaningOf } from '../meaning.js';
import { sectionName } from '../section.js';
import type { OutKind, OutValue, OutValues, Step } from '../types.js';
import { documentOf } from './document.js';
import { retell, type Retold } from './formula.js';
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
  return step && view.open.has(path) ? told(view, step, path, kind) : nothing;
}

function told(view: AnswerView, step: Step, path: string, kind?: OutKind, id: string | typeof nothing = idOf(path)): TemplateResult {
  const { words, answer } = view;
  const name = path.split('.').at(-1) ?? path;
  const inLine = path.startsWith('lines.');
  // In a line, and over all lines, a name is the line's own, unless it is that of an entry.
  const ofLines = inLine || OVER_LINES.test(step.formula);
  const label = (token: string): string =>
    ofLines && !isEntered(view, token) ? words.lineName(token, answer.calculator) : words.name(token, answer.calculator);
  const own = inLine ? words.lineName(name, answer.calculator) : words.name(name, answer.calculator);
  const result = valueText(view, name, step.result, kind, inLine ? 'short' : 'long');
  const named = retell(step.formula, words, label);
  const { text, because } = numbers(view, step, path);
  // What is compared, only looked up or only rounded equals nothing: it leads to the result.
  const isOnlyRounded = step.rounding !== 'none' && !/\W/.test(step.formula);
  const [is, sign] = isOnlyRounded || /[≤≥<>=]/.test(named.text) || /^(follows|both|no_working|as_stated|not_given)/.test(step.formula) ? [words.colon, '→'] : [' = ', '='];
  // The label of a total has its button beside it; in a table there is no room but here.
  const { button, meaning } = inLine ? meaningOf(view, name, answer.calculator, path) : { button: nothing, meaning: nothing };
  return html`<div class="working" part="working" id=${id} role="group" aria-label=${words.ui('working_of', { name: own })}>
    <p class="formula"><span class="term">${own}</span>${button}${is}${named.text}${named.because}</p>
    ${meaning}
    <p class="numbers">${sign === '=' ? '= ' : ''}${text && text !== result ? `${text} ${sign} ` : ''}<strong>${result}</strong>${because}</p>
    ${typeof step.result === 'string' && DECIMAL.test(step.result)
      ? html`<p class="rounding">${words.ui('rounding', { rounding: words.sentence('roundings', step.rounding) })}</p>` : nothing}
    ${clause(view, step.clause)}
    ${onlyTerm(view, step, path)}
  </div>`;
}

/** A sum of one entry says nothing; the entry's own working does. */
function onlyTerm(view: AnswerView, { formula }: Step, path: string): TemplateResult | typeof nothing {
  const [, each] = /^sum\((\w+)\)$/.exec(formula) ?? [];
  const inside = `lines.0.${each}`;
  const step = view.steps.get(inside);
  return step && path.startsWith('figures.') && view.answer.lines.length === 1 ? told(view, step, inside, undefined, nothing) : nothing;
}

const OVER_LINES = /^(sum|earliest|entries_of|first_change|above_zero)\(/;

const isEntered = ({ calculator }: AnswerView, name: string): boolean =>
  calculator.fields.some((field) => field.name === name || field.items?.some((item) => item.name === name));

const SHOWN = 4;

/** Only numbers are ever rounded. */
const DECIMAL = /^-?\d+(\.\d+)?$/;

/** The formula with its numbers; nothing where it says no more than the result does. */
function numbers(view: AnswerView, step: Step, path: string): Retold {
  const { words, answer } = view;
  const say = (token: string): string => {
    const value = step.values[token];
    return value === undefined ? words.name(token, answer.calculator) : valueText(view, token, value);
  };
  const [, over, each = ''] = /^(sum|earliest|distinct|each|entries_of)\((\w+)\)$/.exec(step.formula) ?? [];
  // Looked up or gathered, not reckoned: there are no numbers to put in.
  if (['distinct', 'each', 'entries_of'].includes(over ?? '') || /^(as_stated|not_given)\(/.test(step.formula)) return { text: '', because: '' };
  // A name alone is the result itself, but where that is rounded, or where it is a word that the result follows from.
  const value = step.values[step.formula];
  const isWord = typeof value === 'string' && words.hasChoice(step.formula, value);
  if (!over) return retell(isWord || step.rounding !== 'none' || /\W/.test(step.formula) ? step.formula : '', words, say);
  const all = termsOf(view, path, each).map((value) => valueText(view, each, value));
  const terms = all.length > SHOWN ? [...all.slice(0, SHOWN - 1), '…', ...all.slice(-1)] : all;
  return { text: over === 'sum' ? terms.join(' + ') : terms.length > 1 ? words.phrase('earliest_of', [terms.join(words.lang === 'en' ? '; ' : '、')]) : '', because: '' };
}

/** A value as it stands in a working; hours, days and months say what they are. */
function valueText({ words, format }: AnswerView, name: string, value: OutValue, kind?: OutKind, dates: 'long' | 'short' = 'short'): string {
  const text = show(name, value, words, format, kind, dates);
  const [, unit] = typeof value === 'number' ? (/(?:^|_)(hours|days|months|limitation_years)(?:_ahead)?$/.exec(name) ?? []) : [];
  return unit ? words.ui(`picture.${unit.replace('limitation_', '')}`, { count: text }) : text;
}

/**
 * What a sum adds up or an earliest looks through: of the entries that count, what the visitor entered, else what was
 * worked out. Which ones count, the answer says of each.
 */
function termsOf({ answer, request, calculator }: AnswerView, path: string, token: string): OutValue[] {
  const [, index, name] = /^lines\.(\d+)\.(\w+)$/.exec(path) ?? [];
  const listIn = (fields: { name: string; kind: string }[]): string => fields.find(({ kind }) => kind === 'list')?.name ?? '';
  let entries = itemsOf(request.input[listIn(calculator.fields)]);
  let items = answer.lines;
  if (index !== undefined) {
    const nested = listIn(calculator.answer.line);
    [entries, items] = [itemsOf(entries[Number(index)]?.[nested]), itemsOf(items[Number(index)]?.[nested])];
  }
  return items.flatMap((item, at) => {
    const counts = index === undefined ? (item['path'] ?? 'renewal') === 'renewal'
      : item['verdict'] === 'allowed' && (name !== 'credit_spend' || item['counts_toward_cap'] === true);
    const value = entries[at]?.[token] ?? item[token];
    return counts && value !== undefined ? [value] : [];
  });
}

const itemsOf = (value: OutValue | undefined): OutValues[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'object') : [];

/** A clause in our words, and where it is written. */
export function clause(view: AnswerView, id: string): TemplateResult {
  const { words, format, pack } = view;
  const place = pack && Object.hasOwn(pack.clauses, id) ? pack.clauses[id] : undefined;
  const { name, edition } = documentOf(view);
  const source = [
    name,
    edition,
    place ? words.ui('section', { section: sectionName(words, place.section) }) : '',
  ].filter((part) => part);
  return html`<div class="clause">
    <p>${words.sentence('clauses', id)}</p>
    <p class="source">${source.join(' · ')} · ${view.rules ? html`<a class="rule" href="${view.rules}#${id}">${id}</a>` : html`<span class="rule">${id}</span>`}${
      place ? html` · ${words.ui('checked', { date: format.date(place.checked, 'short') })}` : nothing}</p>
  </div>`;
}
