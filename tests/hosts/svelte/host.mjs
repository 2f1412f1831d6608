// Svelte 5, which sets a property where the element has one.

import { keepsTheContract } from '../contract/check.mjs';

export const like = 'contract';

export default async function (host) {
  await host.script('check');
  await host.script('build');
  const { url } = await host.serve('dist');
  await host.visit(url, keepsTheContract);
}
