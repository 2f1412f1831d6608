// Bundles the scripts of the package, Lit and all: `node tools/bundle.mjs FOLDER BUILD [ACCOUNT]`.

import { readFile, writeFile } from 'node:fs/promises';
import { posix, relative } from 'node:path';
import { argv } from 'node:process';
import { nodeResolve } from '@rollup/plugin-node-resolve';
// The Rollup that runs on every kind of machine alike; the other needs a package for each.
import { rollup } from '@rollup/wasm-node';
import { transform } from 'esbuild';
import { isBeside, made, TAKEN } from './made.mjs';

const [folder = 'pkg', mark = 'unmarked', account] = argv.slice(2);

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
    const own = /[/\\]www[/\\](?:core|element|words)[/\\].+\.ts$/.test(path);
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

const MADE = made(folder, mark);

const makes = {
  name: 'makes',
  resolveId: (path) => (path in MADE ? `\0${path}` : isBeside(path) ? { id: path, external: 'relative' } : null),
  load: (path) => (path.startsWith('\0clausewise:') ? MADE[path.slice(1)]() : null),
};

/**
 * Lit as it is for servers also runs in browsers, and only there does anything: importing it elsewhere throws nothing. All that it
 * takes from a page that is not there is the class to begin with; a registry of elements it is not to leave behind.
 */
const SHIM = '@lit-labs/ssr-dom-shim';
const anywhere = {
  name: 'anywhere',
  resolveId: (path) => (path === SHIM ? `\0${SHIM}` : null),
  load: (path) => (path === `\0${SHIM}` ? 'export class HTMLElement {}\nexport const customElements = undefined;' : null),
  transform(code, path) {
    if (!/[/\\]node[/\\]reactive-element\.js$/.test(path)) return null;
    const without = code.replace(/\b\w+\.customElements\?\?=\w+;/, '');
    if (without === code) throw new Error(`${path} no longer puts a registry where there is none`);
    return { code: without, map: null };
  },
};

/**
 * Lit asks a page for a policy of trusted types under its own name, which a page that has a Lit of its own has given away. So
 * that one is ours, and that of a script with a Lit beside it another.
 */
const POLICIES = { element: 'clausewise', search: 'clausewise-search', kept: 'clausewise-kept' };
const policy = (name) => ({
  name: 'policy',
  transform(code, path) {
    if (!/[/\\]node[/\\]lit-html\.js$/.test(path)) return null;
    const named = code.replace('createPolicy("lit-html"', `createPolicy("${name}"`);
    if (named === code) throw new Error(`${path} no longer asks for a policy as it used to`);
    return { code: named, map: null };
  },
});

/** TypeScript names a file by what it becomes. */
const typescript = {
  name: 'typescript',
  resolveId(path, from) {
    return path.startsWith('.') && from?.endsWith('.ts') && path.endsWith('.js')
      ? this.resolve(path.replace(/\.js$/, '.ts'), from, { skipSelf: true })
      : null;
  },
};

/**
 * Scripts that import each other carry the name of their build in what they import: one that a cache has kept from another
 * build cannot be linked, and so is never run together with them.
 */
function marked(code, { fileName, imports }) {
  const name = `built_${mark}`;
  const own = imports.filter((each) => !isBeside(each));
  const ways = own.map((each) => posix.relative(posix.dirname(fileName), each)).map((way) => (way.startsWith('.') ? way : `./${way}`));
  const taken = ways.map((way, index) => `import{${name} as clausewise_build_${index}}from${JSON.stringify(way)};`);
  return `${taken.join('')}${code.trimEnd()}\nconst clausewise_build=1;export{clausewise_build as ${name}};\n`;
}

/** What bundlers are told of the one import that they have nothing to do with (`www/element/part.ts`). What makes scripts small throws it away. */
const notFollowed = (code) => code.replaceAll('import(`', () => 'import(/* webpackIgnore: true */ /* @vite-ignore */`');

