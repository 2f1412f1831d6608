// Other people's projects, from a stranger's point of view: each installs what `npm pack` makes, follows the package's
// README, builds, and is used in a real browser or engine. Nothing here sees `pkg/` but as the tarball.
//
//   node --test-reporter=spec tests/hosts/run.mjs            the quick ones, as part of every test run
//   node --test-reporter=spec tests/hosts/run.mjs all        every one
//   node --test-reporter=spec tests/hosts/run.mjs vite next  those of a name
//
// A folder here with a `host.mjs` is a project: its sources, its own package.json and lock file, and in `host.mjs` what
// a developer and a visitor do with it. `export const quick = true` puts it into every test run. `export const like =
// 'node'` says that its sources are those of another, but for what it has itself.

import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { argv } from 'node:process';
import { describe, test } from 'node:test';
import { Host } from './host.mjs';
import { pack } from './project.mjs';

const here = new URL('./', import.meta.url);
const names = readdirSync(here).filter((name) => existsSync(new URL(`${name}/host.mjs`, here))).sort();
const all = await Promise.all(names.map(async (name) => ({ name, ...(await import(`./${name}/host.mjs`)) })));

const asked = argv.slice(2);
const strange = asked.filter((name) => !['all', 'quick', ...names].includes(name));
assert.deepEqual(strange, [], `no such host; there are: ${names.join(' ')}`);
const isAsked = ({ name, quick = false }) => asked.includes(name) || asked.includes('all') || (quick && (asked.includes('quick') || asked.length === 0));

const tarball = pack();

// Two at a time: while one installs, another is looked at.
describe('the package in other people\'s projects', { concurrency: 2 }, () => {
  for (const { name, like, default: use } of all.filter(isAsked)) {
    test(name, { timeout: 600_000 }, async (t) => {
      const host = await Host.install(t, { name, like, tarball });
      await use(host);
    });
  }
});
