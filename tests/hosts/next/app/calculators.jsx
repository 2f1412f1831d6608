'use client';

import 'clausewise/element.js';
import 'clausewise/search.js';

const REQUEST = {
  calculator: 'cancellation', as_of: '2025-07-18', currency: 'USD',
  input: { lines: [{ fee: '800', starts_on: '2025-07-31' }] },
};

export function Calculators() {
  return (
    <>
      <clausewise-quote calculator="cancellation" currency="USD" as-of="2025-07-18">To cancel, ask your partner.</clausewise-quote>
      <clausewise-quote calculator="renewal" lang="zh-Hant" />
      <clausewise-quote id="filled" calculator="cancellation" request={JSON.stringify(REQUEST)} />
      <clausewise-search calculator="{key}.html" />
      <clausewise-terms show="rules" />
    </>
  );
}
