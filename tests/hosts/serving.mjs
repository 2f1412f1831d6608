// A plain server for what a project has built: files as they are, with the types that every server knows.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { randomBytes } from 'node:crypto';
import { extname, join, normalize } from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};

// Browsers ask for one by themselves.
const ICON = '/favicon.ico';

/**
 * Serves a folder on a free port. `under` is the path below which it lies, such as `/shop/tools`; `headers` come with
 * every file; `policy` is the content security policy of a page, or gives that of each, in which, as in pages, `{nonce}` is new each time.
 */
export async function serve(folder, { under = '', headers = {}, policy } = {}) {
  const missing = [];
  const server = createServer(async ({ url }, response) => {
    const path = decodeURIComponent(new URL(url, 'http://host').pathname);
    if (path === ICON) return void response.writeHead(204).end();
    const nonce = randomBytes(16).toString('base64');
    const within = path.startsWith(`${under}/`) ? normalize(path.slice(under.length)) : undefined;
    try {
      if (within === undefined) throw new Error('outside');
      const file = join(folder, within.endsWith('/') ? `${within}index.html` : within);
      const isPage = extname(file) === '.html';
      const body = await readFile(file);
      const allowed = isPage && (typeof policy === 'function' ? policy(file.slice(folder.length)) : policy);
      response.writeHead(200, {
        'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
        ...headers,
        ...(allowed ? { 'content-security-policy': allowed.replaceAll('{nonce}', nonce) } : {}),
      });
      response.end(isPage ? body.toString().replaceAll('{nonce}', nonce) : body);
    } catch {
      missing.push(path);
      response.writeHead(404, headers).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = () => new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); });
  return { url: `http://127.0.0.1:${server.address().port}${under}/`, missing, stop };
}
