// React 18, with the twenty lines that it takes there.

import { keepsTheContract } from '../contract/check.mjs';

export const like = 'contract';

export default async function (host) {
  await host.script('check');
  await host.script('build');
  const { url } = await host.serve('dist');
  await host.visit(url, keepsTheContract);
}
