// A page in Solid. Compiled, never run.

import { createSignal } from 'solid-js';
import type { RequestDraft } from 'clausewise';
import type { ClausewiseQuote } from 'clausewise/element.js';
import 'clausewise/element.js';
import 'clausewise/types/solid';

export function Page() {
  const [request, setRequest] = createSignal<Partial<RequestDraft>>({});
  let element!: ClausewiseQuote;
  void (() => element);
  return <main>
    <clausewise-quote ref={element} calculator="renewal" lang="en" as-of="2026-01-01" required class="x" id="y" style="color:red"
      request={request()} on:clausewise-answer={({ detail }) => setRequest(detail.request)} onClick={({ clientX }) => clientX}>Ask <button slot="actions">Order</button></clausewise-quote>
    <clausewise-quote prop:request={request()} attr:as-of="2026-01-01" attr:lang="en" />
    <clausewise-terms show="rules" />
    {/* @ts-expect-error there is no such calculator */}
    <clausewise-quote calculator="renewals" />
    {/* @ts-expect-error no such thing is told */}
    <clausewise-quote on:clausewise-answer={({ detail }) => detail.result} />
    {/* @ts-expect-error there is no such attribute */}
    <clausewise-quote calculater="renewal" />
  </main>;
}
