// Bundles the element into one file, Lit and all: `node tools/bundle.mjs FOLDER`.

import { readFile, writeFile } from 'node:fs/promises';
import { argv } from 'node:process';
import { build, transform } from 'esbuild';

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

const folder = argv[2] ?? 'pkg';

const { metafile } = await build({
  // Calendar and countries are files of their own: the element fetches them when somebody wants one.
  entryPoints: { element: 'www/element/index.ts', icalendar: 'www/element/icalendar.ts', countries: 'www/element/countries.ts', tables: 'www/element/tables.ts' },
  outdir: folder,
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  banner: { js: '/*! Others\' work in this file, and its licences: element.licences.txt */' },
  external: ['./clausewise.js', './icalendar.js', './countries.js', './tables.js'],
  logLevel: 'warning',
  metafile: true,
  plugins: [styles, indentation, pure],
});

// Most packages tell their licence in a file alone, where no bundler looks for it.
const used = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.entries(inputs)).filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => path);
const packages = new Set(used.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []));
const licences = await Promise.all([...packages].sort().map(async (path) =>
  `${path.replace(/^.*node_modules\//, '')}\n\n${(await readFile(`${path}/LICENSE`, 'utf8')).trim()}\n`));
await writeFile(`${folder}/element.licences.txt`, licences.join('\n\n'));

// Who wants to know what the bundle is made of names a file for the account.
if (argv[3]) await writeFile(argv[3], JSON.stringify(metafile));
