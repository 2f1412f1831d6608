// A service worker that answers without a server.

import assert from 'node:assert/strict';
import { eventually } from '../../e2e/site.mjs';

export default async function (host) {
  host.putPackage('site/clausewise');
  const { url } = await host.serve('site');
  // Half of the fee, as close to the start as this (MS-UES-16).
  await host.visit(url, (visit) => eventually(async () => assert.equal(await visit.text('output'), '500.00')));
}
