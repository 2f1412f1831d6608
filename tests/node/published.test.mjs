// The package as strangers get it: what npm would publish, put into projects that know nothing of ours.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { root } from './core.mjs';

const at = (path) => fileURLToPath(new URL(path, root));
const ours = at('node_modules');
const place = mkdtempSync(join(tmpdir(), 'clausewise-published-'));
after(() => rmSync(place, { recursive: true }));

function run(program, parts, options = {}) {
  const { status, stdout, stderr } = spawnSync(program, parts, { encoding: 'utf8', ...options });
  assert.equal(status, 0, `${basename(program)} ${parts.join(' ')}\n${stdout}${stderr}`);
  return stdout;
}

const [{ filename }] = JSON.parse(run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', place], { cwd: at('pkg') }));
const tarball = join(place, filename);
run('tar', ['xzf', tarball, '-C', place]);
const unpacked = join(place, 'package');
const { exports } = JSON.parse(readFileSync(join(unpacked, 'package.json'), 'utf8'));

/** Everything that can be asked for, and the file that then comes; those behind an asterisk one by one. */
const entries = Object.entries(exports).flatMap(([name, target]) => {
  const file = target.default ?? target;
  if (!name.includes('*')) return [{ name, file }];
  const [before, behind] = file.split('*');
  const folder = before.replace(/[^/]*$/, '');
  const files = readdirSync(join(unpacked, folder), { recursive: true }).map((each) => folder + each).filter((each) => each.startsWith(before) && each.endsWith(behind));
  return files.map((each) => ({ name: name.replace('*', each.slice(before.length, each.length - behind.length)), file: each }));
});
const modules = entries.filter(({ file }) => file.endsWith('.js'));

test('publint finds nothing', () => {
  run(join(ours, '.bin/publint'), ['run', tarball, '--strict']);
});

// Whoever has CommonJS reads modules with require() from the Node on that package.json asks for; the tool does not know.
test('every module has types that its resolution finds', () => {
  const names = entries.filter(({ file }) => /\.js(?:on)?$/.test(file)).map(({ name }) => name);
  assert.ok(names.length > 70, names.join(' '));
  run(join(ours, '.bin/attw'), [tarball, '--profile', 'esm-only', '--format', 'ascii', '--entrypoints', ...names.map((name) => name.replace('./', ''))]);
});

/** A project with the package in it, and what else it needs under the names that it has there. */
function project(name, files, packages = {}) {
  const folder = join(place, name);
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  cpSync(unpacked, join(folder, 'node_modules/clausewise'), { recursive: true });
  for (const [to, from] of Object.entries(packages)) {
    mkdirSync(dirname(join(folder, 'node_modules', to)), { recursive: true });
    symlinkSync(join(ours, from), join(folder, 'node_modules', to), 'dir');
  }
  for (const file of files) copyFileSync(at(`tests/node/consumers/${file}`), join(folder, file));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  return folder;
}

const PAGE = ['es2022', 'dom', 'dom.iterable'];

/** By the ways in which compilers look for modules, the types of the package checked as well. */
function compile(folder, options, ways = ['bundler', 'nodenext']) {
  for (const way of ways) {
    const compilerOptions = {
      target: 'es2022', lib: PAGE, types: [], strict: true, exactOptionalPropertyTypes: way === 'bundler', skipLibCheck: false, noEmit: true,
      moduleResolution: way, module: way === 'bundler' ? 'esnext' : way, ...options,
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts', '*.tsx'] }));
    run(join(ours, '.bin/tsc'), ['-p', folder]);
  }
}

test('it compiles where there is no page', () => {
  compile(project('core', ['core.ts']), { lib: ['es2022'] }, ['bundler', 'nodenext', 'node16']);
});

test('what its types export is what its modules export', async () => {
  const folder = project('exports', []);
  // Those of frameworks have nothing but types, and need the framework.
  const own = modules.filter(({ name }) => !name.startsWith('./types/'));
  const lists = await Promise.all(own.map(async ({ name, file }, index) => {
    const found = await import(pathToFileURL(join(unpacked, file)).href);
    // But for the build's mark, and what the parts of the package take from each other under a letter or two.
    const names = Object.keys(found).filter((each) => !/^(built_\w+|[\w$]{1,2})$/.test(each));
    return `import * as m${index} from '${name.replace('.', 'clausewise')}';\nexport const names${index}: Record<keyof typeof m${index}, 0> = { ${names.map((each) => `${each}: 0`).join(', ')} };`;
  }));
  writeFileSync(join(folder, 'agreement.ts'), lists.join('\n'));
  compile(folder, {}, ['bundler']);
});

const JSX = {
  react: ['react-jsx', 'react', { '@types/react': '@types/react', csstype: 'csstype' }],
  react_18: ['react-jsx', 'react', { '@types/react': 'types-react-18', '@types/prop-types': '@types/prop-types', csstype: 'csstype' }],
  preact: ['react-jsx', 'preact', { preact: 'preact' }],
  solid: ['preserve', 'solid-js', { 'solid-js': 'solid-js', csstype: 'csstype', seroval: 'seroval', 'seroval-plugins': 'seroval-plugins' }],
};

for (const [name, [jsx, jsxImportSource, packages]] of Object.entries(JSX)) {
  test(`it compiles in ${name}`, () => compile(project(name, [`${name}.tsx`], packages), { jsx, jsxImportSource }));
}

test('what the README says for React compiles', () => {
  const [, text] = /^```tsx\n(.+?)^```$/ms.exec(readFileSync(join(unpacked, 'README.md'), 'utf8'));
  const [jsx, jsxImportSource, packages] = JSX.react;
  const folder = project('readme', [], packages);
  writeFileSync(join(folder, 'App.tsx'), text);
  compile(folder, { jsx, jsxImportSource });
});
