// The frame: what it takes from an address, and what the page around it loads.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { runInNewContext } from 'node:vm';
import { transformSync } from 'esbuild';
import { LANGUAGES, LOCALES, wordsOf } from '../../tools/languages.mjs';
import { read, root, terms } from './core.mjs';

const { code } = transformSync(read('www/frame/parameters.ts'), { loader: 'ts', format: 'esm' });
const { askedBy } = await import(`data:text/javascript,${encodeURIComponent(code)}`);

const FRAME = 'https://files.example/clausewise/frame.html';
const asked = (parameters, hash = '') => askedBy(`${FRAME}?${new URLSearchParams(parameters)}${hash}`);

test('what an address may say arrives as it was said', () => {
  const attributes = {
    calculator: 'late_charge', lang: 'zh-Hant', currency: 'TWD', 'as-of': '2026-11-21', hide: 'as-of example', fixed: 'as-of currency tax_percent',
    keep: 'none', 'label-title': '買 <b>“兩”</b> 年 & more', 'label-example': 'Try', 'label-clear': '重來', 'paper-from': 'Sons & Co.', terms: 'ms-unified',
    rules: 'https://www.example/rules.html', pages: '../{calculator}.html', glossary: '/glossary.html',
  };
  const properties = { accent: '#0b57b0', 'on-accent': '#fff', surface: '#FFFFFF', radius: '14px' };
  const given = { ...attributes, ...properties, accent: '0b57b0', 'on-accent': 'fff', scheme: 'dark', request: '{"input":{"lines":[]}}' };
  assert.deepEqual(asked(given), { attributes, properties, scheme: 'dark', request: { input: { lines: [] } } });
});

test('an address that says nothing asks for nothing', () => {
  assert.deepEqual(askedBy(FRAME), { attributes: {}, properties: {}, scheme: 'light', request: undefined });
});

test('nothing else is taken, and nothing in another form', () => {
  const refused = {
    calculator: ['<img src=x>', 'renewal"', 'Renewal', '../renewal', 'a'.repeat(41), ''],
    lang: ['en"', 'en us', '1', 'x'.repeat(60)],
    currency: ['twd', 'TWDX', 'T<D'],
    'as-of': ['today', '2026-1-1', '2026-11-21T00:00'],
    hide: ['everything', 'form', 'as-of,example'],
    keep: ['disk', 'tab none', 'NONE'],
    fixed: ['Input', '<b>', '1st'],
    rules: ['javascript:alert(1)', ' JavaScript:alert(1)', 'java\nscript:alert(1)', 'data:text/html,x', 'blob:https://files.example/1', 'https://'],
    pages: ['javascript:{calculator}'],
    glossary: ['vbscript:x', 'file:///etc/passwd'],
    accent: ['red', 'url(//elsewhere.example)', '#ff', '#fffffff', 'var(--x)', '0b57b0;background:url(x)', '#12345g'],
    radius: ['14', '1e9px', '-1px', 'calc(1px)', '100px'],
    request: ['[]', '1', 'null', '{', `{"input":"${'x'.repeat(50_001)}"}`],
    style: ['color:red'], class: ['x'], id: ['x'], onclick: ['alert(1)'], slot: ['x'], name: ['x'], 'label-other': ['x'], constructor: ['x'],
  };
  const nothing = askedBy(FRAME);
  for (const [name, values] of Object.entries(refused)) {
    for (const value of values) assert.deepEqual(asked({ [name]: value }), nothing, `${name}=${value}`);
  }
});

test('terms that the frame does not take never give way to the built-in ones', () => {
  const packs = terms().map(({ id }) => id);
  for (const value of ['https://elsewhere.example/terms.json', '//elsewhere.example/terms.json', 'javascript:1', 'data:application/json,{}']) {
    const named = asked({ terms: value }).attributes.terms;
    assert.ok(named && !packs.includes(named) && !/[/.]/.test(named), `${value}: ${named} is no name that the core refuses`);
  }
  assert.equal(asked({ terms: 'ms-unified' }).attributes.terms, 'ms-unified');
  assert.equal(asked({ terms: 'ours.json' }).attributes.terms, 'ours.json');
});

test('of several words those that cannot be meant fall away', () => {
  assert.equal(asked({ hide: 'as-of everything  example' }).attributes.hide, 'as-of example');
  assert.equal(asked({ fixed: 'price <b> as-of' }).attributes.fixed, 'price as-of');
  assert.equal(asked({ fixed: 'programme lines.quantity lines.0.fee' }).attributes.fixed, 'programme lines.quantity lines.0.fee');
});

test('a label is one line of bounded length', () => {
  assert.equal(asked({ 'label-title': ' a\n\u0000b ' }).attributes['label-title'], 'a b');
  assert.equal(asked({ 'label-title': 'x'.repeat(500) }).attributes['label-title'], 'x'.repeat(120));
});

test('a request names no calculator of its own, and what was handed over comes first', () => {
  const request = { calculator: 'tax', as_of: '2026-11-21', input: { a: '1' } };
  const { calculator, ...rest } = request;
  assert.deepEqual(asked({ request: JSON.stringify(request) }).request, rest, calculator);
  const handedOver = `#${new URLSearchParams({ request: JSON.stringify({ input: { a: '2' } }) })}`;
  assert.deepEqual(asked({ request: JSON.stringify(request) }, handedOver).request, { input: { a: '2' } });
  assert.deepEqual(asked({ request: JSON.stringify(request) }, '#request=nonsense').request, rest);
});

test('the script for the page around is a kilobyte at most, needs nothing, and does nothing on a server', () => {
  const script = readFileSync(new URL('pkg/frame.js', root));
  assert.ok(script.length <= 1024, `${script.length} bytes`);
  assert.doesNotMatch(script.toString(), /\b(import|export)\b/);
  runInNewContext(script.toString(), {});
});

test('the frame names files that are there, beside it', () => {
  const named = [...read('pkg/frame.html').matchAll(/\b(?:src|href)="([^"]+)"/g)].map(([, path]) => path);
  assert.deepEqual(named, ['frame/frame.css', 'frame/inside.js', 'element.js']);
  for (const path of named) assert.ok(existsSync(new URL(`pkg/${path}`, root)), path);
});

test('every sentence of the frame stands in its page in both languages', () => {
  const page = read('pkg/frame.html');
  for (const [language, tag] of LANGUAGES.map((language) => [language, LOCALES[language].tag])) {
    for (const key of Object.keys(wordsOf(language).frame)) {
      assert.ok(page.includes(`<p data-say="${key}" lang="${tag}">`), `${key} in ${language}`);
    }
  }
});
