// Somebody else's site: pages of their own, and the package in a folder of theirs, under headers of their choice.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname } from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8', '.wasm': 'application/wasm',
};

const FOLDER = '/clausewise/';

/**
 * `pages` are texts by their paths, `pageHeaders` what they are sent with, and `fileHeaders` what the package is sent with.
 * All three may be changed as long as the site stands. Its address is another origin than any other site's.
 */
export async function serveHost({ pages = {}, pageHeaders = {}, fileHeaders = {} } = {}) {
  const site = { pages, pageHeaders, fileHeaders };
  const server = createServer((asked, answer) => {
    const { pathname } = new URL(asked.url, 'http://host.invalid');
    const [text, headers] = pathname.startsWith(FOLDER) ? [packed(pathname), site.fileHeaders] : [site.pages[pathname], site.pageHeaders];
    if (text === undefined) {
      // Browsers ask for this on their own account.
      answer.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
      return;
    }
    answer.writeHead(200, { 'Content-Type': TYPES[extname(pathname)] ?? TYPES['.html'], 'Cache-Control': 'no-store', ...headers }).end(text);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  site.url = `http://127.0.0.1:${server.address().port}`;
  site.stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return site;
}

function packed(pathname) {
  try {
    return readFileSync(new URL(`../../pkg/${pathname.slice(FOLDER.length)}`, import.meta.url));
  } catch {
    return undefined;
  }
}
