// A portfolio: 200,000 rows of a renewal as CSV, in the browser's engine, natively, and as one would do it in JavaScript.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { quoteCsv, root } from './core.mjs';
import { priceCsv } from './decimal/portfolio.mjs';
import { ANNIVERSARY, AS_OF, csv } from './rows.mjs';
import { printRace, race } from './stopwatch.mjs';

const COUNT = 200_000;

const options = { calculator: 'renewal', as_of: AS_OF, currency: 'USD', input: { programme: 'PA', anniversary: ANNIVERSARY } };

const folder = new URL('target/bench/', root);
const file = (name) => fileURLToPath(new URL(name, folder));
const [asked, rows, priced] = [file('options.json'), file('rows.csv'), file('priced.csv')];

/** The same crate, built for this machine. Starting up is not counted, and neither is the first run, which warms up. */
function natively() {
  const run = ['run', '--quiet', '--release', '--example', 'price_csv', '--', asked, rows, '2', priced];
  const { status, stdout, stderr, error } = spawnSync('cargo', run, { cwd: fileURLToPath(root), encoding: 'utf8' });
  if (error) throw error;
  assert.equal(status, 0, stderr);
  return { milliseconds: Math.min(...JSON.parse(stdout)) / 1000 };
}

export function measure() {
  const bytes = new TextEncoder().encode(csv(COUNT));
  mkdirSync(folder, { recursive: true });
  writeFileSync(asked, JSON.stringify(options));
  writeFileSync(rows, bytes);

  const out = quoteCsv(options, bytes);
  natively();
  assert.ok(out instanceof Uint8Array, JSON.stringify(out));
  assert.ok(readFileSync(priced).equals(out), 'the native crate and pkg/ disagree');
  assert.ok(Buffer.from(priceCsv(options, bytes)).equals(out), 'decimal.js and pkg/ disagree');

  const results = race([
    { name: '`quoteCsv`, WebAssembly in Node', work: () => quoteCsv(options, bytes) },
    { name: 'the same with notes', work: () => quoteCsv({ ...options, notes: true }, bytes) },
    { name: 'the same crate, native', work: natively },
    { name: 'PapaParse and decimal.js', work: () => priceCsv(options, bytes) },
  ], { rounds: 7, calls: 1, warmUp: 2 });
  printRace(`A portfolio of ${COUNT.toLocaleString('en')} rows`, results);
}
