// The package as npm sees it.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { read, root } from './core.mjs';

const folder = fileURLToPath(new URL('pkg/', root));
const manifest = JSON.parse(read('pkg/package.json'));

test('the manifest', () => {
  const cargo = read('Cargo.toml');
  assert.equal(manifest.name, 'clausewise');
  assert.ok(cargo.includes(`version = "${manifest.version}"`));
  assert.ok(cargo.includes(`license = "${manifest.license}"`));
  assert.match(manifest.clausewise.sources, /^[0-9a-f]{64}$/);
  assert.equal(manifest.type, 'module');
});

test('what npm would publish', () => {
  const { status, stdout, stderr } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: folder, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  const files = JSON.parse(stdout)[0].files.map(({ path }) => path);
  for (const file of ['package.json', 'clausewise.js', 'clausewise_bg.wasm', 'clausewise.d.ts', 'element.js', 'icalendar.js', 'countries.js', 'tables.js', 'search.js', 'find.js', 'rules.json', 'element.d.ts', 'element.licences.txt', 'words/en.json', 'words/zh-Hant.json']) {
    assert.ok(files.includes(file), `${file} is missing`);
  }
});

test('it loads by its name', () => {
  const project = mkdtempSync(join(tmpdir(), 'clausewise-'));
  try {
    mkdirSync(join(project, 'node_modules'));
    symlinkSync(folder, join(project, 'node_modules/clausewise'), 'dir');
    writeFileSync(join(project, 'use.mjs'), `
      import { readFileSync } from 'node:fs';
      import { fileURLToPath } from 'node:url';
      import { initSync, calculators } from 'clausewise';
      initSync({ module: readFileSync(fileURLToPath(import.meta.resolve('clausewise/clausewise_bg.wasm'))) });
      import.meta.resolve('clausewise/element.js');
      import.meta.resolve('clausewise/words/zh-Hant.json');
      console.log(calculators().length);
    `);
    const { status, stdout, stderr } = spawnSync(process.execPath, ['use.mjs'], { cwd: project, encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    assert.ok(Number(stdout) >= 4);
  } finally {
    rmSync(project, { recursive: true });
  }
});
