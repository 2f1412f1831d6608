// React 18, with the lines that it takes there.

import { keepsTheContract } from '../contract/check.mjs';

export const like = 'contract';

export default async function (host) {
  await host.script('check');
  await host.script('build');
  const { url } = await host.serve('dist');
  await host.visit(url, keepsTheContract);

  // And so it stands in the README.
  const body = await host.readme('jsx', 'useRef(null)');
  await host.write('main.jsx', `
    import { useEffect, useRef, useState } from 'react';
    import { createRoot } from 'react-dom/client';
    function App() {
      const [request] = useState(null);
      const [net, setNet] = useState('');
      ${body.replace('return <', 'const quote = <')}
      return <>{quote}<output>{net}</output></>;
    }
    createRoot(document.querySelector('#app')).render(<App />);
  `);
  await host.script('check');
  await host.script('build');
  await host.visit(url, (visit) => visit.worksOutRenewal());
}
