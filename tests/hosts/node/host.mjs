// Node: as a module, required, and as a server imports every module while it draws pages.

import assert from 'node:assert/strict';

export const quick = true;

export default async function (host) {
  await answers(host, 'node', 'main.js');
  await importsAll(host, 'node', 'everything.js');
  assert.equal((await host.run('node', 'required.cjs')).trim(), '500.00');
  await importsAll(host, 'node', 'everything.js', 'require');
}

/** Half of the fee, 13 days before the start (MS-UES-16); and who asks too early is told. */
export async function answers(host, ...command) {
  const { early, refund } = JSON.parse(await host.run(...command));
  assert.equal(refund, '500.00');
  assert.match(early, /init\(\)/);
}

/** Each module is imported, and none of them says anything. */
export async function importsAll(host, ...command) {
  const imported = JSON.parse(await host.run(...command));
  for (const name of ['clausewise', 'clausewise/element.js', 'clausewise/search.js', 'clausewise/kept.js', 'clausewise/terms.js', 'clausewise/only/renewal.js']) {
    assert.ok(imported.includes(name), `${name} is not among ${imported}`);
  }
}
