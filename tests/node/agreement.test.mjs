// The native crate and the built package give the same answer to every request.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { cases, isRefusal, quote, root } from './core.mjs';
import { generated } from './generated.mjs';
import { assertInvariants } from './invariants.mjs';
import { assertInSchema } from './schemas.mjs';

/** What the native crate answers, one JSON line for each request. */
function natively(requests) {
  const input = requests.map((request) => `${JSON.stringify(request)}\n`).join('');
  const { status, stdout, stderr, error } = spawnSync('cargo', ['run', '--quiet', '--example', 'quote'], {
    cwd: fileURLToPath(root),
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (error) throw error;
  assert.equal(status, 0, stderr);
  return stdout.trimEnd().split('\n').map((line) => JSON.parse(line));
}

function assertAgreement(requests) {
  const answers = natively(requests);
  assert.equal(answers.length, requests.length);
  requests.forEach((request, index) => {
    assert.deepEqual(quote(request), answers[index], JSON.stringify(request));
  });
}

test('all cases', () => assertAgreement(cases.map(({ request }) => request)));

const requests = generated(800);

test('generated requests', () => assertAgreement(requests));

test('generated requests hold what every answer holds', () => {
  let answered = 0;
  for (const request of requests) {
    const outcome = quote(request);
    if (isRefusal(outcome)) {
      assertInSchema(outcome);
      continue;
    }
    answered++;
    try {
      assertInvariants(request, outcome);
    } catch (error) {
      error.message += `\n${JSON.stringify(request)}`;
      throw error;
    }
  }
  assert.ok(answered > requests.length / 3, `only ${answered} were answered`);
});
