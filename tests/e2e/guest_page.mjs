// The element as a guest: pages that a test writes, on a server of somebody else's, under the policy that they have.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { engine, startBrowser } from './browser.mjs';
import { Calculator } from './calculator.mjs';
import { eventually } from './site.mjs';

const PACKAGE = new URL('../../pkg/', import.meta.url);
const KINDS = { '.js': 'text/javascript; charset=utf-8', '.json': 'application/json', '.wasm': 'application/wasm' };

export const STRICT = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src data:";

/** Writes down, from the start, what the first element of the page tells. */
const LISTENING = `
  window.told = [];
  for (const name of ['ready', 'error', 'answer', 'use']) {
    document.querySelector('clausewise-quote')?.addEventListener('clausewise-' + name, ({ detail }) => told.push([name, detail]));
  }
`;

/** A site of such pages: `guest.show(body)` opens one. */
export function useGuest(options) {
  const guest = { files: new Map() };
  let policy = STRICT;

  const bodyOf = async (path) => {
    if (guest.files.has(path)) return guest.files.get(path);
    if (!path.startsWith('/clausewise/')) return undefined;
    return readFile(fileURLToPath(new URL(path.slice('/clausewise/'.length), PACKAGE))).catch(() => undefined);
  };
  const server = createServer(async ({ url }, response) => {
    const { pathname } = new URL(url, 'http://here');
    const body = await bodyOf(pathname);
    response.writeHead(body === undefined ? 404 : 200, {
      'content-type': KINDS[extname(pathname)] ?? 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'cache-control': 'no-store',
    });
    response.end(body);
  });

  before(async () => {
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    guest.url = `http://127.0.0.1:${server.address().port}/`;
    guest.driver = await startBrowser(options);
  });

  after(async () => {
    await guest.driver?.quit();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  let pages = 0;

  /** Opens a page; `before` is a script that runs before the element's own. */
  guest.show = async (body, { under = STRICT, lang = 'en', before = '' } = {}) => {
    policy = under;
    const name = `page${++pages}`;
    guest.files.set(`/${name}.js`, `${LISTENING}${before}`);
    guest.files.set(`/${name}.html`, `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,"></head>
      <body>${body}<script src="/${name}.js"></script><script type="module" src="/clausewise/element.js"></script></body></html>`);
    await guest.driver.get(`${guest.url}${name}.html`);
  };

  guest.run = (script, ...given) => guest.driver.executeScript(script, ...given);

  /** The first element, or the one of a name, once its form is there. */
  guest.calculator = async (name = '') => {
    await guest.driver.wait(() => guest.run("return !!document.querySelector('clausewise-quote')?.shadowRoot?.querySelector('form')"), 20_000, 'there is no form');
    return Calculator.on(guest.driver, name);
  };

  /** What was told under a name, from the first to the last. */
  guest.told = (name) => guest.run('return told.filter(([each]) => each === arguments[0]).map(([, detail]) => detail)', name);

  /** What a visitor reads in the element, its form aside. */
  guest.text = () => guest.run("return [...(document.querySelector('clausewise-quote').shadowRoot?.querySelectorAll('.failed, .answer, .basis') ?? [])].map((each) => each.innerText).join('\\n')");

  guest.reads = (part) => eventually(async () => {
    const text = await guest.text();
    if (!text.includes(part)) throw new Error(`it does not say “${part}”, but: ${text}`);
  });

  /** What the console has heard since the last time. */
  guest.complaints = () => engine.complaints(guest.driver);

  return guest;
}
