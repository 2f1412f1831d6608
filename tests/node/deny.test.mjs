// What `cargo xtask test --only deny` asks cargo-deny, as far as it can be had without it, in a second: all crates that anything
// here is built or tested with are under licences that deny.toml allows, come from one place, and in one version each.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { allowed, isSatisfied } from '../../tools/licences/expression.mjs';
import { read, root } from './core.mjs';

const rules = read('deny.toml');
const lock = read('Cargo.lock');

/** The crates that a list of deny.toml names. */
const listed = (name) => [...new RegExp(`^${name} = \\[\\n([\\s\\S]*?)^\\]$`, 'm').exec(rules)[1].matchAll(/crate = "([^"]+)"/g)].map(([, crate]) => crate);

/** What a lock file names. */
const packagesOf = (text) => text.split('[[package]]\n').slice(1).map((each) => Object.fromEntries([...each.matchAll(/^(name|version|source|checksum) = "(.+)"$/gm)].map(([, key, value]) => [key, value])));

/** What is wrong about where crates come from, and about how often and which. */
function wrong(packages) {
  const own = ['clausewise', 'clausewise-baked', 'clausewise-proof', 'xtask'];
  const others = packages.filter(({ name }) => !own.includes(name));
  const [most] = others.map(({ source }) => source);
  const skipped = listed('skip');
  const counted = others.filter(({ name, version }) => !skipped.includes(`${name}@${version.split('.')[0]}`)).map(({ name }) => name);
  return [
    ...others.filter(({ source, checksum }) => source !== most || !/^registry\+/.test(source ?? '') || !/^[0-9a-f]{64}$/.test(checksum ?? '')).map(({ name }) => `${name} comes from elsewhere`),
    ...counted.filter((name, at) => counted.indexOf(name) < at).map((name) => `${name} comes in several versions`),
    ...others.filter(({ name }) => listed('deny').includes(name)).map(({ name }) => `${name} is not wanted`),
  ];
}

test('every crate comes from the registry of cargo, once', () => {
  const packages = packagesOf(lock);
  assert.ok(packages.length > 60);
  assert.deepEqual(wrong(packages), []);
  const serde = packages.find(({ name }) => name === 'serde');
  const isToldOf = (change, told) => assert.deepEqual(wrong([...packages.filter((each) => each !== serde), { ...serde, ...change }]), [told]);
  isToldOf({ source: 'git+file:///serde' }, 'serde comes from elsewhere');
  isToldOf({ source: `${serde.source}-of-somebody` }, 'serde comes from elsewhere');
  isToldOf({ source: undefined, checksum: undefined }, 'serde comes from elsewhere');
  isToldOf({ checksum: undefined }, 'serde comes from elsewhere');
  isToldOf({ name: 'sha2', version: '1.0.0' }, 'sha2 comes in several versions');
  isToldOf({ name: 'openssl-sys' }, 'openssl-sys is not wanted');
  // What is left out for a reason is there.
  for (const skipped of listed('skip')) assert.ok(packages.some(({ name, version }) => `${name}@${version.split('.')[0]}` === skipped), skipped);
});

test('every crate that this machine builds with, tests included, is under a licence that is allowed', () => {
  const host = /^host: (.+)$/m.exec(execFileSync('rustc', ['-vV'], { encoding: 'utf8' }))[1];
  const accepted = allowed();
  const seen = new Set();
  for (const platform of [host, 'wasm32-unknown-unknown']) {
    const told = execFileSync('cargo', ['metadata', '--locked', '--format-version', '1', '--filter-platform', platform], { cwd: fileURLToPath(root), encoding: 'utf8', maxBuffer: 2 ** 26, stdio: ['ignore', 'pipe', 'inherit'] });
    for (const { name, version, license } of JSON.parse(told).packages) {
      assert.ok(license && isSatisfied(license, accepted), `${name} ${version}: ${license}`);
      seen.add(name);
    }
  }
  assert.ok(seen.size > 60);
});

test('cargo-deny is told the same: no other registry, no repository, no second version', () => {
  for (const line of ['unknown-registry = "deny"', 'unknown-git = "deny"', 'multiple-versions = "deny"', 'wildcards = "deny"']) assert.match(rules, new RegExp(`^${line}$`, 'm'));
  assert.doesNotMatch(rules, /allow-(?:registry|git)|https?:/);
});

test('every npm package is the one that was looked at', () => {
  const packages = Object.entries(JSON.parse(read('package-lock.json')).packages).filter(([path]) => path !== '');
  assert.ok(packages.length > 300);
  for (const [path, { integrity, resolved, link }] of packages) assert.ok(/^sha512-[\w+/]{86}==$/.test(integrity) && !resolved && !link, path);
});
