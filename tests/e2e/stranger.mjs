// Somebody else's pages: whatever HTML a test writes, served beside the package under a policy as strict as can be.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startBrowser } from './browser.mjs';
import { attended } from './site.mjs';

const PACKAGE = new URL('../../pkg/', import.meta.url);

const TEXT = 'text/html; charset=utf-8';
const KINDS = { '.js': 'text/javascript; charset=utf-8', '.json': 'application/json', '.css': 'text/css; charset=utf-8', '.wasm': 'application/wasm' };

export const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src data:; form-action 'self'";

const frame = (body, lang) => `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>A page of somebody else’s</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"></head><body>${body}</body></html>`;

/**
 * A site of pages that tests write: `stranger.show(body)` opens one, whose scripts are texts of their own. `stranger.files`
 * holds what else there is, by its path; what has a part of `stranger.withheld` in its path does not arrive. `stranger.asked` says
 * what has been asked for since a page was opened, whether it arrived or not.
 */
export function useStranger(options) {
  const stranger = { files: new Map(), withheld: [], asked: [] };
  const { files } = stranger;
  let policy = POLICY;

  const answer = async (path) => {
    if (files.has(path)) return files.get(path);
    const file = new URL(path.slice('/clausewise/'.length), PACKAGE);
    if (!path.startsWith('/clausewise/') || !file.href.startsWith(PACKAGE.href)) return undefined;
    return readFile(fileURLToPath(file)).catch(() => undefined);
  };
  const server = createServer(async ({ url }, response) => {
    const path = new URL(url, 'http://here').pathname;
    stranger.asked.push(path);
    if (stranger.withheld.some((part) => path.includes(part))) {
      response.destroy();
      return;
    }
    const body = await answer(path);
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': KINDS[extname(path)] ?? TEXT, 'content-security-policy': policy, 'cache-control': 'no-store' });
    response.end(body);
  });

  before(async () => {
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    stranger.url = `http://127.0.0.1:${server.address().port}/`;
    stranger.driver = await startBrowser(options);
  });

  after(async () => {
    await stranger.driver?.quit();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  /** Another browser in place of this one. */
  stranger.beginAnew = async () => {
    await stranger.driver.quit();
    stranger.driver = await startBrowser(options);
  };

  let pages = 0;

  /** Opens a page with a body, behind it a script of its own, and then the element's unless told otherwise. */
  stranger.show = async (body, { own = '', scripts = ['element.js'], query = '', lang = 'en', under = POLICY } = {}) => {
    policy = under;
    stranger.asked.length = 0;
    const name = `page${++pages}`;
    files.set(`/${name}.js`, own);
    const packaged = scripts.map((script) => `<script type="module" src="/clausewise/${script}"></script>`).join('');
    files.set(`/${name}.html`, frame(`${body}<script src="/${name}.js"></script>${packaged}`, lang));
    await stranger.driver.get(`${stranger.url}${name}.html${query}`);
  };

  /** Runs a script in the page. */
  stranger.run = (script, ...given) => stranger.driver.executeScript(script, ...given);

  /** Until a form is drawn in the first element of a kind. */
  stranger.drawn = (name = 'clausewise-quote', part = 'form') => stranger.driver.wait(() => stranger.run(
    'return !!document.querySelector(arguments[0])?.shadowRoot?.querySelector(arguments[1])', name, part), 20_000, `${name} is not drawn`);

  return attended(stranger);
}
