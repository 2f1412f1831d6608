// A worker that is a module, under the strict policy.

import assert from 'node:assert/strict';
import { eventually } from '../../e2e/site.mjs';

const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

export default async function (host) {
  host.putPackage('site/clausewise');
  const { url } = await host.serve('site', { policy: POLICY, headers: { 'content-security-policy': POLICY } });
  // Half of the fee, as close to the start as this (MS-UES-16).
  await host.visit(url, (visit) => eventually(async () => assert.equal(await visit.text('output'), '500.00')));
}
