// What stands there instead of a calculator: what the page wrote between the tags, and why it is still there.

import { html, nothing, type TemplateResult } from 'lit';
import type { Lang, Words } from './words.js';

/** For when not even the words could be loaded. */
const FAILED: Record<Lang, string> = {
  en: 'The calculator could not be started in this browser.',
  'zh-Hant': '這個瀏覽器無法啟動試算。',
};

export const waiting = (why = '', lang: Lang | '' = ''): TemplateResult =>
  html`<slot></slot>${why ? html`<p class="failed" role="status" lang=${lang}>${why}</p>` : nothing}`;

export const failed = (lang: Lang, words: Words | undefined): TemplateResult => waiting(words?.ui('failed') ?? FAILED[lang], lang);

/** The page asks for a calculator that there is not. */
export const unknown = (words: Words, got: string, known: Iterable<string>): TemplateResult =>
  waiting(words.refusal('unknown_calculator', '', { got, choices: [...known].join(', ') }), words.lang);
