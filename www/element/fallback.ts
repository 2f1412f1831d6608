// What stands there instead of a calculator: what the page wrote between the tags, why it is still there, and a way to
// try again.

import said from 'clausewise:failures';
import { html, nothing, type TemplateResult } from 'lit';
import type { Failure, Reason } from './failure.js';
import { localeOf, type Lang } from './locale.js';

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

const reload = (): void => location.reload();

export const waiting = (): TemplateResult => html`<slot></slot>`;

/** Why something is not there, and what to do about it. It is said by itself: the words may be what is not there. */
export function troubleTemplate({ reason, isFinal }: Failure, lang: Lang, retry: () => void): TemplateResult {
  const { key, again: usual } = SAID[reason];
  const again = isFinal ? 'reload' : usual;
  const words = said[lang] ?? {};
  return html`<div class="failed" part="failed" role="status" lang=${localeOf(lang).tag}>
    <p>${words[key]}</p>
    ${again ? html`<button type="button" part="button" data-act=${again} @click=${again === 'reload' ? reload : retry}>${words[again]}</button>` : nothing}
  </div>`;
}

/** In place of the whole. */
export const failed = (failure: Failure, lang: Lang, retry: () => void): TemplateResult =>
  html`<slot></slot>${troubleTemplate(failure, lang, retry)}`;
