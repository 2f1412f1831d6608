// Writes down what every file of the package is made of, so that anybody can see whether it is the one that was built, and an
// embedder can have a browser look: `node tools/sums.mjs FOLDER COMPILER`. Last of all: it has the sum of every other file.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';

const [folder = 'pkg', compiler] = argv.slice(2);
const NAME = 'manifest.json';

const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => join(parentPath, name).slice(join(folder).length + 1).replaceAll('\\', '/'))
  .filter((path) => path !== NAME)
  .sort();

const files = paths.map((path) => {
  const bytes = readFileSync(join(folder, path));
  const digest = createHash('sha256').update(bytes).digest();
  return [path, { bytes: bytes.length, sha256: digest.toString('hex'), integrity: `sha256-${digest.toString('base64')}` }];
});

writeFileSync(join(folder, NAME), `${JSON.stringify({ compiler, files: Object.fromEntries(files) }, null, 1)}\n`);
