// Reads requests with what the native core answers, one JSON text a line in turn, and has the built package answer them
// too: the two must be alike to the byte.

import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { initSync, quote } from '../pkg/clausewise.js';

initSync({ module: readFileSync(new URL('../pkg/clausewise_bg.wasm', import.meta.url)) });

let request = null;
let count = 0;
let refused = 0;
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  if (request === null) {
    request = line;
    continue;
  }
  const answer = JSON.stringify(quote(JSON.parse(request)));
  if (answer !== line) {
    console.error(`not alike: ${request}\nnatively: ${line}\npackage:  ${answer}`);
    process.exit(1);
  }
  count++;
  if (line.startsWith('{"errors"')) refused++;
  request = null;
}
if (request !== null || count === 0) throw new Error('the requests ended in the middle');
console.log(`${count} requests answered alike, byte by byte; ${refused} of them refused`);
