// Names come from outside: from links, requests, packs, tables, stored things. An object with a prototype that is filled or asked
// by such a name has members that nobody put there, and `__proto__` changes it. So nothing is set by a name, asked for by `in`,
// or read by a name, but what has no prototype, or what is said here with its reason.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { parseAst } from '@rollup/wasm-node/parseAst';
import { transformSync } from 'esbuild';

const root = new URL('../../', import.meta.url);
const scripts = readdirSync(new URL('www/', root), { recursive: true }).filter((name) => /\.(ts|js)$/.test(name) && !name.endsWith('.d.ts'))
  .map((name) => `www/${name}`).sort();

/** Made without a prototype where they are made (www/element/state.ts), each of them. */
const BARE = /(?:^|\.)(?:row|item|one|other|page|target|envelope|first|last|input)\.(?:values|lists|given)$/;

/** Why the rest may be read by a name. A script that sets something by a name says so apart. */
const REASONS = {
  described: "the names are those that the core's description of the calculator or its answer has",
  own: "the names are the script's own, and TypeScript knows all of them",
  asked: 'it is asked with Object.hasOwn before, or beside it',
  keyed: 'the names are those that Object.keys has of it',
  apart: '__proto__, the only name that is no member of its own when set, is told apart before',
  listed: 'a list, by the number of a place',
  bare: 'made without a prototype, or freed of it, where it is made',
  made: 'made by the script for names that it has itself, and handed on at once',
};

/** The reason for each, by script. */
const REASONED = JSON.parse(readFileSync(new URL('names_from_outside.json', import.meta.url), 'utf8'));

function* nodesIn(node) {
  if (typeof node?.type === 'string') yield node;
  for (const part of Object.values(node)) {
    if (Array.isArray(part)) for (const each of part) { if (each && typeof each === 'object') yield* nodesIn(each); }
    else if (part && typeof part === 'object') yield* nodesIn(part);
  }
}

/** A place in a list, or a name that stands there as it is. */
function isOwn({ type, expressions, operator, left, right, name }) {
  if (type === 'Literal') return true;
  if (type === 'TemplateLiteral') return expressions.length === 0;
  if (type === 'UpdateExpression' || type === 'UnaryExpression') return true;
  if (type === 'BinaryExpression') return ['-', '*', '/', '%'].includes(operator) || (operator === '+' && (isOwn(left) || isOwn(right)) && typeof (left.value ?? right.value) === 'number');
  return type === 'Identifier' && PLACES.has(name);
}

/** Names that are numbers wherever they stand. */
const PLACES = new Set(['at', 'index', 'offset', 'end', 'start', 'place', 'line', 'depth', 'n', 'i']);

function found(code) {
  const { code: plain } = transformSync(code, { loader: 'ts', target: 'esnext' });
  const said = ({ start, end }) => plain.slice(start, end).replace(/\s+/g, ' ');
  const all = [];
  for (const node of nodesIn(parseAst(plain))) {
    if (node.type === 'BinaryExpression' && node.operator === 'in' && node.left.type !== 'Literal') all.push(said(node));
    if (node.type !== 'MemberExpression' || !node.computed || isOwn(node.property) || BARE.test(said(node.object))) continue;
    all.push(said(node));
  }
  return [...new Set(all)];
}

test('what is refused is found', () => {
  const names = (code) => found(code);
  assert.deepEqual(names('const x: Record<string, string> = {}; x[name] = 1;'), ['x[name]']);
  assert.deepEqual(names('if (name in given) read(given[name]);'), ['name in given', 'given[name]']);
  assert.deepEqual(names("row.values[name] = ''; list[0]; list[index]; list[end - 1]; 'read' in wanted;"), []);
});

for (const script of scripts) {
  test(script, () => {
    const unreasoned = found(readFileSync(new URL(script, root), 'utf8')).filter((each) => !Object.hasOwn(REASONED[script] ?? {}, each));
    assert.deepEqual(unreasoned, []);
  });
}

test('every reason is one, and still needed', () => {
  for (const [script, reasons] of Object.entries(REASONED)) {
    const all = found(readFileSync(new URL(script, root), 'utf8'));
    assert.deepEqual(Object.entries(reasons).filter(([each, reason]) => !all.includes(each) || !Object.hasOwn(REASONS, reason)), [], script);
  }
});
