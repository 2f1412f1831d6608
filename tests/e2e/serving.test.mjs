// What `cargo xtask serve` hands out, and to whom.

import assert from 'node:assert/strict';
import { request } from 'node:http';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import { PAGES, serve } from './site.mjs';

let site;
before(async () => { site = await serve(); });
after(() => site.stop());

/** Asks for a path exactly as it is written. */
function get(path, method = 'GET') {
  const { hostname, port } = new URL(site.url);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, method, timeout: 5_000 }, (response) => {
      let length = 0;
      response.on('data', (chunk) => { length += chunk.length; });
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, length }));
    });
    asked.on('error', reject);
    asked.on('timeout', () => asked.destroy(new Error('no answer')));
    asked.end();
  });
}

test('every file with its media type', async () => {
  const types = {
    '/': 'text/html; charset=utf-8',
    '/site.js': 'text/javascript; charset=utf-8',
    '/site.css': 'text/css; charset=utf-8',
    '/assets/mark.svg': 'image/svg+xml; charset=utf-8',
    '/pkg/element.js': 'text/javascript; charset=utf-8',
    '/pkg/clausewise.js': 'text/javascript; charset=utf-8',
    '/pkg/clausewise_bg.wasm': 'application/wasm',
    '/pkg/words/zh-Hant.json': 'application/json; charset=utf-8',
  };
  for (const [path, type] of Object.entries(types)) {
    const { status, headers, length } = await get(path);
    assert.equal(status, 200, path);
    assert.equal(headers['content-type'], type, path);
    assert.ok(length > 0, path);
  }
});

test('every answer carries the policy', async () => {
  for (const path of [...PAGES.map((page) => `/${page}`), '/pkg/element.js', '/nowhere']) {
    const { headers } = await get(path);
    const policy = headers['content-security-policy'].split('; ');
    assert.deepEqual(policy, [
      "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", "img-src 'self' data:",
      "connect-src 'self'", "frame-src 'self' blob:", "font-src 'self'", "manifest-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'self'",
    ]);
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['referrer-policy'], 'no-referrer');
  }
});

test('what others embed may be read from everywhere, and nothing else', async () => {
  for (const path of ['/pkg/element.js', '/pkg/clausewise_bg.wasm', '/pkg/words/en.json']) {
    assert.equal((await get(path)).headers['access-control-allow-origin'], '*', path);
  }
  for (const path of ['/', '/site.js', '/pkg/nowhere.js']) assert.equal((await get(path)).headers['access-control-allow-origin'], undefined, path);
});

test('nothing but the two folders, and not what the pages are written from', async () => {
  const paths = [
    '/../Cargo.toml', '/pkg/../Cargo.toml', '/pkg/../../etc/passwd', '/%2e%2e/Cargo.toml', '/..%2fCargo.toml',
    '/pkg/..%2f..%2fetc/passwd', '/..%5cCargo.toml', '//etc/passwd', '/.git/HEAD', '/pkg/%00', '/%', '/%zz', '/nowhere.html',
    '/pages/flex.html', '//pages/flex.html', '/pages/frame/page.html', '/pages/menu.json', '/pages/',
  ];
  for (const path of paths) assert.equal((await get(path)).status, 404, path);
});

test('reading only', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
    const { status, headers } = await get('/', method);
    assert.equal(status, 405, method);
    assert.equal(headers.allow, 'GET, HEAD');
  }
  const { status, length } = await get('/', 'HEAD');
  assert.deepEqual([status, length], [200, 0]);
});

test('those who dawdle hold nobody up', async () => {
  const { hostname, port } = new URL(site.url);
  const dawdlers = Array.from({ length: 30 }, (_, index) => {
    const socket = connect(Number(port), hostname);
    socket.on('error', () => {});
    // Some never finish asking, some never take what they asked for.
    socket.write(index % 2 ? 'GET / HTTP/1.1\r\n' : 'GET /pkg/clausewise_bg.wasm HTTP/1.1\r\nHost: x\r\n\r\n');
    socket.pause();
    return socket;
  });
  const started = Date.now();
  assert.equal((await get('/')).status, 200);
  assert.ok(Date.now() - started < 3_000);
  for (const socket of dawdlers) socket.destroy();
});
