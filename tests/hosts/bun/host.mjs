// Bun.

import { answers, importsAll } from '../node/host.mjs';

export const like = 'node';

export default async function (host) {
  await answers(host, 'npx', 'bun', 'main.js');
  await importsAll(host, 'npx', 'bun', 'everything.js');
}
