// The elements, as a page's script sees them. Compiled, never run.

import init, { initSync } from '../../pkg/clausewise.js';
import type { RequestDraft } from '../../pkg/clausewise.js';
import { ClausewiseQuote, ClausewiseTerms, setBasePath } from '../../pkg/element.js';
import type { ClausewiseAnswer } from '../../pkg/element.js';
import { ClausewiseKept } from '../../pkg/kept.js';
import { ClausewiseSearch } from '../../pkg/search.js';
import { ClausewiseTerms as Terms } from '../../pkg/terms.js';

/** Compiles only where both types are the same. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(_: Same<A, B>): void => undefined;

const envelope = { as_of: '2026-11-21', currency: 'USD' } as const;
const line = { fee: '1000.00', starts_on: '2026-12-31' };

// With the page's types there is more to open a core from.
void [init(new URL('https://example.org/clausewise_bg.wasm')), init(fetch('clausewise_bg.wasm')), init(new Request('clausewise_bg.wasm')), init(new Response())];
declare const compiled: WebAssembly.Module;
void init(compiled);
initSync({ module: compiled });
// @ts-expect-error an address cannot be waited for
initSync(new URL('https://example.org/clausewise_bg.wasm'));
setBasePath('/clausewise/');
setBasePath(new URL('https://example.org/clausewise/'));

const element = document.createElement('clausewise-quote');
same<typeof element, ClausewiseQuote>(true);
same<HTMLElementTagNameMap['clausewise-terms'], ClausewiseTerms>(true);
same<HTMLElementTagNameMap['clausewise-search'], ClausewiseSearch>(true);
same<HTMLElementTagNameMap['clausewise-kept'], ClausewiseKept>(true);
same<Terms, ClausewiseTerms>(true);

element.calculator = 'renewal';
element.currency = 'TWD';
element.asOf = '2026-11-21';
element.lang = 'zh-Hant';
element.hide = 'as-of currency';
element.keep = 'none';
// @ts-expect-error longer than its tab nothing is kept
element.keep = 'disk';
element.required = true;
element.terms = { id: 'own', edition: '2026' };
element.terms = null;
element.request = { ...envelope, calculator: 'cancellation', input: { lines: [line] } };
element.request = { input: { lines: [line] } };
element.request = { input: { lines: [{ fee: '1000.00' }] } };
element.request = null;
element.request = undefined;
element.request = '{}';
void (element.answer?.calculator === 'renewal' && element.answer.figures.net);
void element.ready.then((ready) => ready.focus());
// @ts-expect-error there is no such calculator
element.calculator = 'renewals';
// @ts-expect-error a day is a text
element.asOf = new Date();
// @ts-expect-error a day is no request
element.request = new Date();
// @ts-expect-error nor is a number
element.request = 5;

// What it tells, it tells at itself; and it takes back what it told.
element.addEventListener('clausewise-answer', ({ detail, currentTarget }) => {
  void [detail.answer?.terms.edition ?? detail.refusal?.errors[0].message, currentTarget];
  element.request = detail.request;
  const state: Partial<RequestDraft> | null = detail.request;
  void state;
  // @ts-expect-error no such thing is told
  void detail.result;
  // @ts-expect-error nobody changes what was told
  if (detail.answer) detail.answer.as_of = '';
});
element.addEventListener('clausewise-error', ({ detail }) => { if (detail.reason === 'network') element.retry(); });
element.addEventListener('clausewise-ready', () => element.focus());
element.addEventListener('click', ({ clientX }) => clientX);
const listen = ({ detail }: CustomEvent<ClausewiseAnswer>): void => void detail.request;
element.addEventListener('clausewise-answer', listen);
element.removeEventListener('clausewise-answer', listen);
document.addEventListener('clausewise-use', ({ detail }) => [detail.calculator, detail.verdict, detail.lines]);
// @ts-expect-error what a visitor enters is heard nowhere else
document.addEventListener('clausewise-answer', ({ detail }) => detail);

if (element.answer) {
  // @ts-expect-error it is the core's to give
  element.answer = null;
}
