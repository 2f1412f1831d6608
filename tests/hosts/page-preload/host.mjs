// A page that has everything for one calculator fetched ahead, as the README says: all of it is used, and nothing else is
// fetched before somebody types.

import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';

const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'";

export default async function (host) {
  host.putPackage('site/clausewise');
  const links = await host.readme('html', 'modulepreload');
  await mkdir(host.at('site'), { recursive: true });
  await host.write('site/index.html', `<!doctype html>
    <html lang="en">
      <meta charset="utf-8">
      <title>Preloaded</title>
      ${links}
      <script type="module" src="/clausewise/element.js"></script>
      <clausewise-quote calculator="renewal"></clausewise-quote>
    </html>`);
  const { url } = await host.serve('site', { policy: POLICY });
  await host.visit(url, async (visit) => {
    await visit.calculator('renewal');
    // Chromium complains of what was fetched ahead and not used a few seconds after the page is there.
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    const loaded = await visit.driver.executeScript("return performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)");
    const ahead = [...links.matchAll(/href="([^"]+)"/g)].map(([, address]) => address);
    assert.ok(ahead.length >= 5);
    // The picture is fetched by and by, while nobody waits for it.
    assert.deepEqual(loaded.filter((path) => !/favicon|pictures\/|parts\//.test(path)).sort(), ahead.sort());
    await visit.worksOutRenewal();
  });
}
