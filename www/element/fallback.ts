// What stands there instead of a calculator: what the page wrote between the tags, why it is still there, and a way to
// try again.

import { html, nothing, type TemplateResult } from 'lit';
import type { Failure, Reason } from './failure.js';
import type { Lang, Words } from './words.js';

/** What a visitor reads; whether trying again may help, or but a page that is loaded anew. */
const SAID: Record<Reason, { key: string; again: 'retry' | 'reload' | '' }> = {
  network: { key: 'failed_network', again: 'retry' },
  'wasm-forbidden': { key: 'failed_forbidden', again: '' },
  'wasm-missing': { key: 'failed', again: '' },
  'mixed-versions': { key: 'failed_mixed', again: 'reload' },
  'unknown-calculator': { key: 'failed_unknown', again: '' },
  terms: { key: 'failed_terms', again: 'retry' },
  request: { key: 'failed_request', again: '' },
  internal: { key: 'failed_internal', again: 'retry' },
};

/** For when not even the words could be loaded. */
const FAILED: Record<Lang, { said: string; retry: string; reload: string }> = {
  en: { said: 'The calculator could not be loaded. Check your connection and try again.', retry: 'Try again', reload: 'Reload the page' },
  'zh-Hant': { said: '試算未能載入，請檢查網路連線後再試一次。', retry: '再試一次', reload: '重新整理網頁' },
};

const reload = (): void => location.reload();

export const waiting = (): TemplateResult => html`<slot></slot>`;

/** Why something is not there, in the visitor's words. */
export function troubleTemplate({ reason }: Failure, lang: Lang, words: Words | undefined, retry: () => void): TemplateResult {
  const { key, again } = SAID[reason];
  return html`<div class="failed" part="failed" role="status" lang=${lang}>
    <p>${words ? words.ui(key) : FAILED[lang].said}</p>
    ${again ? html`<button type="button" part="button" data-act=${again} @click=${again === 'reload' ? reload : retry}>${words ? words.ui(again) : FAILED[lang][again]}</button>` : nothing}
  </div>`;
}

/** In place of the whole. */
export const failed = (failure: Failure, lang: Lang, words: Words | undefined, retry: () => void): TemplateResult =>
  html`<slot></slot>${troubleTemplate(failure, lang, words, retry)}`;
