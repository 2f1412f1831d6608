'use client';

import 'clausewise/element.js';
import 'clausewise/search.js';

export function Calculators() {
  return (
    <>
      <clausewise-quote calculator="cancellation" currency="USD" as-of="2025-07-18">To cancel, ask your partner.</clausewise-quote>
      <clausewise-quote calculator="renewal" lang="zh-Hant" />
      <clausewise-search calculator="{key}.html" />
      <clausewise-terms show="rules" />
    </>
  );
}
