// The built package, loaded the way anybody loads it in Node.

import { readFileSync } from 'node:fs';
import { initSync } from '../pkg/clausewise.js';

export const root = new URL('../', import.meta.url);

initSync({ module: readFileSync(new URL('pkg/clausewise_bg.wasm', root)) });

export { quote, quoteCsv } from '../pkg/clausewise.js';
