// The bill of materials: by CycloneDX's own schema, the same from every build, and with all that leads to a part.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import { sbom } from '../../tools/licences/sbom.mjs';
import { parts } from '../../tools/licences.mjs';
import { read, root } from './core.mjs';

const text = read('pkg/sbom.cdx.json');
const bill = JSON.parse(text);

const schema = (name) => JSON.parse(read(`node_modules/@cyclonedx/cyclonedx-library/res/schema/${name}.SNAPSHOT.schema.json`));

/** Formats are of addresses and of mail, of which there are none in it. */
const ajv = new Ajv({ strict: false, validateFormats: false });
for (const name of ['spdx', 'jsf-0.82']) ajv.addSchema(schema(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`);
const validate = ajv.compile(schema('bom-1.6'));

test('holds by the schema of CycloneDX 1.6', () => {
  assert.ok(validate(bill), JSON.stringify(validate.errors));
  const changed = (change) => {
    const other = structuredClone(bill);
    change(other);
    return validate(other);
  };
  assert.ok(!changed((other) => (other.components[0].licenses = [{ license: { id: 'No-Such-Licence' } }])));
  assert.ok(!changed((other) => (other.components[0].hashes = [{ alg: 'SHA-256', content: 'abc' }])));
  assert.ok(!changed((other) => delete other.components[0].name));
});

test('has nothing in it of when or where it was made', () => {
  const own = JSON.parse(read('pkg/package.json'));
  const { compiler } = JSON.parse(read('pkg/manifest.json'));
  assert.equal(`${JSON.stringify(sbom(own, parts('pkg', compiler)), null, 1)}\n`, text);
  assert.ok(!('serialNumber' in bill) && !('timestamp' in bill.metadata));
  for (const place of [fileURLToPath(root), process.env.HOME, 'registry', 'node_modules']) assert.ok(!text.includes(place), place);
});

test('every part has an address, its licences, and the sum of what it was unpacked from', () => {
  const ADDRESS = { cargo: /^pkg:cargo\/[\w-]+@\d[\w.%-]*$/, npm: /^pkg:npm\/(?:%40[\w-]+\/)?[\w.-]+@\d[\w.-]*$/, generic: /^pkg:generic\/[\w-]+@\d[\d.]*$/ };
  // What writes workbooks has a lock file of its own, and so has what reads them.
  const lock = ['', 'workbook/', 'sheets/'].map((folder) => read(`${folder}Cargo.lock`)).join('');
  const without = [];
  for (const { name, version, purl, licenses, hashes } of bill.components) {
    assert.match(purl, ADDRESS[/^pkg:(\w+)/.exec(purl)[1]]);
    assert.equal(licenses.length, 1, name);
    if (!hashes) without.push(name);
    if (purl.startsWith('pkg:cargo/') && hashes) assert.ok(lock.includes(`name = "${name}"\nversion = "${version}"\nsource = `) && lock.includes(`checksum = "${hashes[0].content}"`), name);
  }
  // What comes along with the compiler is in its sum; a program's output and the data of languages have none.
  const { others } = JSON.parse(read('tools/licences/standard_library.json'));
  assert.deepEqual(without.filter((name) => !others.some((each) => each.name === name)).sort(), ['Unicode CLDR', 'compiler_builtins', 'wasm-bindgen-cli-support']);
});

test('every part can be reached from the package, and every reference leads to one', () => {
  const refs = [bill.metadata.component, ...bill.components].map((each) => each['bom-ref']);
  assert.equal(new Set(refs).size, refs.length);
  const ways = new Map(bill.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));
  assert.deepEqual([...ways.keys()].sort(), [...refs].sort());
  const reached = new Set([refs[0]]);
  for (const ref of reached) for (const next of ways.get(ref)) reached.add(next);
  assert.deepEqual([...reached].sort(), [...refs].sort());
});
