import { createSignal } from 'solid-js';
import { render } from 'solid-js/web';
import type {} from 'clausewise/types/solid';
import type { ClausewiseQuote } from 'clausewise/element.js';
import { FIRST, OTHER, refund } from './requests';

function App() {
  const [request, setRequest] = createSignal<ClausewiseQuote['request'] | null>(FIRST);
  const [heard, setHeard] = createSignal('');
  const [told, setTold] = createSignal('');
  const [lang, setLang] = createSignal('en');

  return (
    <>
      <clausewise-quote
        id="controlled" calculator="cancellation" currency="USD" as-of="2025-07-18" lang={lang()}
        prop:request={request()}
        on:clausewise-answer={({ detail }) => {
          setRequest(detail.request);
          setHeard(refund(detail));
        }}
      />
      <output id="heard">{heard()}</output>
      <button id="other" onClick={() => setRequest(OTHER)}>Another fee</button>
      <button id="nothing" onClick={() => setRequest(null)}>Nothing</button>
      <button id="chinese" onClick={() => setLang('zh-Hant')}>中文</button>
      <clausewise-quote
        id="inline" calculator="cancellation" currency="USD" as-of="2025-07-18"
        prop:request={{ calculator: 'cancellation', as_of: '2025-07-18', currency: 'USD', input: { lines: [{ fee: '1000', starts_on: '2025-07-31' }] } }}
        on:clausewise-answer={({ detail }) => setTold(refund(detail))}
      />
      <output id="told">{told()}</output>
    </>
  );
}

render(() => <App />, document.querySelector('#app')!);
