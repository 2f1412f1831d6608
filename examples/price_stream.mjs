// Prices the rows of a pipe while they come, in Node: `generate | node examples/price_stream.mjs OPTIONS.json | sort`.

import { readFileSync } from 'node:fs';
import { stdin, stdout } from 'node:process';
import { pipeline } from 'node:stream/promises';
import init, { quoteCsvStream } from '../pkg/clausewise.js';

const options = JSON.parse(readFileSync(process.argv[2], 'utf8'));
await init();
await pipeline(stdin, (rows) => quoteCsvStream(options, rows), stdout);
