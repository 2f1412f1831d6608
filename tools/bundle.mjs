// Bundles the element, Lit and all: `node tools/bundle.mjs FOLDER`.

import { existsSync } from 'node:fs';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { argv } from 'node:process';
import { nodeResolve } from '@rollup/plugin-node-resolve';
// The Rollup that runs on every kind of machine alike; the other needs a package for each.
import { rollup } from '@rollup/wasm-node';
import { transform } from 'esbuild';
import { Converter } from 'opencc-js';

const folder = argv[2] ?? 'pkg';

/** Style sheets and words come in as texts and objects; TypeScript without its types. */
const sources = {
  name: 'sources',
  async transform(code, path) {
    if (path.endsWith('.css')) {
      const { code: small } = await transform(code, { loader: 'css', minify: true });
      return { code: `export default ${JSON.stringify(small.trim())}`, map: null };
    }
    if (path.endsWith('.json')) return { code: `export default ${code}`, map: null };
    // Blanks at the start of a line are for those who read the templates, not for those who load them.
    const own = /[/\\]www[/\\]element[/\\].+\.ts$/.test(path);
    return { code: (await transform(own ? code.replaceAll(/^ +/gm, '') : code, { loader: own ? 'ts' : 'js', target: 'es2022' })).code, map: null };
  },
};

/**
 * d3-array comes as one file that makes some of its functions by calling others. No bundler can know that those calls
 * change nothing, so each is marked as such: what nobody uses is then left out.
 */
const pure = {
  name: 'pure',
  transform: (code, path) => /[/\\]d3-array[/\\].+\.mjs$/.test(path)
    ? { code: code.replaceAll(/^((?:export )?(?:const|var) \w+ = )(?=[\w.]+\()/gm, '$1/* @__PURE__ */ '), map: null }
    : null,
};

/** Modules that are made here, by the names under which the element asks for them. */
const MADE = {
  /** Every simplified character that stands for a traditional one of our own words: all that the search need know of them. */
  async 'clausewise:simplified'() {
    const files = await Promise.all(['zh-Hant', 'countries'].map((name) => readFile(`www/words/${name}.json`, 'utf8')));
    const simplify = Converter({ from: 'tw', to: 'cn' });
    const characters = [...new Set(files.join('').match(/\p{Script=Han}/gu))].sort();
    const pairs = characters.map((character) => [simplify(character), character]).filter(([simple, own]) => simple !== own && [...simple].length === 1);
    return Object.fromEntries(pairs);
  },
  /** Which calculators have a core of their own in the folder. */
  async 'clausewise:alone'() {
    const files = existsSync(`${folder}/only`) ? await readdir(`${folder}/only`) : [];
    return files.filter((name) => name.endsWith('.js')).map((name) => name.replace(/\.js$/, '')).sort();
  },
};

const made = {
  name: 'made',
  resolveId: (path) => (path in MADE ? `\0${path}` : null),
  load: async (path) => (path.startsWith('\0clausewise:') ? `export default ${JSON.stringify(await MADE[path.slice(1)]())}` : null),
};

/** TypeScript names a file by what it becomes. */
const typescript = {
  name: 'typescript',
  resolveId(path, from) {
    return path.startsWith('.') && from?.endsWith('.ts') && path.endsWith('.js') && path !== './clausewise.js'
      ? this.resolve(path.replace(/\.js$/, '.ts'), from, { skipSelf: true })
      : null;
  },
};

const small = {
  name: 'small',
  renderChunk: async (code) => ({
    code: (await transform(code, {
      minify: true, format: 'esm', target: 'es2022', charset: 'utf8', legalComments: 'none',
      banner: '/*! Others\' work in this file, and its licences: element.licences.txt */',
    })).code,
    map: null,
  }),
};

/** Each a file that a page or the element asks for by its name. */
const ENTRIES = ['element', 'icalendar', 'countries', 'tables', 'terms', 'search', 'find'];

const source = (entry) => `www/element/${entry === 'element' ? 'index' : entry}.ts`;

const bundle = await rollup({
  input: Object.fromEntries(ENTRIES.map((entry) => [entry, source(entry)])),
  external: ['./clausewise.js'],
  plugins: [made, typescript, nodeResolve(), sources, pure, small],
  onLog(level, log) {
    if (level === 'warn') throw new Error(log.message);
  },
});

/**
 * What the calculators, the tables and the search have in common, in one file: apart, these modules would be five, each
 * packed by itself and fetched by itself. Words are a file of their own, for those who search without a browser.
 */
const GATHERED = [
  ['words', /[/\\]element[/\\](once|words)\.ts$/],
  ['shared', /[/\\](lit|lit-html|lit-element|@lit|styles)[/\\]|[/\\]element[/\\](brought|country|fallback|format|language|section)\.ts$/],
];

const { output } = await bundle.write({
  dir: folder,
  format: 'esm',
  // They all lie beside each other, because words and the core are found from where a script lies.
  entryFileNames: '[name].js',
  chunkFileNames: 'part-[name]-[hash].js',
  manualChunks: (path) => GATHERED.find(([, belongs]) => belongs.test(path))?.[0],
  minifyInternalExports: true,
});

// Which files each of these brings along, and which script draws which calculator's picture.
const PICTURE = /^ {2}(\w+): async \(\) => \(await import\('\.\/(\w+)\.js'\)\)/gm;
const pictures = (await readFile('www/element/pictures/index.ts', 'utf8')).matchAll(PICTURE);
const madeFrom = (name) => output.find(({ facadeModuleId }) => facadeModuleId?.endsWith(`/pictures/${name}.ts`)).fileName;
await writeFile(`${folder}/scripts.json`, `${JSON.stringify({
  brings: Object.fromEntries(output.map(({ fileName, imports }) => [fileName, imports.filter((name) => output.some((each) => each.fileName === name))])),
  pictures: Object.fromEntries([...pictures].map(([, calculator, name]) => [calculator, madeFrom(name)])),
})}\n`);

// Most packages tell their licence in a file alone, where no bundler looks for it.
const used = output.flatMap(({ modules }) => Object.entries(modules)).filter(([, { renderedLength }]) => renderedLength > 0).map(([path]) => path);
const packages = new Set(used.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []));
const licences = await Promise.all([...packages].sort().map(async (path) => {
  const name = (await readdir(path)).find((each) => /^licen[cs]e/i.test(each));
  if (!name) throw new Error(`${path} has no licence`);
  return `${path.replace(/^.*node_modules\//, '')}\n\n${(await readFile(`${path}/${name}`, 'utf8')).trim()}\n`;
}));
await writeFile(`${folder}/element.licences.txt`, licences.join('\n\n'));

// Who wants to know what the scripts are made of names a file for the account: bytes of each source in each script.
if (argv[3]) {
  const here = `${process.cwd()}/`;
  const account = output.map(({ fileName, modules }) => [fileName, Object.fromEntries(Object.entries(modules).map(([path, { renderedLength }]) => [path.replace(here, '').replace('\0', ''), renderedLength]))]);
  await writeFile(argv[3], JSON.stringify(Object.fromEntries(account)));
}
