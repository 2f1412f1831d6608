// What a file has otherwise than this device: nothing of it is taken before somebody has said so.

import { html, nothing, type TemplateResult } from 'lit';
import { formatFor } from '../format.js';
import type { Words } from '../words.js';
import { changedOn } from './kept_list.js';
import type { KeptQuote } from './store/record.js';
import type { Difference } from './store/store.js';

type Settle = (which: readonly Difference[], way: 'file' | 'both' | 'ours') => void;

/** As many as are asked about one by one; of more, all can be settled at once. */
const SHOWN = 50;

export function differingTemplate(words: Words, differing: readonly Difference[], settle: Settle): TemplateResult {
  const time = (kept: KeptQuote): string => formatFor(words.lang).localTime(changedOn(kept), 'short');
  const ways = (which: readonly Difference[], suffix: string, name = ''): TemplateResult => html`<div class="bar">${(['file', 'both', 'ours'] as const).map((way) =>
    html`<button type="button" part="button" data-act=${way} aria-label=${name ? `${words.ui(`kept.take_${way}`)}${words.colon}${name}` : nothing}
      @click=${() => settle(which, way)}>${words.ui(`kept.take_${way}${suffix}`)}</button>`)}</div>`;
  return html`<section class="differ" aria-labelledby="differ" data-differ>
    <h2 id="differ">${words.ui('kept.differ')}</h2>
    <p>${words.ui('kept.differ_how')}</p>
    ${differing.length > 1 ? ways(differing, '_all') : nothing}
    <ul>${differing.slice(0, SHOWN).map((each) => html`<li><h3>${each.ours.name}</h3>
      ${each.theirs.name === each.ours.name ? nothing : html`<p class="aside">${words.ui('kept.differ_name', { name: each.theirs.name })}</p>`}
      <p class="aside">${words.ui('kept.differ_when', { ours: time(each.ours), theirs: time(each.theirs) })}</p>
      ${ways([each], '', each.ours.name)}</li>`)}</ul>
  </section>`;
}
