// Pages of strangers, who have put an element into what they already had: no policy, styles of all kinds. Each is written where
// it is tried, and served beside pkg/, from which it takes the elements, and tests/e2e/, which holds scripts that look around in it.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { after, before } from 'node:test';
import { startBrowser } from './browser.mjs';

const root = new URL('../../', import.meta.url);

const TYPES = { '.js': 'text/javascript', '.json': 'application/json', '.wasm': 'application/wasm', '.css': 'text/css' };

const SCRIPTS = ['element', 'terms', 'search'].map((name) => `<script type="module" src="/pkg/${name}.js"></script>`).join('');

const READY = `return [...document.querySelectorAll('clausewise-quote, clausewise-terms, clausewise-search')]
  .every((each) => each.shadowRoot?.querySelector('form, .root, .search'))`;

/** `head` and `body` as they stand in the page; `attributes` those of its <html>. */
const written = ({ head = '', body, attributes = 'lang="en"' }) =>
  `<!doctype html><html ${attributes}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">${head}${SCRIPTS}</head><body>${body}</body></html>`;

/** A browser and such pages for the tests of a file; files whose names end in one of `host.lacking` are not there. */
export function useStrangers(options) {
  const host = { lacking: [] };
  let page = '';

  const server = createServer(({ url }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    if (pathname === '/') {
      response.setHeader('Content-Type', 'text/html; charset=utf-8').end(page);
      return;
    }
    try {
      if (!/^\/(pkg|tests\/e2e)\//.test(pathname) || host.lacking.some((ending) => pathname.endsWith(ending))) throw new Error('not here');
      const content = readFileSync(new URL(pathname.slice(1), root));
      response.setHeader('Content-Type', TYPES[extname(pathname)] ?? 'text/plain').end(content);
    } catch {
      response.writeHead(404).end();
    }
  });

  before(async () => {
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    host.driver = await startBrowser(options);
  });

  after(async () => {
    await host.driver?.quit();
    server.close();
    server.closeAllConnections();
  });

  /** Opens a page, and waits until every element in it stands, or for what else a script asks. */
  host.open = async (parts, until = READY) => {
    page = written(parts);
    await host.driver.get(`http://127.0.0.1:${server.address().port}/`);
    await host.driver.wait(() => host.driver.executeScript(until), 20_000, `not ready: ${parts.body}`);
  };

  return host;
}
