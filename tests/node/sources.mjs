// Modules of the element's sources that need no page, as the tests load them.

import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { languages } from '../../tools/languages.mjs';

const folder = fileURLToPath(new URL('../../www/element/', import.meta.url));

/** What the package is made with names files that a module needing no page never loads. */
const unmade = {
  name: 'unmade',
  setup(made) {
    made.onResolve({ filter: /^clausewise:/ }, ({ path }) => ({ path, namespace: 'unmade' }));
    made.onLoad({ filter: /./, namespace: 'unmade' }, () => ({ contents: 'export default {}; export const [build, whole, reading] = [];' }));
  },
};

/** All that modules give, which share what they import. Each path is below www/element, without its ending; of Lit it is the build for servers. */
export async function source(...paths) {
  const contents = paths.map((path) => `export * from './${path}.ts';`).join('\n');
  const { outputFiles: [{ text }] } = await build({
    stdin: { contents, resolveDir: folder }, bundle: true, write: false, format: 'esm', target: 'es2022', platform: 'node', external: ['./clausewise.js'], loader: { '.css': 'text' }, plugins: [languages, unmade], logLevel: 'silent',
  });
  return import(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`);
}
