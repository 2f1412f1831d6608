// What stands below the headline. It is fetched once the form and the headline are there, and so never keeps anybody waiting
// for them.

import { html, type TemplateResult } from 'lit';
import { troubleTemplate } from '../fallback.js';
import { Late } from '../late.js';
import type { AnswerView } from './view.js';

const answer = new Late(() => import('./answer.js'));

/** Fetches what draws it; whether there is anything new to draw. */
export const loadDetail = (): Promise<boolean> => answer.load();

export const detail = (view: AnswerView, retry: () => void): TemplateResult =>
  answer.there?.detailTemplate(view) ?? html`<div class="detail" part="detail">${answer.failure ? troubleTemplate(answer.failure, view.words.lang, retry) : ''}</div>`;
