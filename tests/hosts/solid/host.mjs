// Solid, which asks to be told what is a property.

import { keepsTheContract } from '../contract/check.mjs';

export const like = 'contract';

export default async function (host) {
  await host.script('check');
  await host.script('build');
  const { url } = await host.serve('dist');
  await host.visit(url, keepsTheContract);

  // And so it stands in the README.
  const markup = await host.readme('jsx', 'prop:request');
  await host.write('main.tsx', `
    import { createSignal } from 'solid-js';
    import { render } from 'solid-js/web';
    import type {} from 'clausewise/types/solid';
    import type { ClausewiseQuote } from 'clausewise/element.js';
    function App() {
      const [request, setRequest] = createSignal<ClausewiseQuote['request'] | null>(null);
      return ${markup};
    }
    render(() => <App />, document.querySelector('#app')!);
  `);
  await host.script('check');
  await host.script('build');
  await host.visit(url, (visit) => visit.worksOutRenewal());
}
