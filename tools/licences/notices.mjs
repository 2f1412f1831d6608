// Everything of others that is in the package, with its licences, as a text for people.

const RULE = '='.repeat(80);

const titled = ({ name, version }) => `${name} ${version}`;

/** What a part is, where that is not what its name says. */
const told = ({ of, crates }) => {
  if (crates) return `Rust's standard library: ${crates.join(', ')}`;
  return { cargo: 'a Rust crate', npm: 'an npm package', rust: "part of Rust's standard library", data: 'data' }[of];
};

const HEAD = `What others have written of this package
${RULE}

Clausewise itself is under the MIT licence: see LICENSE. Below are all parts of it
that others have written: what is linked into the WebAssembly (Rust's crates and its
standard library), what is bundled into the scripts, and what writes something of its
own into either while they are made. First all of them, with the licences that they
declare and where they are; then the texts. Where a part may be taken under the MIT
licence among others, it is, and that text stands here. sbom.cdx.json has the same for
programs.`;

export function notices(parts) {
  const list = parts.map((part) => `${titled(part)}\n    ${told(part)}; ${part.licence}\n    in ${part.in.join(', ')}\n`);
  const texts = new Map();
  for (const part of parts) {
    const text = part.texts.join(`\n\n${'-'.repeat(80)}\n\n`);
    texts.set(text, [...texts.get(text) ?? [], titled(part)]);
  }
  const licences = [...texts].map(([text, names]) => `${RULE}\n${names.join('\n')}\n${RULE}\n\n${text}\n`);
  return `${HEAD}\n\n\n${list.join('\n')}\n\n${licences.join('\n\n')}`;
}
