// What Rust's standard library brings into the cores. Its crates stand in no `Cargo.lock` of ours, so there is one for them:
// `standard_library.json`, taken from the compiler that builds the cores.
//
//   node tools/licences/standard_library.mjs         writes it anew, where the compiler is another

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isSatisfied, kept, tidy, written } from './expression.mjs';
import { CORES, SHEETS, WORKBOOK } from './places.mjs';

const beside = (name) => fileURLToPath(new URL(name, import.meta.url));
const FILE = beside('standard_library.json');
const TARGET = 'wasm32-unknown-unknown';

const rustc = (...words) => execFileSync('rustc', words, { encoding: 'utf8', maxBuffer: 2 ** 24, stdio: ['ignore', 'pipe', 'pipe'] }).trim();

export const installed = () => rustc('--version');

/** The libraries that a linker is given with whatever uses the standard library. */
function linked() {
  const folder = mkdtempSync(join(tmpdir(), 'clausewise-'));
  try {
    const source = join(folder, 'empty.rs');
    writeFileSync(source, '');
    const told = rustc('--target', TARGET, '--crate-type', 'cdylib', '-C', 'panic=abort', '--print', 'link-args', source, '-o', join(folder, 'empty.wasm'));
    return [...told.matchAll(/"([^"]+\.rlib)"/g)].map(([, path]) => ({ path, name: /^lib(\w+)-/.exec(basename(path))[1] })).sort((one, other) => (one.name < other.name ? -1 : 1));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const CHARACTERS = { amp: '&', lt: '<', gt: '>', quot: '"', '#34': '"', '#38': '&', '#39': "'", '#43': '+', '#60': '<', '#62': '>', '#96': '`' };
const plain = (html) => html.replaceAll(/&([#\w]+);/g, (_, name) => {
  if (!(name in CHARACTERS)) throw new Error(`&${name}; is not known`);
  return CHARACTERS[name];
});

const licenceOf = (html) => written(plain(/<b>License:<\/b> (.+?)<\/p>/.exec(html)[1]));

/** The crates of others, by name and version, as a page of notices of the compiler has them. */
const others = (html) => new Map(html.split('<h3>📦 ').slice(1).map((each) => {
  const [, name, version] = /^(.+?)-(\d.*)<\/h3>/.exec(each);
  const files = new Map([...each.matchAll(/<summary><code>(.+?)<\/code><\/summary>\s*<pre>\n?([\s\S]*?)<\/pre>/g)].map(([, file, text]) => [file, tidy(plain(text))]));
  return [`${name} ${version}`, { name, version, html: each, files }];
}));

/** What the library has of its own that is not all its authors' own, but for files of systems that the cores do not run on. */
const copyrights = (html) => [...html.matchAll(/<b>File\/Directory:<\/b> <code>(.+?)<\/code>([\s\S]*?)(?=<div|<\/div>)/g)]
  .filter(([, path]) => !/\/fuchsia\b/.test(path))
  .map(([, , text]) => ({ licence: licenceOf(text), holders: [...text.matchAll(/<b>Copyright:<\/b> (.+?)<\/p>/g)].map(([, holder]) => plain(holder)) }));

/** A crate's version stands in the paths that its library carries; where it carries none, the notices know one. */
function versionOf({ name, path }, known) {
  const [, told] = new RegExp(`/deps/${name.replaceAll('_', '[-_]')}-(\\d+\\.\\d+\\.\\d+)`).exec(readFileSync(path, 'latin1')) ?? [];
  const listed = [...known.values()].filter((each) => each.name.replaceAll('-', '_') === name).map(({ version }) => version);
  return told ?? listed.sort((one, other) => one.localeCompare(other, 'en', { numeric: true })).at(-1);
}

/** What the installed compiler brings. */
export function gathered() {
  const sysroot = rustc('--print', 'sysroot');
  const documents = join(sysroot, 'share/doc/rust');
  const text = (name) => readFileSync(join(documents, name), 'utf8');
  const library = text('COPYRIGHT-library.html');
  // What only describes where a program was when it fell stands in the compiler's own notices.
  const [own, whole] = [others(library), others(text('COPYRIGHT.html'))];
  const [, sha256] = new RegExp(`\\[pkg\\.rust-std\\.target\\.${TARGET}\\][^[]*?xz_hash = "(\\w+)"`).exec(readFileSync(join(sysroot, 'lib/rustlib/multirust-channel-manifest.toml'), 'utf8'));
  const [crates, parts] = [[], []];
  for (const each of linked()) {
    if (each.name.startsWith('rustc_std_workspace_')) continue;
    const version = versionOf(each, own) ?? versionOf(each, whole);
    if (!version) {
      crates.push(each.name);
      continue;
    }
    const id = `${each.name} ${version}`;
    const found = [own, whole].map((known) => known.get(id) ?? known.get(id.replaceAll('_', '-'))).find(Boolean);
    if (!found) throw new Error(`${id} stands in no notice of the compiler`);
    const licence = licenceOf(found.html);
    parts.push({ name: found.name, version, licence, texts: kept(licence, [...found.files.keys()]).map((file) => found.files.get(file)) });
  }
  const underMit = copyrights(library).filter(({ licence }) => isSatisfied(licence, new Set(['MIT'])));
  const holders = [...new Set(underMit.flatMap(({ holders: some }) => some))].map((holder) => `Copyright (c) ${holder}`);
  const mit = tidy(text('licenses/MIT.txt')).replace(/^Copyright \(c\) <year> <copyright holders>$/m, holders.join('\n'));
  return {
    compiler: installed(), version: /^rustc (\S+)/.exec(installed())[1], sha256, crates,
    licence: '(MIT OR Apache-2.0) AND Unicode-3.0', texts: [mit, tidy(text('licenses/Unicode-3.0.txt'))], others: parts,
  };
}

/** What the library brings in that a compiler has; of one that is not at hand, what is known of the one that is written down. */
function broughtBy(compiler) {
  const known = JSON.parse(readFileSync(FILE, 'utf8'));
  if (known.compiler === compiler) return known;
  try {
    if (installed() === compiler) return gathered();
  } catch (error) {
    console.warn(`   ${error.message}`);
  }
  console.warn(`   the notices of the standard library are those of ${known.compiler}, not of ${compiler}`);
  return known;
}

/** The parts that the standard library is, or brings along. */
export function standardLibrary(compiler) {
  const { version, sha256, crates, licence, texts, others: brought } = broughtBy(compiler);
  const isBuiltin = (name) => name === 'compiler_builtins';
  const common = { how: 'linked', in: [...CORES, ...WORKBOOK, ...SHEETS], needs: [] };
  return [
    {
      ...common, of: 'rust', name: 'rust-std', version, licence, texts, sha256, crates: crates.filter((name) => !isBuiltin(name)),
      needs: [...crates.filter(isBuiltin).map((name) => `rust ${name} ${version}`), ...brought.map((each) => `cargo ${each.name} ${each.version}`)],
    },
    // Part of the library, under a licence of its own that the compiler does not bring along.
    ...crates.filter(isBuiltin).map((name) => ({
      ...common, of: 'rust', name, version, licence: 'MIT AND Apache-2.0 WITH LLVM-exception AND (MIT OR Apache-2.0)', texts: [tidy(readFileSync(beside(`${name}.txt`), 'utf8'))],
    })),
    ...brought.map((each) => ({ ...common, of: 'cargo', ...each })),
  ];
}

if (import.meta.url === pathToFileURL(argv[1] ?? '').href) writeFileSync(FILE, `${JSON.stringify(gathered(), null, 1)}\n`);
