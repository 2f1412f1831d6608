// The five steps of the README, in a project as `npm create vite` makes it: nothing is added to what stands there.

import assert from 'node:assert/strict';
import { eventually } from '../../e2e/site.mjs';

export const quick = true;

export default async function (host) {
  await host.write('src/App.tsx', await host.readme('tsx', 'export default function App'));
  await host.script('build');
  const built = await host.serve('dist');
  await host.visit(built.url, renews);
  const dev = await host.start('npx', 'vite', '--host', '127.0.0.1');
  await host.visit(dev.url, renews);
}

async function renews(visit) {
  await visit.worksOutRenewal();
  await eventually(async () => assert.equal(await visit.text('main > p'), 'Net: 600'));
}
