// Deno, allowed to read and nothing else.

import { answers, importsAll } from '../node/host.mjs';

export const like = 'node';

export default async function (host) {
  await answers(host, 'npx', 'deno', 'run', '--allow-read', 'main.js');
  await importsAll(host, 'npx', 'deno', 'run', '--allow-read', 'everything.js');
}
