// What a link brought: what was quoted, for which day and, as it tells itself, by whom; and whether the answer that is
// worked out here and now differs from the one that was sent.

import cores from 'clausewise:cores';
import { html, nothing, type TemplateResult } from 'lit';
import { spoken } from '../answer/headline.js';
import type { AnswerView } from '../answer/view.js';
import { isDate, today } from '../form/day.js';
import { show } from '../format.js';
import { nearestLang } from '../language.js';
import { quoteWords } from '../late_words.js';
import { sameness } from '../page/given.js';
import type { Out, OutValue, OutValues } from '../types.js';
import type { Words } from '../words.js';
import { takesLinks, type Host } from './arrival.js';
import { isDay, NAMES, Unreadable, type QuoteDocument } from './document.js';
import { packedIn, unpack } from './link.js';
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
    ${view ? compared(view, words, document, isAsQuoted(view, document), restore) : nothing}
    <div class="bar">${closing}</div>
  </section>`;
}

const asked = ({ as_of, currency, minor_units, input }: QuoteDocument['request']): string => sameness({ as_of, currency, minor_units, input });

/** Whether the form still holds what was quoted. */
const isAsQuoted = ({ request, answer }: AnswerView, { request: quoted }: QuoteDocument): boolean =>
  asked({ ...request, as_of: answer.as_of, ...(request.minor_units === undefined && quoted.minor_units !== undefined && { minor_units: quoted.minor_units }) }) === asked(quoted);

function compared(view: AnswerView, words: Words, document: QuoteDocument, isSame: boolean, restore: () => void): TemplateResult {
  const { format, answer } = view;
  if (!isSame) {
    return html`<p role="status">${words.ui('received_changed')}</p>
      <div class="bar"><button type="button" part="button" class="quiet" data-act="as-quoted" @click=${restore}>${words.ui('received_restore')}</button></div>`;
  }
  const day = html`<p><b>${spoken(view)}</b></p><p>${view.words.ui('asked_day', { date: format.date(answer.as_of) })}</p>`;
  const all = differences(view, words, document);
  const terms = document.answer.terms as Partial<QuoteDocument['answer']['terms']> | undefined;
  const others = terms?.digest === answer.terms.digest ? nothing : html`<p class="warn">${words.ui('received_terms')}</p>`;
  if (!all.length) return html`${day}${others}<p role="status">${words.ui('received_same')}</p>`;
  return html`${day}${others}<p class="warn" role="status">${words.ui('received_differs', { count: format.count(all.length) })}</p>
    <table class="differences"><thead><tr><th scope="col">${words.ui('received_what')}</th><th scope="col">${words.ui('received_before')}</th><th scope="col">${words.ui('received_now')}</th></tr></thead>
    <tbody>${all.slice(0, MOST_SHOWN).map(({ label, before, now }) => html`<tr><th scope="row">${label}</th><td>${before}</td><td>${now}</td></tr>`)}</tbody></table>
    ${all.length > MOST_SHOWN ? html`<p>${words.ui('received_more', { count: format.count(all.length - MOST_SHOWN) })}</p>` : nothing}`;
}

/** As many as somebody reads. */
const MOST_SHOWN = 50;

export interface Difference { label: string; before: string; now: string }

/** Each value of the answer that is not what was sent, in the order in which the answer has them. */
export function differences(view: AnswerView, words: Words, { answer: sent }: QuoteDocument): Difference[] {
  const { answer, calculator: { calculator, answer: { figures, dates, line } } } = view;
  const found: Difference[] = [];
  const told = (out: Out, value: unknown): string => {
    if (value === undefined) return words.ui('received_none');
    return isPlain(out, value) ? show(out, value as OutValue, view.words, view.format) : words.ui('received_unknown');
  };
  const rows = (outs: Out[], before: unknown, now: OutValues[], label: string): void => {
    const list: unknown[] = Array.isArray(before) ? before : [];
    const most = Math.max(now.length, Math.min(list.length, MOST_ROWS));
    for (let index = 0; index < most; index++) values(outs, list[index], now[index] ?? {}, `${label}${words.ui('received_row', { row: view.format.count(index + 1) })}`);
  };
  const values = (outs: Out[], before: unknown, now: Record<string, OutValue>, place: string): void => {
    for (const out of outs) {
      const [was, is] = [memberOf(before, out.name), memberOf(now, out.name)];
      const label = place ? `${place}${words.colon}${view.words.lineName(out.name, calculator)}` : view.words.name(out.name, calculator);
      if (sameness(was ?? null) === sameness(is ?? null)) continue;
      if (out.kind === 'list') rows(out.items ?? [], was, Array.isArray(is) ? (is as OutValues[]) : [], `${label}${words.comma}`);
      else found.push({ label, before: told(out, was), now: told(out, is) });
    }
  };
  const verdict = (value: unknown): string => (typeof value === 'string' && view.calculator.answer.verdicts?.includes(value) ? view.words.verdict(calculator, value) : words.ui(value === undefined ? 'received_none' : 'received_unknown'));
  if (sameness(sent.verdict ?? null) !== sameness(answer.verdict ?? null)) found.push({ label: words.ui('received_verdict'), before: verdict(sent.verdict), now: verdict(answer.verdict) });
  values(figures, sent.figures, answer.figures, '');
  values(dates, sent.dates, answer.dates, '');
  // A code to be read by a telephone leaves the lines to be worked out.
  if (sent.lines !== undefined) rows(line, sent.lines, answer.lines, '');
  return found;
}

/** A form has no more lines. */
const MOST_ROWS = 2_000;

const memberOf = (of: unknown, name: string): unknown =>
  typeof of === 'object' && of !== null && Object.hasOwn(of, name) ? (of as Record<string, unknown>)[name] : undefined;

const NUMBER = /^-?\d{1,30}(?:\.\d{1,12})?$/;
const SHAPES: Partial<Record<Out['kind'], RegExp>> = {
  money: NUMBER, percent: NUMBER, rate: NUMBER, ratio: NUMBER, count: NUMBER,
  month: /^\d{4}-(?:0[1-9]|1[0-2])$/, time: /^\d\d:\d\d$/, country: /^[A-Z]{2}$/, text: /^[^\n]{0,200}$/, clause: /^[A-Z][A-Z0-9-]{0,30}$/,
};

/** Whether what was sent is a value of its kind; nothing else of it is shown. */
function isPlain({ kind, choices }: Out, value: unknown): boolean {
  if (Array.isArray(value)) return value.length <= 20 && value.every((each) => typeof each === 'string' && isPlain({ name: '', kind, ...(choices && { choices }) }, each));
  if (typeof value === 'boolean') return kind === 'flag';
  if (typeof value === 'number') return Number.isSafeInteger(value);
  if (typeof value !== 'string') return false;
  if (kind === 'date') return isDate(value);
  if (kind === 'local_time') return isDate(value.slice(0, 10)) && /^T\d\d:\d\d$/.test(value.slice(10));
  if (choices) return choices.includes(value);
  return SHAPES[kind]?.test(value) ?? false;
}
