// Vue, told which tags are not its own components.

import { keepsTheContract } from '../contract/check.mjs';

export const like = 'contract';

export default async function (host) {
  await host.script('check');
  await host.script('build');
  const { url } = await host.serve('dist');
  await host.visit(url, keepsTheContract);

  // And so it stands in the README.
  await host.write('app.vue', await host.readme('vue', 'clausewise-quote'));
  await host.script('build');
  await host.visit(url, (visit) => visit.worksOutRenewal());
}
