// The figure that was asked for, large, with the verdict in a sentence; then the other totals.

import { html, nothing, type TemplateResult } from 'lit';
import { show } from '../format.js';
import { icon } from '../icons.js';
import type { Out } from '../types.js';
import { TONE_ICONS, toneOf, type AnswerView } from './view.js';
import { figure, working } from './working.js';

/** Letters that fit beside each other in a narrow place at full size. */
const LONG = 11;

/** A time to the minute is part of the answer itself; days to keep stand further below. */
const isTimed = ({ kind }: Out): boolean => kind === 'local_time';

export function headlineTemplate(view: AnswerView): TemplateResult {
  const { calculator, answer, words } = view;
  const name = calculator.calculator;
  const headline = headlineOf(view);
  const at = headline in answer.dates ? 'dates' : 'figures';
  const tone = answer.verdict === undefined ? '' : toneOf(answer.verdict);
  const text = headlineText(view);
  return html`<div class="headline ${tone}" part="headline">
    ${text ? html`<h2>${words.name(headline, name)}</h2>
      <p class="large ${text.length > LONG ? 'long' : ''}">${figure(view, `${at}.${headline}`, text)}</p>
      ${working(view, `${at}.${headline}`)}` : nothing}
    ${answer.verdict !== undefined && tone ? html`<p class="verdict ${tone}" data-figure="verdict">${icon(TONE_ICONS[tone])}<span>${words.verdict(name, answer.verdict)}</span></p>` : nothing}
    ${pairs(view, 'dates', calculator.answer.dates.filter((out) => isTimed(out) && out.name !== headline))}
    ${pairs(view, 'figures', calculator.answer.figures.filter((out) => out.name !== headline))}
  </div>`;
}

/** The figure that people came for; of a question that has none of it, the first figure that there is. */
function headlineOf({ calculator, answer }: AnswerView): string {
  const { headline, figures } = calculator.answer;
  const isThere = ({ name, kind }: Out): boolean => kind !== 'list' && answer.figures[name] !== undefined;
  const own = figures.find(({ name }) => name === headline);
  return own && !isThere(own) ? (figures.find(isThere)?.name ?? headline) : headline;
}

export function headlineText(view: AnswerView): string {
  const { calculator, answer, words, format } = view;
  const { figures, dates } = calculator.answer;
  const headline = headlineOf(view);
  const value = answer.figures[headline] ?? answer.dates[headline];
  const out = [...figures, ...dates].find(({ name }) => name === headline);
  return value === undefined ? '' : show(headline, value, words, format, out?.kind);
}

/** The headline in a sentence, for those who do not see it change. */
export function spoken(view: AnswerView): string {
  const { calculator, answer, words } = view;
  const name = calculator.calculator;
  const verdict = answer.verdict === undefined ? '' : words.verdict(name, answer.verdict);
  const value = headlineText(view);
  return value ? words.ui('spoken', { name: words.name(headlineOf(view), name), value, verdict }) : verdict;
}

/** Labels and figures one below the other: totals, dates. */
export function pairs(view: AnswerView, at: 'figures' | 'dates', outs: Out[]): TemplateResult | typeof nothing {
  const { answer, words, format, calculator } = view;
  const given = outs.filter(({ name, kind }) => kind !== 'list' && answer[at][name] !== undefined);
  if (!given.length) return nothing;
  return html`<dl class="pairs">${given.map(({ name, kind }) => html`<div>
    <dt>${words.name(name, calculator.calculator)}</dt>
    <dd>${figure(view, `${at}.${name}`, show(name, answer[at][name] ?? '', words, format, kind))}</dd>
    ${view.open.has(`${at}.${name}`) ? html`<dd class="full">${working(view, `${at}.${name}`, kind)}</dd>` : nothing}
  </div>`)}</dl>`;
}
