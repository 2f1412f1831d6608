// Which crates are inside the cores, and inside what writes and reads workbooks, by cargo itself: those that are linked, and those that write something into them while
// they are built (macros that derive, and what the build script takes tables from).

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { env } from 'node:process';
import { textsIn, written } from './expression.mjs';
import { CORES, OPENERS, SHEETS, SHEETS_OPENER, WORKBOOK, WORKBOOK_OPENER } from './places.mjs';

const TARGET = 'wasm32-unknown-unknown';

const cargo = (...words) => execFileSync(env.CARGO ?? 'cargo', words, { encoding: 'utf8', maxBuffer: 2 ** 26, stdio: ['ignore', 'pipe', 'inherit'] });

/** The lines of `cargo tree`: how deep, the name, the version, and whether it is a macro. */
const tree = ({ manifest, crate }, ...words) => cargo('tree', '--locked', '--manifest-path', manifest, '--package', crate, '--target', TARGET, '--prefix', 'depth', '--no-dedupe', ...words)
  .split('\n')
  .flatMap((line) => {
    const [, depth, name, version, more] = /^(\d+)(\S+) v(\S+)(.*)$/.exec(line) ?? [];
    return name ? [{ depth: Number(depth), id: `${name} ${version}`, isMacro: more.includes('(proc-macro)') }] : [];
  });

/** Each crate of a tree with what it needs. */
function needs(lines) {
  const found = new Map();
  const above = [];
  for (const { depth, id, isMacro } of lines) {
    above.splice(depth, Infinity, id);
    if (!found.has(id)) found.set(id, { isMacro, needs: new Set() });
    if (depth > 0) found.get(above[depth - 1]).needs.add(id);
  }
  return found;
}

/** Owner and name of the repository that a crate comes from: what a macro writes may stand in a crate beside it. */
const house = ({ repository }) => /^https?:\/\/[^/]+\/([^/]+\/[^/.]+)/.exec(repository ?? '')?.[1];

/** Of a tree: what is linked, and the macros that write into it, with the crates of the same repository that they use. */
export function inside(graph, houseOf) {
  const [[root, { needs: direct }]] = graph;
  const linked = new Set([root]);
  const macros = new Set();
  for (const id of linked) for (const need of graph.get(id).needs) (graph.get(need).isMacro ? macros : linked).add(need);
  for (const id of macros) for (const need of graph.get(id).needs) if (!linked.has(need) && houseOf(need) && houseOf(need) === houseOf(id)) macros.add(need);
  linked.delete(root);
  return { linked: [...linked], macros: [...macros], direct };
}

/** The SHA-256 of every crate, as `Cargo.lock` has it. */
const sums = ({ lock }) => new Map([...readFileSync(lock, 'utf8').matchAll(/^name = "(.+)"\nversion = "(.+)"\nsource = .+\nchecksum = "(.+)"$/gm)]
  .map(([, name, version, sum]) => [`${name} ${version}`, sum]));

/** wasm-bindgen's JavaScript side of the cores is written by a program in the very version of the crate (xtask/src/tools.rs). */
const GLUE = { of: 'wasm-bindgen', name: 'wasm-bindgen-cli-support' };

/** Those that WebAssembly is made of: each has a lock file of its own. */
const MADE_OF = [
  { manifest: 'Cargo.toml', lock: 'Cargo.lock', crate: 'clausewise', wasm: CORES, openers: OPENERS },
  { manifest: 'workbook/Cargo.toml', lock: 'workbook/Cargo.lock', crate: 'clausewise-workbook', wasm: WORKBOOK, openers: WORKBOOK_OPENER },
  { manifest: 'sheets/Cargo.toml', lock: 'sheets/Cargo.lock', crate: 'clausewise-sheets', wasm: SHEETS, openers: SHEETS_OPENER },
];

/** Every crate that something of is in the package; one that is in several is told once. */
export function crates() {
  const all = new Map();
  for (const part of MADE_OF.flatMap(cratesOf)) {
    const id = `${part.of} ${part.name} ${part.version} ${part.how}`;
    const there = all.get(id);
    all.set(id, there ? { ...there, in: [...there.in, ...part.in], isDirect: there.isDirect || part.isDirect, needs: [...new Set([...there.needs, ...part.needs])] } : part);
  }
  return [...all.values()];
}

function cratesOf(made) {
  const about = new Map(JSON.parse(cargo('metadata', '--locked', '--manifest-path', made.manifest, '--format-version', '1', '--filter-platform', TARGET)).packages.map((each) => [`${each.name} ${each.version}`, each]));
  const graph = needs(tree(made, '--edges', 'normal'));
  const { linked, macros, direct } = inside(graph, (id) => house(about.get(id)));
  const tables = tree(made, '--edges', 'build', '--depth', '1').filter(({ depth }) => depth === 1).map(({ id }) => id);
  const sum = sums(made);
  const part = (id, how) => {
    const { name, version, license, manifest_path } = about.get(id);
    if (!license) throw new Error(`${id} declares no licence`);
    const licence = written(license);
    return {
      of: 'cargo', name, version, licence, how, in: made.wasm, isDirect: direct.has(id), sha256: sum.get(id),
      needs: [...graph.get(id)?.needs ?? []].map((need) => `cargo ${need}`),
      texts: textsIn(dirname(manifest_path), licence),
    };
  };
  const parts = [...linked.map((id) => part(id, 'linked')), ...[...macros, ...tables].map((id) => part(id, 'written'))];
  const bindgen = parts.find(({ name }) => name === GLUE.of);
  if (!bindgen) throw new Error(`${GLUE.of} is not in the cores any more`);
  return [...parts, { ...bindgen, name: GLUE.name, how: 'written', in: made.openers, sha256: undefined, needs: [] }];
}

