// Data as a module: what a page imports needs no other leave of its policy than scripts do, and every bundler can follow it.

import { writeFileSync } from 'node:fs';

/** A text between single quotes, in which those of JSON stay as they are. */
const quoted = (text) => `'${text.replaceAll(/[\\']/g, '\\$&')}'`;

/** A value as an expression: a text that JSON.parse reads is there sooner than the same value as a script. */
export const parsed = (value) => `JSON.parse(${quoted(JSON.stringify(value))})`;

/** Writes a value as a module's default, with the build that it belongs to beside it. */
export const writeModule = (file, value, mark) =>
  writeFileSync(file, `export default ${parsed(value)};\nexport const build = '${mark}';\n`);
