// Prints every calculator of a built core with its pack, one a line.

import { argv } from 'node:process';
import { coreIn } from './core.mjs';

for (const { calculator, pack } of (await coreIn(argv[2] ?? 'pkg')).calculators()) console.log(`${calculator} ${pack}`);
