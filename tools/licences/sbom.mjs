// The same for programs: a bill of materials in the form of CycloneDX. No tool that there is joins crates, npm packages, the
// standard library and data in one; each knows its own registry alone, and lists what is installed instead of what is inside.
// What one build gives out, the next does too: no date, no number that is drawn, no path of this machine.

/** How each registry's parts are addressed. Rust's own are in none. */
const ADDRESS = {
  cargo: ({ name, version }) => `pkg:cargo/${name}@${version.replaceAll('+', '%2B')}`,
  npm: ({ name, version }) => `pkg:npm/${name.replace('@', '%40')}@${version}`,
  rust: ({ name, version }) => `pkg:generic/${name}@${version}`,
  data: ({ name, version }) => `pkg:generic/${name.toLowerCase().replaceAll(' ', '-')}@${version}`,
};

const address = (part) => ADDRESS[part.of](part);

/** One licence by its name, several as the expression that joins them. */
const licences = (expression) => [/^[\w.-]+$/.test(expression)
  ? { license: { id: expression, acknowledgement: 'declared' } }
  : { expression, acknowledgement: 'declared' }];

const hashes = ({ sha256, sha512 }) => [
  ...(sha256 ? [{ alg: 'SHA-256', content: sha256 }] : []),
  ...(sha512 ? [{ alg: 'SHA-512', content: sha512 }] : []),
];

const property = (name, value) => ({ name: `clausewise:${name}`, value });

function component(part) {
  const { of, name, version, licence, crates = [], how } = part;
  const [, group, rest] = /^(@[^/]+)\/(.+)$/.exec(name) ?? [];
  const sums = hashes(part);
  return {
    type: of === 'data' ? 'data' : 'library',
    'bom-ref': address(part),
    ...(group ? { group } : {}),
    name: rest ?? name,
    version,
    scope: 'required',
    ...(sums.length > 0 ? { hashes: sums } : {}),
    licenses: licences(licence),
    purl: address(part),
    ...(crates.length > 0 ? { components: crates.map((each) => ({ type: 'library', 'bom-ref': `${address(part)}#${each}`, name: each, version })) } : {}),
    properties: [...part.in.map((file) => property('in', file)), property('how', how)],
  };
}

/** `own` is the package itself: its name, version, description and licence. */
export function sbom(own, parts) {
  const id = (part) => `${part.of} ${part.name} ${part.version}`;
  const refs = new Map(parts.map((part) => [id(part), address(part)]));
  const root = `pkg:npm/${own.name}@${own.version}`;
  const ways = (needs) => [...new Set(needs.map((need) => refs.get(need)).filter(Boolean))].sort();
  const needed = new Set(parts.flatMap(({ needs }) => needs));
  const atTop = parts.filter((part) => part.isDirect || !needed.has(id(part))).map(id);
  const { name, version, description, license } = own;
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      lifecycles: [{ phase: 'build' }],
      component: { type: 'library', 'bom-ref': root, name, version, description, licenses: licences(license), purl: root },
    },
    components: parts.map(component),
    dependencies: [{ ref: root, dependsOn: ways(atTop) }, ...parts.map((part) => ({ ref: address(part), dependsOn: ways(part.needs) }))],
    compositions: [{ aggregate: 'complete', assemblies: [root] }],
  };
}
