// Puts the words of every language into the package, without the blanks that only writers need. The names of
// countries go into a script, which is fetched where one is asked for.

import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';

const from = 'www/words';
const to = `${argv[2] ?? 'pkg'}/words`;

mkdirSync(to, { recursive: true });
for (const name of readdirSync(from).filter((name) => name.endsWith('.json') && name !== 'countries.json').sort()) {
  const words = JSON.parse(readFileSync(`${from}/${name}`, 'utf8'));
  writeFileSync(`${to}/${name}`, `${JSON.stringify(words)}\n`);
}
