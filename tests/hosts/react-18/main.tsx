import { StrictMode, useCallback, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { ClausewiseAnswer, ClausewiseQuote } from 'clausewise/element.js';
import { Quote } from './quote';
import { FIRST, OTHER, refund } from './requests';

function App() {
  const [request, setRequest] = useState<ClausewiseQuote['request'] | null>(FIRST);
  const [heard, setHeard] = useState('');
  const [told, setTold] = useState('');
  const [lang, setLang] = useState('en');

  const control = useCallback((detail: ClausewiseAnswer) => {
    setRequest(detail.request);
    setHeard(refund(detail));
  }, []);
  const tell = useCallback((detail: ClausewiseAnswer) => setTold(refund(detail)), []);

  return (
    <>
      <Quote
        id="controlled" calculator="cancellation" currency="USD" as-of="2025-07-18" lang={lang}
        request={request} onAnswer={control}
      />
      <output id="heard">{heard}</output>
      <button id="other" onClick={() => setRequest(OTHER)}>Another fee</button>
      <button id="nothing" onClick={() => setRequest(null)}>Nothing</button>
      <button id="chinese" onClick={() => setLang('zh-Hant')}>中文</button>
      <Quote
        id="inline" calculator="cancellation" currency="USD" as-of="2025-07-18"
        request={{ calculator: 'cancellation', as_of: '2025-07-18', currency: 'USD', input: { lines: [{ fee: '1000', starts_on: '2025-07-31' }] } }}
        onAnswer={tell}
      />
      <output id="told">{told}</output>
    </>
  );
}

createRoot(document.querySelector('#app')!).render(<StrictMode><App /></StrictMode>);
