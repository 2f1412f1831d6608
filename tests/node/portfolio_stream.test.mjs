// Rows that come in pieces. What comes out is what `quoteCsv` makes of all of them at once.

import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { quoteCsv, quoteCsvStream } from './core.mjs';

const options = { calculator: 'cancellation', as_of: '2026-11-21', currency: 'USD', notes: true };
const bytes = (text) => new TextEncoder().encode(text);

async function all(pieces) {
  const got = [];
  for await (const piece of pieces) got.push(Buffer.from(piece));
  return { text: Buffer.concat(got).toString(), pieces: got.length };
}

const whole = (csv, by = options) => Buffer.from(quoteCsv(by, csv)).toString();

function* cut(csv, size) {
  for (let at = 0; at < csv.length; at += size) yield csv.subarray(at, at + size);
}

const ROWS = Array.from({ length: 30_000 }, (_, at) => `"${at % 7 ? 'Workshop' : 'two\r\nlines, “維護”'} ${at}",${1 + (at % 900)}.00,2026-12-${10 + (at % 20)}`);
const CSV = bytes(`\uFEFFservice,fee,starts_on\r\n${ROWS.join('\r\n')}`);

test('wherever rows are cut, they are priced as all of them at once', async () => {
  const expected = whole(CSV);
  assert.ok(expected.includes(',reasons,assumptions,warnings,clauses,error\r\n'));
  for (const size of [997, 65_536, 300_001, CSV.length]) {
    const { text } = await all(quoteCsvStream(options, cut(CSV, size)));
    assert.ok(text === expected, `in pieces of ${size}`);
  }
  const few = CSV.subarray(0, 400);
  assert.equal((await all(quoteCsvStream(options, cut(few, 1)))).text, whole(few));
});

test('priced rows go out before the last ones have come in', async () => {
  let out = 0;
  const seen = [];
  function* watched() {
    for (const piece of cut(CSV, 100_000)) { seen.push(out); yield piece; }
  }
  for await (const piece of quoteCsvStream(options, watched())) out += piece.length;
  assert.ok(seen.at(-1) > CSV.length / 2, seen.join(' '));
});

test('what one hands in may change afterwards', async () => {
  const asked = { ...options };
  const shared = new Uint8Array(64);
  async function* reused() {
    for (const piece of cut(CSV.subarray(0, 6_000), shared.length)) { shared.set(piece); yield shared.subarray(0, piece.length); }
  }
  const priced = quoteCsvStream(asked, reused());
  asked.as_of = '2026-12-31';
  assert.equal((await all(priced)).text, whole(CSV.subarray(0, 6_000)));
});

test('a stream that cannot be gone through is read all the same, and let go', async () => {
  // As Safari has it.
  const stream = new Blob([CSV.subarray(0, 700_000)]).stream();
  assert.equal((await all(quoteCsvStream(options, { getReader: () => stream.getReader() }))).text, whole(CSV.subarray(0, 700_000)));

  let isLet = false;
  const endless = new ReadableStream({ pull: (to) => to.enqueue(bytes('fee,starts_on\n'.repeat(40_000))), cancel: () => { isLet = true; } });
  await assert.rejects(all(quoteCsvStream({ ...options, as_of: 'soon' }, { getReader: () => endless.getReader() })), { name: 'Refused' });
  assert.ok(isLet);
});

test('a header alone is answered; none, and what is wrong, is refused as always', async () => {
  assert.equal((await all(quoteCsvStream(options, [bytes('fee,starts_on')]))).text, whole(bytes('fee,starts_on')));
  for (const [by, csv] of [[options, ''], [options, 'fee,colour\n1.00,red\n'], [{ ...options, as_of: 'soon' }, 'fee,starts_on\n'], [null, 'fee\n'],
    [{ ...options, input: () => 1 }, 'fee,starts_on\n']]) {
    const { errors } = quoteCsv(by, bytes(csv));
    await assert.rejects(all(quoteCsvStream(by, [bytes(csv)])), (error) => {
      assert.deepEqual([error.name, error.errors], ['Refused', errors]);
      return errors.length > 0 && error.message.includes(errors[0].message);
    });
  }
  await assert.rejects(all(quoteCsvStream(options, ['fee,starts_on\n'])), TypeError);
});

test('a quotation mark that nothing closes is told before it fills the memory', async () => {
  let read = 0;
  function* open() {
    yield bytes('fee,starts_on\n5.00,2026-12-01\n"');
    const more = bytes('a\n'.repeat(1 << 19));
    for (;;) { read += more.length; assert.ok(read < 128 << 20); yield more; }
  }
  await assert.rejects(all(quoteCsvStream(options, open())), ({ errors }) => errors[0].code === 'unclosed_quote');
});

const folder = mkdtempSync(join(tmpdir(), 'clausewise-stream-'));
after(() => rmSync(folder, { recursive: true }));

test('in a pipe of the shell', async () => {
  writeFileSync(join(folder, 'options.json'), JSON.stringify(options));
  writeFileSync(join(folder, 'rows.csv'), CSV);
  const piped = execFileSync('sh', ['-c', `cat rows.csv | "${process.execPath}" "${join(import.meta.dirname, '../../examples/price_stream.mjs')}" options.json | cat`],
    { cwd: folder, maxBuffer: 1 << 28 }).toString();
  assert.ok(piped === whole(CSV));

  // Whoever takes only the first rows ends it.
  const child = spawn('sh', ['-c', `yes "5.00,2026-12-01" | (echo fee,starts_on; cat) | "${process.execPath}" "${join(import.meta.dirname, '../../examples/price_stream.mjs')}" options.json 2>/dev/null | head -n 3`], { cwd: folder });
  let head = '';
  child.stdout.on('data', (chunk) => { head += chunk; });
  await once(child, 'close');
  assert.equal(head.trimEnd().split('\r\n').length, 3);
});
