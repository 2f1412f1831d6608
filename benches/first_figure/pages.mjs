// The pages on which somebody waits for a first figure, and who serves them: each file packed as a server with brotli does,
// from memory, under an address that no cache has seen.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);
const LINE = { fee: '1000.00', starts_on: '2026-12-01' };
/** Ten days ahead, half of it is refunded (MS-UES-16). */
const REQUEST = { calculator: 'cancellation', as_of: '2026-11-21', currency: 'USD', input: { lines: [LINE] } };
export const FIGURE = '$500.00';

const page = (head, body) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Cancellation</title>
<link rel="icon" href="data:,">
${head}
${body}
</html>`;

const json = (value) => `<script type="application/json">${JSON.stringify(value)}</script>`;
const ELEMENT = '<script type="module" src="clausewise/element.js"></script>';
const START = '<script type="module" src="clausewise/start.js"></script>';
const QUOTE = `<clausewise-quote calculator="cancellation">${json(REQUEST)}</clausewise-quote>`;
const PRELOADS = ['element.js', 'only/cancellation.js', 'words/en/shared.js', 'words/en/cancellation.js'].map((file) => `<link rel="modulepreload" href="clausewise/${file}">`)
  .concat('<link rel="preload" href="clausewise/only/cancellation_bg.wasm" as="fetch" type="application/wasm" crossorigin>').join('\n');

export const PAGES = {
  peer: page('<script type="module" src="peer.js"></script>', `<div id="page"></div>${json({ ...LINE, cancelled_on: REQUEST.as_of })}`),
  tag: page(START, QUOTE),
  preloaded: page(`${PRELOADS}\n${ELEMENT}`, QUOTE),
};

const KINDS = { html: 'text/html; charset=utf-8', js: 'text/javascript', json: 'application/json', wasm: 'application/wasm' };
const packed = (text) => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });

async function peerScript() {
  const { outputFiles: [{ contents }] } = await build({
    entryPoints: [fileURLToPath(new URL('peer.mjs', import.meta.url))], bundle: true, minify: true, format: 'esm', target: 'es2022', write: false,
    define: { 'process.env.NODE_ENV': '"production"' }, legalComments: 'none', logLevel: 'error',
  });
  return contents;
}

export async function servePages() {
  const files = new Map(Object.entries(PAGES).map(([name, text]) => [`${name}.html`, packed(text)]));
  files.set('peer.js', packed(await peerScript()));
  const fileOf = (path) => {
    if (!files.has(path) && path.startsWith('clausewise/')) files.set(path, packed(readFileSync(new URL(`pkg/${path.slice('clausewise/'.length)}`, root))));
    return files.get(path);
  };
  const asked = [];
  const server = createServer(({ url }, response) => {
    // The first part of the address is another one each time.
    const path = new URL(url, 'http://localhost').pathname.split('/').slice(2).join('/');
    try {
      const file = fileOf(path);
      if (!file) throw new Error('there is no such file');
      asked.push({ path, size: file.length });
      response.writeHead(200, { 'content-type': KINDS[path.split('.').pop()], 'content-encoding': 'br', 'content-length': file.length, 'cache-control': 'max-age=600' }).end(file);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => { server.listen(0, 'localhost', resolve); });
  return {
    addressOf: (name, mark) => `http://localhost:${server.address().port}/${mark}/${name}.html`,
    /** What was asked for since the last time. */
    asked: () => asked.splice(0),
    close: () => new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); }),
  };
}
