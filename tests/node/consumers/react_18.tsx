// A page in React before 19, which writes attributes and no more; the rest goes by a ref. Compiled, never run.

import { useEffect, useRef } from 'react';
import type { ClausewiseQuote } from 'clausewise/element.js';
import 'clausewise/element.js';
import 'clausewise/types/react';

export function Page(): unknown {
  const element = useRef<ClausewiseQuote>(null);
  useEffect(() => { if (element.current) { element.current.request = { input: {} }; element.current.addEventListener('clausewise-answer', ({ detail }) => detail.answer); } }, []);
  return <main>
    <clausewise-quote ref={element} calculator="renewal" lang="en" as-of="2026-01-01" required class="x" id="y" request="{}" onClick={({ clientX }) => clientX}>Ask</clausewise-quote>
    <clausewise-terms show="rules" key="k" />
    {/* @ts-expect-error there is no such calculator */}
    <clausewise-quote calculator="renewals" />
    {/* @ts-expect-error it would write [object Object] */}
    <clausewise-quote request={{ input: {} }} />
    {/* @ts-expect-error it does not listen */}
    <clausewise-quote onclausewise-answer={() => 1} />
    {/* @ts-expect-error it would write "false", which counts as true */}
    <clausewise-quote required={false} />
  </main>;
}
