// What stands there instead of a calculator: what the page wrote between the tags, why it is still there, and a way to
// try again.

import { html, nothing, type TemplateResult } from 'lit';
import type { Failure, Reason } from './failure.js';
import type { Lang, Words } from './words.js';

/** What a visitor reads; whether trying again may help. */
const SAID: Record<Reason, { key: string; again: boolean }> = {
  network: { key: 'failed_network', again: true },
  'wasm-forbidden': { key: 'failed_forbidden', again: false },
  'wasm-missing': { key: 'failed', again: false },
  'mixed-versions': { key: 'failed_mixed', again: true },
  'unknown-calculator': { key: 'failed_unknown', again: false },
  terms: { key: 'failed_terms', again: true },
  request: { key: 'failed_request', again: false },
  internal: { key: 'failed_internal', again: true },
};

/** For when not even the words could be loaded. */
const FAILED: Record<Lang, { said: string; again: string }> = {
  en: { said: 'The calculator could not be loaded. Check your connection and try again.', again: 'Try again' },
  'zh-Hant': { said: '試算未能載入，請檢查網路連線後再試一次。', again: '再試一次' },
};

export const waiting = (): TemplateResult => html`<slot></slot>`;

/** Why something is not there, in the visitor's words. */
export function troubleTemplate({ reason }: Failure, lang: Lang, words: Words | undefined, retry: () => void): TemplateResult {
  const { key, again } = SAID[reason];
  return html`<div class="failed" part="failed" role="status" lang=${lang}>
    <p>${words ? words.ui(key) : FAILED[lang].said}</p>
    ${again ? html`<button type="button" part="button" data-act="retry" @click=${retry}>${words ? words.ui('retry') : FAILED[lang].again}</button>` : nothing}
  </div>`;
}

/** In place of the whole. */
export const failed = (failure: Failure, lang: Lang, words: Words | undefined, retry: () => void): TemplateResult =>
  html`<slot></slot>${troubleTemplate(failure, lang, words, retry)}`;
