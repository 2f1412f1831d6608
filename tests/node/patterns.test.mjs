// Every pattern of the scripts takes time in proportion to the text, whatever that is: one that looks at each sign again for each
// sign before it holds a page up for minutes over a single pasted cell. Whether it does is worked out from the pattern, not timed:
// a machine that is busy with something else says the same.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { parseAst } from '@rollup/wasm-node/parseAst';
import { transformSync } from 'esbuild';

// The checker in JavaScript, which is the same on every machine.
process.env.RECHECK_BACKEND = 'pure';
const { checkSync } = await import('recheck');

const www = new URL('../../www/', import.meta.url);
const scripts = readdirSync(www, { recursive: true }).filter((name) => /\.(ts|js)$/.test(name) && !name.endsWith('.d.ts')).sort();

function* nodesIn(node) {
  if (typeof node?.type === 'string') yield node;
  for (const part of Object.values(node)) if (part && typeof part === 'object') yield* nodesIn(part);
}

/** The patterns of a script; one that is put together where it runs cannot be looked at, and is said as it stands. */
function patternsOf(code) {
  const { code: plain } = transformSync(code, { loader: 'ts', target: 'esnext' });
  return [...nodesIn(parseAst(plain))].flatMap(({ type, regex, callee, arguments: given, start, end }) => {
    if (regex) return [regex];
    if (!['NewExpression', 'CallExpression'].includes(type) || callee.name !== 'RegExp') return [];
    const [pattern, flags] = given;
    return typeof pattern?.value === 'string' ? [{ pattern: pattern.value, flags: flags?.value ?? '' }] : [{ unknown: plain.slice(start, end) }];
  });
}

const PATIENCE = { timeout: 60_000 };
const slowOf = (code) => patternsOf(code).flatMap(({ pattern, flags, unknown }) => {
  if (unknown !== undefined) return [unknown];
  const { status, complexity, error } = checkSync(pattern, flags, PATIENCE);
  return status === 'safe' ? [] : [`/${pattern}/${flags}: ${complexity?.summary ?? error?.kind ?? status}`];
});

test('a pattern that is not linear is found', () => {
  assert.deepEqual(slowOf('text.replace(/\\s*[\\r\\n]+\\s*/g, " ")'), ['/\\s*[\\r\\n]+\\s*/g: 2nd degree polynomial']);
  assert.deepEqual(slowOf('const read = (x: string): boolean => /\\(+x/.test(x)'), ['/\\(+x/: 2nd degree polynomial']);
  assert.deepEqual(slowOf('new RegExp("(a+)+$")'), ['/(a+)+$/: exponential']);
  assert.deepEqual(slowOf('new RegExp(asked, "u")'), ['new RegExp(asked, "u")']);
  assert.deepEqual(slowOf('/^\\s*\\(+x/.test(x); a / b / c;'), []);
});

test('there are patterns to look at', () => {
  assert.ok(scripts.flatMap((name) => patternsOf(readFileSync(new URL(name, www), 'utf8'))).length > 60);
});

for (const name of scripts) {
  const code = readFileSync(new URL(name, www), 'utf8');
  if (patternsOf(code).length) test(name, () => assert.deepEqual(slowOf(code), []));
}
