// A page whose scripts come from another origin, which allows it.

import { readFile, writeFile } from 'node:fs/promises';

export default async function (host) {
  const elsewhere = await host.serve('node_modules/clausewise', { headers: { 'access-control-allow-origin': '*' } });
  const page = host.at('site/index.html');
  await writeFile(page, (await readFile(page, 'utf8')).replaceAll('{elsewhere}', elsewhere.url));
  const [from] = elsewhere.url.match(/^https?:\/\/[^/]+/);
  const policy = `default-src 'none'; script-src ${from} 'wasm-unsafe-eval'; style-src 'self'; connect-src ${from}`;
  const { url } = await host.serve('site', { policy });
  await host.visit(url, (visit) => visit.worksOutAndLooksUp());
}
