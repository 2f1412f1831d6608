// Next as many still build it, by webpack; and its server for those who write, which tells where the page that a server
// made and the one in the browser differ.

import next from '../next/host.mjs';

export const like = 'next';

export default async function (host) {
  await next(host);
  const { url } = await host.start('npx', 'next', 'dev', '--hostname', '127.0.0.1', '--port', '0');
  await host.visit(url, (visit) => visit.worksOutAndLooksUp());
}
