// Names everything of others that is in the package, with its licences: `THIRD-PARTY-LICENSES.txt` for people, `sbom.cdx.json` for
// programs: `node tools/licences.mjs FOLDER COMPILER`. What is under a licence that `deny.toml` does not allow does not get in.

import { readFileSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';
import { crates } from './licences/crates.mjs';
import { allowed, isSatisfied, tidy } from './licences/expression.mjs';
import { notices } from './licences/notices.mjs';
import { packages } from './licences/packages.mjs';
import { CORES } from './licences/places.mjs';
import { sbom } from './licences/sbom.mjs';
import { standardLibrary } from './licences/standard_library.mjs';
import { CLDR } from './names.mjs';

/** What the languages call the countries, as far as the cores read it (src/reading/names.json): the data of browsers and of Node. */
const languages = (unicode) => ({
  of: 'data', name: 'Unicode CLDR', version: CLDR, licence: 'Unicode-3.0', how: 'written', in: CORES, needs: [], texts: [tidy(unicode)],
});

const order = ({ name, of, version }) => `${name.toLowerCase()} ${of} ${version}`;

/** Every part that somebody else has written, in the order of their names. */
export function parts(folder, compiler) {
  const library = standardLibrary(compiler);
  const unicode = library.flatMap(({ texts }) => texts).find((text) => text.startsWith('UNICODE LICENSE'));
  const all = [...crates(), ...library, languages(unicode), ...packages(folder)];
  return all.sort((one, other) => (order(one) < order(other) ? -1 : 1));
}

/** Says which parts are under a licence that is not allowed. */
export function refused(all, accepted = allowed()) {
  return all.filter(({ licence }) => !isSatisfied(licence, accepted)).map(({ name, version, licence }) => `${name} ${version} is under ${licence}`);
}

if (import.meta.url === pathToFileURL(argv[1] ?? '').href) {
  const [folder = 'pkg', compiler = JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8')).compiler] = argv.slice(2);
  const all = parts(folder, compiler);
  const wrong = refused(all);
  if (wrong.length > 0) throw new Error(`deny.toml does not allow it: ${wrong.join('; ')}`);
  const own = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  writeFileSync(`${folder}/THIRD-PARTY-LICENSES.txt`, notices(all));
  writeFileSync(`${folder}/sbom.cdx.json`, `${JSON.stringify(sbom(own, all), null, 1)}\n`);
}
