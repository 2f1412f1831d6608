// Preact, which sets a property where the element has one.

import { keepsTheContract } from '../contract/check.mjs';

export const like = 'contract';

export default async function (host) {
  await host.script('check');
  await host.script('build');
  const { url } = await host.serve('dist');
  await host.visit(url, keepsTheContract);

  // And so it stands in the README.
  const markup = await host.readme('jsx', ' request={request} onclausewise-answer');
  await host.write('main.tsx', `
    import { render } from 'preact';
    import { useState } from 'preact/hooks';
    import type {} from 'clausewise/types/preact';
    import type { ClausewiseQuote } from 'clausewise/element.js';
    function App() {
      const [request, setRequest] = useState<ClausewiseQuote['request'] | null>(null);
      return ${markup};
    }
    render(<App />, document.querySelector('#app')!);
  `);
  await host.script('check');
  await host.script('build');
  await host.visit(url, (visit) => visit.worksOutRenewal());
}
