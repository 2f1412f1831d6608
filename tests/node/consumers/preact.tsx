// A page in Preact. Compiled, never run.

import type { RequestDraft } from 'clausewise';
import { useRef, useState } from 'preact/hooks';
import type { ClausewiseQuote } from 'clausewise/element.js';
import 'clausewise/element.js';
import 'clausewise/types/preact';

export function Page() {
  const [request, setRequest] = useState<Partial<RequestDraft>>({});
  const element = useRef<ClausewiseQuote>(null);
  return <main>
    <clausewise-quote ref={element} calculator="renewal" lang="en" as-of="2026-01-01" required class="x" id="y" style="color:red" key="k"
      request={request} onclausewise-answer={({ detail }) => setRequest(detail.request)} onClick={({ clientX }) => clientX}>Ask <button slot="actions">Order</button></clausewise-quote>
    <clausewise-terms show="rules" />
    {/* @ts-expect-error there is no such calculator */}
    <clausewise-quote calculator="renewals" />
    {/* @ts-expect-error no such thing is told */}
    <clausewise-quote onclausewise-answer={({ detail }) => detail.result} />
    {/* @ts-expect-error there is no such attribute */}
    <clausewise-quote calculater="renewal" />
  </main>;
}
