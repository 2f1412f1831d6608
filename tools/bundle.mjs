// Bundles the element, Lit and all: `node tools/bundle.mjs FOLDER`.

import { existsSync } from 'node:fs';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { argv } from 'node:process';
import { build, transform } from 'esbuild';
import { Converter } from 'opencc-js';

/** Style sheets come in as texts, minified as esbuild would minify them in files of their own. */
const styles = {
  name: 'styles',
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, 'utf8'), { loader: 'css', minify: true });
      return { contents: code.trim(), loader: 'text' };
    });
  },
};

/** Blanks at the start of a line are for those who read the templates, not for those who load them. */
const indentation = {
  name: 'indentation',
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]www[/\\]element[/\\].+\.ts$/ }, async ({ path }) =>
      ({ contents: (await readFile(path, 'utf8')).replaceAll(/^ +/gm, ''), loader: 'ts' }));
  },
};

/**
 * d3-array comes as one file that makes some of its functions by calling others. No bundler can know that those calls
 * change nothing, so each is marked as such: what nobody uses is then left out.
 */
const pure = {
  name: 'pure',
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]d3-array[/\\].+\.mjs$/ }, async ({ path }) =>
      ({ contents: (await readFile(path, 'utf8')).replaceAll(/^((?:export )?(?:const|var) \w+ = )(?=[\w.]+\()/gm, '$1/* @__PURE__ */ ') }));
  },
};

/** Every simplified character that stands for a traditional one of our own words: all that the search need know of them. */
const simplified = {
  name: 'simplified',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^clausewise:simplified$/ }, ({ path }) => ({ path, namespace: 'clausewise' }));
    onLoad({ filter: /.*/, namespace: 'clausewise' }, async () => {
      const files = await Promise.all(['zh-Hant', 'countries'].map((name) => readFile(`www/words/${name}.json`, 'utf8')));
      const simplify = Converter({ from: 'tw', to: 'cn' });
      const characters = [...new Set(files.join('').match(/\p{Script=Han}/gu))].sort();
      const pairs = characters.map((character) => [simplify(character), character]).filter(([simple, own]) => simple !== own && [...simple].length === 1);
      return { contents: JSON.stringify(Object.fromEntries(pairs)), loader: 'json' };
    });
  },
};

const folder = argv[2] ?? 'pkg';

/** Which calculators have a core of their own there. */
const alone = {
  name: 'alone',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^clausewise:alone$/ }, ({ path }) => ({ path, namespace: 'alone' }));
    onLoad({ filter: /.*/, namespace: 'alone' }, async () => {
      const files = existsSync(`${folder}/only`) ? await readdir(`${folder}/only`) : [];
      const names = files.filter((name) => name.endsWith('.js')).map((name) => name.replace(/\.js$/, '')).sort();
      return { contents: JSON.stringify(names), loader: 'json' };
    });
  },
};

const { metafile } = await build({
  // Each a file that a page or the element asks for by its name. What several need becomes a file of its own, and so
  // does every picture: they lie beside these, because words and the core are found from where a script lies.
  entryPoints: ['element', 'icalendar', 'countries', 'tables', 'terms', 'search', 'find'].map((name) => ({ in: `www/element/${name === 'element' ? 'index' : name}.ts`, out: name })),
  outdir: folder,
  bundle: true,
  splitting: true,
  chunkNames: 'part-[name]-[hash]',
  minify: true,
  format: 'esm',
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  banner: { js: '/*! Others\' work in this file, and its licences: element.licences.txt */' },
  external: ['./clausewise.js'],
  logLevel: 'warning',
  metafile: true,
  plugins: [styles, indentation, pure, simplified, alone],
});

// Which files each of these brings along, and which script draws which calculator's picture.
const fileOf = (path) => path.split('/').at(-1);
const outputs = Object.entries(metafile.outputs);
const pictures = (await readFile('www/element/pictures/index.ts', 'utf8')).matchAll(/^ {2}(\w+): async \(\) => \(await import\('\.\/(\w+)\.js'\)\)/gm);
const madeFrom = (source) => fileOf(outputs.find(([, { entryPoint }]) => entryPoint === source)[0]);
await writeFile(`${folder}/scripts.json`, `${JSON.stringify({
  brings: Object.fromEntries(outputs.map(([path, { imports }]) => [fileOf(path), imports.filter(({ kind, external }) => kind === 'import-statement' && !external).map(({ path }) => fileOf(path))])),
  pictures: Object.fromEntries([...pictures].map(([, calculator, name]) => [calculator, madeFrom(`www/element/pictures/${name}.ts`)])),
})}\n`);

// Most packages tell their licence in a file alone, where no bundler looks for it.
const used = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.entries(inputs)).filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => path);
const packages = new Set(used.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []));
const licences = await Promise.all([...packages].sort().map(async (path) => {
  const name = (await readdir(path)).find((each) => /^licen[cs]e/i.test(each));
  if (!name) throw new Error(`${path} has no licence`);
  return `${path.replace(/^.*node_modules\//, '')}\n\n${(await readFile(`${path}/${name}`, 'utf8')).trim()}\n`;
}));
await writeFile(`${folder}/element.licences.txt`, licences.join('\n\n'));

// Who wants to know what the bundle is made of names a file for the account.
if (argv[3]) await writeFile(argv[3], JSON.stringify(metafile));
