// Modules of the element's sources that need no page, as Node can load them.

import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** `path` is below www/element, without its ending. */
export async function source(path) {
  const entry = fileURLToPath(new URL(`../../www/element/${path}.ts`, import.meta.url));
  const { outputFiles: [{ text }] } = await build({ entryPoints: [entry], bundle: true, write: false, format: 'esm', target: 'es2022', external: ['clausewise:*', './clausewise.js'], logLevel: 'silent' });
  return import(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`);
}
