// What a link brought: what was quoted, for which day and, as it tells itself, by whom; and whether the answer that is
// worked out here and now differs from the one that was sent.

import cores from 'clausewise:cores';
import { html, nothing, type TemplateResult } from 'lit';
import { spoken } from '../answer/headline.js';
import type { AnswerView } from '../answer/view.js';
import { isDate, today } from '../form/day.js';
import { nearestLang } from '../language.js';
import { quoteWords } from '../late_words.js';
import { sameness } from '../page/given.js';
import type { Words } from '../words.js';
import { takesLinks, type Host } from './arrival.js';
import { differences } from './differences.js';
import { isDay, NAMES, Unreadable, type QuoteDocument } from './document.js';
import { packedIn, unpack } from './link.js';
import { notesOf } from './scenarios/sides.js';
import { adoptStyles } from './tools_styles.js';

export interface Received {
  document?: QuoteDocument;
  /** Why there is none to show. */
  why?: Unreadable['why'] | 'other';
  /** The calculator that it is of, where that is another. */
  other?: string;
  host: Host;
}

/** Reads what an address brings for an element; nothing where it is meant for another one on the page. */
export async function receive(hash: string, host: Host): Promise<Received | undefined> {
  adoptStyles(host);
  try {
    // What is said of it is there when it is.
    await quoteWords.load(nearestLang(host));
    const document = await unpack(packedIn(hash) ?? '');
    const { calculator } = document.request;
    const takers = [...host.ownerDocument.querySelectorAll<Host>(host.localName)].filter((each) => takesLinks(each) && each.calculator === calculator);
    if (takers.length && takers[0] !== host) return undefined;
    return calculator === host.calculator ? { document, host } : { why: 'other', other: calculator, host };
  } catch (reason) {
    if (!(reason instanceof Unreadable)) throw reason;
    return { why: reason.why, host };
  }
}

interface Actions { restore(): void; close(): void }

export function receivedTemplate({ document, why, other, host }: Received, own: Words, view: AnswerView | undefined, { restore, close }: Actions): TemplateResult | undefined {
  const words = quoteWords.in(own.lang, () => host.requestUpdate());
  if (!words) return undefined;
  const closing = html`<button type="button" part="button" class="quiet" data-act="close-received" @click=${close}>${words.ui('received_close')}</button>`;
  if (!document) {
    // A name that there is not leads nowhere.
    const there = other !== undefined && host.pages && Object.hasOwn(cores, other) ? `${host.pages.replace('{calculator}', other)}${location.hash}` : undefined;
    return html`<section class="received" part="received" role="alert"><p>${words.ui(`received_${why ?? 'broken'}`)}</p>
      <div class="bar">${there === undefined ? nothing : html`<a class="onward" href=${there}>${words.ui('received_there')}</a>`}${closing}</div></section>`;
  }
  const told = NAMES.filter((name) => document[name] !== undefined);
  return html`<section class="received" part="received" aria-label=${words.ui('received')}>
    <h2>${words.ui('received')}</h2>
    ${told.length ? html`<dl class="told">${told.map((name) => html`<div><dt>${words.ui(`quote_${name}`)}</dt><dd>${
      isDay(name) && view && isDate(document[name] ?? '') ? view.format.date(document[name] ?? '') : document[name]}</dd></div>`)}</dl>` : nothing}
    <p class="beside">${words.ui(told.length ? 'received_told' : 'received_untold')}</p>
    ${document.valid_until !== undefined && isDate(document.valid_until) && document.valid_until < today() ? html`<p class="warn">${words.ui('received_over')}</p>` : nothing}
    ${view ? compared(view, words, document, isAsQuoted(view, document), restore, host.fixed !== '') : nothing}
    <div class="bar">${closing}</div>
  </section>`;
}

const asked = ({ as_of, currency, minor_units, input }: QuoteDocument['request']): string => sameness({ as_of, currency, minor_units, input });

/** Whether the form still holds what was quoted. */
const isAsQuoted = ({ request, answer }: AnswerView, { request: quoted }: QuoteDocument): boolean =>
  asked({ ...request, as_of: answer.as_of, ...(request.minor_units === undefined && quoted.minor_units !== undefined && { minor_units: quoted.minor_units }) }) === asked(quoted);

function compared(view: AnswerView, words: Words, document: QuoteDocument, isSame: boolean, restore: () => void, isFixed: boolean): TemplateResult {
  const { format, answer } = view;
  if (!isSame) {
    return html`<p role="status">${words.ui(isFixed ? 'received_fixed' : 'received_changed')}</p>
      <div class="bar"><button type="button" part="button" class="quiet" data-act="as-quoted" @click=${restore}>${words.ui('received_restore')}</button></div>`;
  }
  const day = html`<p><b>${spoken(view)}</b></p><p>${view.words.ui('asked_day', { date: format.date(answer.as_of) })}</p>`;
  const all = differences(view, words, document);
  const terms = document.answer.terms as Partial<QuoteDocument['answer']['terms']> | undefined;
  const others = terms?.digest === answer.terms.digest ? nothing : html`<p class="warn">${words.ui('received_terms')}</p>`;
  // What differs in a scenario is told where those stand.
  if (!all.length) return html`${day}${others}<p role="status">${words.ui(notesOf(view, words).length ? 'received_scenarios' : 'received_same')}</p>`;
  return html`${day}${others}<p class="warn" role="status">${words.ui('received_differs', { count: format.count(all.length) })}</p>
    <table class="differences"><thead><tr><th scope="col">${words.ui('received_what')}</th><th scope="col">${words.ui('received_before')}</th><th scope="col">${words.ui('received_now')}</th></tr></thead>
    <tbody>${all.slice(0, MOST_SHOWN).map(({ label, before, now }) => html`<tr><th scope="row">${label}</th><td>${before}</td><td>${now}</td></tr>`)}</tbody></table>
    ${all.length > MOST_SHOWN ? html`<p>${words.ui('received_more', { count: format.count(all.length - MOST_SHOWN) })}</p>` : nothing}`;
}

/** As many as somebody reads. */
const MOST_SHOWN = 50;
