// The figure that was asked for, large, with the verdict in a sentence; then the other totals.

import { html, nothing, type TemplateResult } from 'lit';
import { show } from '../format.js';
import { icon } from '../icons.js';
import { meaningOf } from '../meaning.js';
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
  const { button, meaning } = meaningOf(view, headline, name, `${at}.${headline}`);
  return html`<div class="headline ${tone}" part="headline">
    ${text ? html`<div class="labelled"><h2>${words.name(headline, name)}</h2>${button}</div>${meaning}
      <p class="large ${text.length > LONG ? 'long' : ''}">${figure(view, `${at}.${headline}`, text)}</p>
      ${working(view, `${at}.${headline}`)}` : nothing}
    ${answer.verdict !== undefined && tone ? html`<p class="verdict ${tone}" data-figure="verdict">${icon(TONE_ICONS[tone])}<span>${words.verdict(name, answer.verdict, codesOf(view))}</span></p>` : nothing}
    ${pairs(view, 'dates', calculator.answer.dates.filter((out) => isTimed(out) && out.name !== headline))}
    ${pairs(view, 'figures', calculator.answer.figures.filter((out) => out.name !== headline))}
  </div>`;
}

/** What tells by which way the answer came to its verdict. */
const codesOf = ({ answer }: AnswerView): string[] => [...answer.reasons, ...answer.warnings].map(({ code }) => code);

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
  const verdict = answer.verdict === undefined ? '' : words.verdict(name, answer.verdict, codesOf(view));
  const value = headlineText(view);
  return value ? words.ui('spoken', { name: words.name(headlineOf(view), name), value, verdict }) : verdict;
}

/** Labels and figures one below the other: totals, dates. */
export function pairs(view: AnswerView, at: 'figures' | 'dates', outs: Out[]): TemplateResult | typeof nothing {
  const { answer, words, format, calculator } = view;
  const given = outs.filter(({ name, kind }) => kind !== 'list' && answer[at][name] !== undefined);
  if (!given.length) return nothing;
  return html`<dl class="pairs">${given.map(({ name, kind }) => {
    const path = `${at}.${name}`;
    const { button, meaning } = meaningOf(view, name, calculator.calculator, path);
    return html`<div>
    <dt>${words.name(name, calculator.calculator)}${button}</dt>
    <dd>${figure(view, path, show(name, answer[at][name] ?? '', words, format, kind))}</dd>
    ${meaning === nothing ? nothing : html`<dd class="full">${meaning}</dd>`}
    ${view.open.has(path) ? html`<dd class="full">${working(view, path, kind)}</dd>` : nothing}
  </div>`;
  })}</dl>`;
}
