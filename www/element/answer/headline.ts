// What the answer is headed by, large, with the verdict in a sentence; then the other totals, and the days asked for.

import { html, nothing, type TemplateResult } from 'lit';
import { show } from '../format.js';
import { icon } from '../icons.js';
import { meaningOf } from '../meaning.js';
import { isNothing } from '../nothing.js';
import type { Out } from '../types.js';
import { headOf, textOf, verdictText, type Head, type Piece } from './head.js';
import { TONE_ICONS, type AnswerView } from './view.js';
import { waysOf } from './ways.js';
import { figure, working } from './working.js';

/** Letters that fit beside each other in a narrow place at full size. */
const LONG = 11;

/** A text as broad as this, in narrow letters, is read as a sentence is; Chinese ones are twice as broad. */
const READ = 28;
const breadth = (text: string): number => text.length + (text.match(/[\u2e80-\u9fff\uff00-\uff60]/g)?.length ?? 0);

/** A time to the minute is part of the answer itself; of days, only those are that the question asks for. */
export const isByHeadline = ({ calculator }: AnswerView, { name, kind }: Out): boolean =>
  kind === 'local_time' || calculator.answer.beside?.includes(name) === true;

export function headlineTemplate(view: AnswerView): TemplateResult {
  const { calculator, answer } = view;
  const { figures, dates } = calculator.answer;
  const head = headOf(view);
  const { tone, isVerdict } = head;
  const shown = [...head.said, ...head.below].flatMap((piece) => (typeof piece === 'string' ? [] : [piece.name]));
  const ways = waysOf(view);
  // Where nothing can be done, an amount of nothing is no amount.
  const isLeft = ({ name, kind }: Out): boolean =>
    !shown.includes(name) && !ways.has(name) && !(tone === 'bad' && kind === 'money' && isNothing(answer.figures[name]));
  return html`<div class="headline ${tone ?? ''}" part="headline">
    ${head.said.length ? large(view, head) : nothing}
    ${tone && !isVerdict ? html`<p class="verdict ${tone}" data-figure="verdict">${icon(TONE_ICONS[tone])}<span>${verdictText(view)}</span></p>` : nothing}
    ${pairs(view, 'dates', dates.filter((out) => isByHeadline(view, out) && isLeft(out)))}
    ${pairs(view, 'figures', figures.filter(isLeft))}
  </div>`;
}

function large(view: AnswerView, { name, path, isSentence, isVerdict, said, below, tone }: Head): TemplateResult {
  const { calculator: { calculator }, words } = view;
  const { button, meaning } = meaningOf(view, name, calculator, path);
  const text = textOf(said);
  const size = isSentence || breadth(text) > READ ? 'sentence' : text.length > LONG ? 'long' : '';
  const drawn = put(view, said);
  const opened = [...said, ...below].map((piece) => (typeof piece === 'string' ? nothing : working(view, piece.path)));
  return html`${isSentence
    ? html`<h2 class="large sentence ${isVerdict ? `verdict ${tone}` : ''}" data-figure=${isVerdict ? 'verdict' : nothing}>${isVerdict && tone ? icon(TONE_ICONS[tone]) : nothing}<span>${drawn}</span></h2>`
    : html`<div class="labelled"><h2>${words.name(name, calculator)}</h2>${button}</div>${meaning}
      <p class="large ${size}">${drawn}</p>`}
    ${below.length ? html`<p class="below">${put(view, below)}</p>` : nothing}
    ${opened}`;
}

const put = (view: AnswerView, pieces: Piece[]): unknown[] => pieces.map((piece) => (typeof piece === 'string' ? piece : figure(view, piece.path, piece.text)));

/** The headline in a sentence, for those who do not see it change. */
export function spoken(view: AnswerView): string {
  const { calculator, words } = view;
  const { name, said, below, isSentence, isVerdict } = headOf(view);
  const [value, verdict] = [textOf(said), isVerdict ? '' : verdictText(view)];
  if (isSentence) return [value, textOf(below), verdict].filter(Boolean).join(words.space);
  return value ? words.ui('spoken', { name: words.name(name, calculator.calculator), value, verdict }) : verdict;
}

/** Labels and figures one below the other: totals, dates. */
export function pairs(view: AnswerView, at: 'figures' | 'dates', outs: Out[]): TemplateResult | typeof nothing {
  const { answer, words, format, calculator } = view;
  const given = outs.filter(({ name, kind }) => kind !== 'list' && answer[at][name] !== undefined);
  if (!given.length) return nothing;
  const shown = (out: Out): string => show(out, answer[at][out.name] ?? '', words, format);
  return html`<dl class="pairs">${given.map((out) => {
    const { name, unit } = out;
    const path = `${at}.${name}`;
    const { button, meaning } = meaningOf(view, name, calculator.calculator, path);
    return html`<div>
    <dt>${words.name(name, calculator.calculator)}${button}</dt>
    <dd>${figure(view, path, unit === 'nth_year' ? words.ui('item_years', { n: shown(out) }) : shown(out))}</dd>
    ${meaning === nothing ? nothing : html`<dd class="full">${meaning}</dd>`}
    ${view.open.has(path) ? html`<dd class="full">${working(view, path)}</dd>` : nothing}
  </div>`;
  })}</dl>`;
}
