// A page in React 19, which sets properties and listens to events. Compiled, never run.

import { useRef, useState } from 'react';
import type { RequestDraft } from 'clausewise';
import type { ClausewiseQuote } from 'clausewise/element.js';
import 'clausewise/element.js';
import 'clausewise/types/react';

export function Page(): unknown {
  const [request, setRequest] = useState<Partial<RequestDraft>>({ input: { lines: [{ quantity: 3 }] } });
  const element = useRef<ClausewiseQuote>(null);
  return <main>
    <clausewise-quote ref={element} calculator="renewal" lang="en" as-of="2026-01-01" currency="USD" required className="x" id="y" style={{ color: 'red' }}
      request={request} onclausewise-answer={({ detail }) => setRequest(detail.request)} onclausewise-error={({ detail }) => detail.reason} onClick={({ clientX }) => clientX}>
      Ask your partner. <button slot="actions">Order</button>
    </clausewise-quote>
    <clausewise-quote calculator="renewal" request={{ input: { programme: 'PA' } }} terms={{ id: 'x' }} asOf="2026-01-01" />
    <clausewise-quote calculator={undefined} request={null} key="k" />
    <clausewise-terms show="rules" link="{calculator}.html" />
    <clausewise-search calculator="{key}.html" />
    {/* @ts-expect-error there is no such calculator */}
    <clausewise-quote calculator="renewals" />
    {/* @ts-expect-error there is no such attribute */}
    <clausewise-quote calculater="renewal" />
    {/* @ts-expect-error events go by their own names */}
    <clausewise-quote onClausewiseAnswer={() => 1} />
    {/* @ts-expect-error no such thing is told */}
    <clausewise-quote onclausewise-answer={({ detail }) => detail.result} />
  </main>;
}
