// workerd, which runs Cloudflare's workers: it compiles no WebAssembly at run time, so the core is handed over as a module.

import assert from 'node:assert/strict';

export default async function (host) {
  await host.script('build');
  const { url } = await host.start('npx', 'workerd', 'serve', 'workerd.capnp', '--control-fd=1');
  const bare = await (await fetch(url)).text();
  if (bare !== 'ready') assert.match(bare, /clausewise_bg\.wasm .*init\(\)/, bare);
  const response = await fetch(url, {
    method: 'POST',
    body: JSON.stringify({
      calculator: 'cancellation', as_of: '2025-07-18', currency: 'USD',
      input: { lines: [{ fee: '1000.00', starts_on: '2025-07-31' }] },
    }),
  });
  // Half of the fee, as close to the start as this (MS-UES-16).
  assert.equal((await response.json()).figures.refund, '500.00');
}