const small = {
  name: 'small',
  renderChunk: async (code, chunk) => {
    const { code: minified } = await transform(code, { minify: true, format: 'esm', target: 'es2022', charset: 'utf8', legalComments: 'none' });
    return { code: `/*! Others' work in this file, and its licences: THIRD-PARTY-LICENSES.txt */\n${marked(notFollowed(minified), chunk)}`, map: null };
  },
};

/**
 * What a page names in a script tag, each with all that it needs to run: whatever else it comes to need is fetched by it. So a
 * page needs one script, and that one runs whatever a cache has kept of the rest.
 */
const ENTRIES = { element: 'index', search: 'search', kept: 'kept_quotes', start: 'start' };

/** Where a script lies that is fetched when it is needed: pictures by what they draw, everything else among the parts. */
const place = ({ facadeModuleId }) => (/[/\\]pictures[/\\]\w+\.ts$/.test(facadeModuleId ?? '') ? 'pictures/[name].js' : 'parts/[name].js');

const output = [];
for (const [entry, source] of Object.entries(ENTRIES)) {
  const bundle = await rollup({
    input: { [entry]: `www/element/${source}.ts` },
    preserveEntrySignatures: 'allow-extension',
    plugins: [makes, anywhere, policy(POLICIES[entry]), typescript, nodeResolve({ exportConditions: ['node'], browser: false }), sources, pure, small],
    onLog(level, log) {
      if (level === 'warn') throw new Error(log.message);
    },
  });
  const { output: files } = await bundle.write({ dir: folder, format: 'esm', entryFileNames: '[name].js', chunkFileNames: place, minifyInternalExports: true });
  const twice = files.find(({ fileName }) => output.some((each) => each.fileName === fileName));
  if (twice) throw new Error(`${twice.fileName} is written twice`);
  output.push(...files);
}

// The tables are the element's own; who wants them alone finds them under their name.
await writeFile(`${folder}/terms.js`, "export { ClausewiseTerms, setBasePath } from './element.js';\n");

/** Whose a module is, where it is not our own: the package's that it lies in, or that it was made from. */
function whose(path) {
  const at = path.replaceAll('\\', '/');
  const [, own] = /^.*(node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(at) ?? [];
  if (own) return own;
  if (!at.startsWith('\0') && !relative('.', at).startsWith('..')) return undefined;
  if (at.slice(1) in MADE || at === `\0${SHIM}`) return TAKEN[at.slice(1)];
  throw new Error(`nobody knows whose ${path} is`);
}

/** Which script has something of which package. */
const packages = {};
for (const { fileName, modules } of output) {
  for (const [path, { renderedLength }] of Object.entries(modules)) {
    const owner = renderedLength > 0 ? whose(path) : undefined;
    if (owner) (packages[owner] ??= new Set()).add(fileName);
  }
}

// Which files each of these brings along, which script draws which calculator's picture, and what others' is in which.
const PICTURE = /^ {2}(\w+): async \(\) => \(await import\('\.\/(\w+)\.js'\)\)/gm;
const pictures = (await readFile('www/element/pictures/index.ts', 'utf8')).matchAll(PICTURE);
await writeFile(`${folder}/scripts.json`, `${JSON.stringify({
  brings: Object.fromEntries(output.map(({ fileName, imports }) => [fileName, imports.filter((name) => output.some((each) => each.fileName === name))])),
  pictures: Object.fromEntries([...pictures].map(([, calculator, name]) => [calculator, `pictures/${name}.js`])),
  packages: Object.fromEntries(Object.keys(packages).sort().map((path) => [path, [...packages[path]].sort()])),
})}\n`);

// Who wants to know what the scripts are made of names a file for the account: bytes of each source in each script.
if (account) {
  const here = `${process.cwd()}/`;
  const told = output.map(({ fileName, modules }) => [fileName, Object.fromEntries(Object.entries(modules).map(([path, { renderedLength }]) => [path.replace(here, '').replace('\0', ''), renderedLength]))]);
  await writeFile(account, JSON.stringify(Object.fromEntries(told)));
}
