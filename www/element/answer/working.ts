// The one way in which anything here says where it comes from: a figure that opens its working, and under it the formula, the
// formula with its numbers, the rounding, and the clause restated with where it is written. What draws a working is fetched
// when the first one opens.

import { html, nothing, type TemplateResult } from 'lit';
import { troubleTemplate } from '../fallback.js';
import { icon } from '../icons.js';
import { Late } from '../late.js';
import { isWorkedOut } from '../described.js';
import { idOf, type AnswerView } from './view.js';

const workings = new Late(() => import('./opened.js'));

/** Fetches what draws workings; whether there is anything new to draw. */
export const loadWorkings = (): Promise<boolean> => workings.load();

/** Whether a figure has a working: whoever asked wanted them, and it is not only put there. */
export const hasWorking = ({ calculator, request }: AnswerView, path: string): boolean => request.steps !== false && isWorkedOut(calculator, path);

/** A figure; where it has a step, a button that opens its working. */
export function figure(view: AnswerView, path: string, text: string, kind = ''): TemplateResult {
  if (!hasWorking(view, path)) return html`<span class="figure ${kind}" data-figure=${path}>${text}</span>`;
  const open = view.open.has(path);
  return html`<button type="button" class="figure ${kind}" data-figure=${path} aria-expanded=${open ? 'true' : 'false'}
    aria-controls=${open ? idOf(path) : nothing} aria-describedby="how" @click=${() => view.toggle(path)}>${text}${icon('open')}</button>`;
}

/** The working of a figure, where it stands open. */
export const working = (view: AnswerView, path: string): TemplateResult | typeof nothing =>
  (!view.open.has(path) || !hasWorking(view, path) ? nothing : workings.there?.opened(view, path) ?? coming(view, path));

/** A clause, where it stands open at a path. */
export const cited = (view: AnswerView, path: string, id: string): TemplateResult =>
  (workings.there ? html`<div class="working" part="working" id=${idOf(path)}>${workings.there.clause(view, id)}</div>` : coming(view, path));

/** Every working in one table, where that is wanted. */
export const everyWorking = (view: AnswerView): TemplateResult | typeof nothing =>
  (!view.allOpen ? nothing : workings.there?.everyWorking(view) ?? coming(view, 'every'));

const coming = ({ words, again }: AnswerView, path: string): TemplateResult =>
  html`<div class="working" id=${idOf(path)}>${workings.failure ? troubleTemplate(workings.failure, words.lang, again) : html`<p role="status">${words.ui('working_loading')}</p>`}</div>`;
