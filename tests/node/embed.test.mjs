// The code for somebody's site: right in every place where it goes, whatever was chosen; and colours, measured.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { transformSync } from 'esbuild';
import { parseFragment } from 'parse5';
import { colourIn, folderIn } from '../../www/embed/choices.js';
import { contrast, isDark, readable } from '../../www/embed/contrast.js';
import { snippetsOf } from '../../www/embed/snippets.js';

const PLAIN = {
  calculator: 'renewal', title: 'Software renewal', fallback: 'Ask us.', lang: '', spoken: 'en', currency: '', asOf: '', hide: [], fixed: [], heading: '',
  scheme: '', colours: {}, radius: '', base: '/clausewise/', follow: true, sandbox: false,
};
const FULL = {
  ...PLAIN, lang: 'zh-Hant', spoken: 'zh-Hant', currency: 'EUR', asOf: '2026-05-01', hide: ['as-of', 'example'], fixed: ['currency'],
  heading: `"Renew" & 'save' </script> {{ 1 }} {2} \\ <b>`, scheme: 'dark', colours: { accent: '#ffd200', 'on-accent': '#000000' }, radius: '14px',
  base: 'https://files.example/a&b/', sandbox: true,
};
const TOLD = {
  calculator: 'renewal', lang: 'zh-Hant', currency: 'EUR', 'as-of': '2026-05-01', hide: 'as-of example', fixed: 'currency', 'label-title': FULL.heading,
};

/** Every element of a piece of HTML, with its attributes. */
function elementsIn(html) {
  const within = ({ childNodes = [], content }) => [...childNodes, ...(content ? [content] : [])].flatMap((node) =>
    [...(node.tagName ? [[node.tagName, Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]))]] : []), ...within(node)]);
  return within(parseFragment(html));
}
const attributesIn = (html, tag) => elementsIn(html).find(([name]) => name === tag)?.[1];

/** What React would be told: the code run, with a React that only writes down. */
function told(jsx) {
  const { code } = transformSync(jsx, { loader: 'jsx', format: 'cjs', jsxFactory: 'write' });
  const loaded = [];
  const module = { exports: {} };
  new Function('module', 'require', 'write', code)(module, (name) => loaded.push(name), (tag, props, ...children) => ({ tag, props, children }));
  return { loaded, ...module.exports.Calculator() };
}

test('HTML, Vue and WordPress set the attributes that were chosen', () => {
  for (const kind of ['html', 'vue', 'wordpress']) {
    assert.deepEqual(attributesIn(snippetsOf(kind, FULL).page, 'clausewise-quote'), TOLD, kind);
    assert.deepEqual(attributesIn(snippetsOf(kind, PLAIN).page, 'clausewise-quote'), { calculator: 'renewal' }, kind);
  }
});

test('React is told the same', () => {
  const { tag, props, children, loaded } = told(snippetsOf('react', FULL).page);
  assert.equal(tag, 'clausewise-quote');
  assert.deepEqual({ ...props }, TOLD);
  assert.deepEqual(children, ['Ask us.']);
  assert.deepEqual(loaded, ['clausewise/element.js']);
});

test('each loads the script once, from where the files are, and nothing that was typed becomes an element', () => {
  const script = { type: 'module', src: 'https://files.example/a&b/start.js' };
  assert.deepEqual(elementsIn(snippetsOf('html', FULL).page).map(([name]) => name), ['script', 'clausewise-quote']);
  assert.deepEqual(attributesIn(snippetsOf('html', FULL).page, 'script'), script);
  assert.deepEqual(elementsIn(snippetsOf('wordpress', FULL).page).map(([name]) => name), ['script', 'style', 'clausewise-quote']);
  assert.deepEqual(attributesIn(snippetsOf('wordpress', FULL).page, 'script'), script);
  assert.deepEqual(elementsIn(snippetsOf('iframe', FULL).page).map(([name]) => name), ['iframe', 'script']);
});

test('the frame asks for the same by its address', () => {
  const { src, ...others } = attributesIn(snippetsOf('iframe', FULL).page, 'iframe');
  const url = new URL(src);
  assert.equal(url.origin + url.pathname, 'https://files.example/a&b/frame.html');
  assert.deepEqual(Object.fromEntries(url.searchParams), { ...TOLD, scheme: 'dark', accent: 'ffd200', 'on-accent': '000000', radius: '14px' });
  assert.deepEqual(others, {
    'data-clausewise': '', title: 'Software renewal', width: '100%', height: '900', frameborder: '0', loading: 'lazy',
    sandbox: 'allow-scripts allow-downloads allow-modals allow-popups allow-popups-to-escape-sandbox',
  });
  const fixed = snippetsOf('iframe', { ...PLAIN, follow: false });
  assert.deepEqual(elementsIn(fixed.page).map(([name]) => name), ['iframe']);
  assert.equal(attributesIn(fixed.page, 'iframe')['data-clausewise'], undefined);
  assert.equal(attributesIn(fixed.page, 'iframe').src, '/clausewise/frame.html?calculator=renewal&lang=en', 'it is told the language of the page');
  assert.equal(fixed.policy, "frame-src 'self' blob:");
});

test('the policy names where the files are', () => {
  assert.equal(snippetsOf('html', PLAIN).policy, "script-src 'self' 'wasm-unsafe-eval';\nconnect-src 'self'");
  assert.equal(snippetsOf('html', FULL).policy, "script-src https://files.example 'wasm-unsafe-eval';\nconnect-src https://files.example");
  // A bundler puts them where the page is.
  for (const kind of ['react', 'vue']) assert.equal(snippetsOf(kind, FULL).policy, snippetsOf('html', PLAIN).policy, kind);
  assert.match(snippetsOf('wordpress', FULL).policy, /style-src 'unsafe-inline'$/);
  assert.equal(snippetsOf('wordpress', PLAIN).policy, snippetsOf('html', PLAIN).policy);
  assert.equal(snippetsOf('iframe', FULL).policy, 'frame-src https://files.example blob:;\nscript-src https://files.example');
  assert.match(snippetsOf('iframe', FULL).server, /^Access-Control-Allow-Origin: \*$/m);
  assert.equal(snippetsOf('iframe', PLAIN).server, "Content-Security-Policy: frame-ancestors 'self'");
});

test('a style sheet is given only where it says something', () => {
  assert.equal(snippetsOf('html', PLAIN).style, '');
  assert.equal(snippetsOf('vue', { ...PLAIN, scheme: 'auto' }).style, 'clausewise-quote {\n  color-scheme: light dark;\n}');
  assert.equal(snippetsOf('html', FULL).style,
    'clausewise-quote {\n  color-scheme: dark;\n  --clausewise-accent: #ffd200;\n  --clausewise-on-accent: #000000;\n  --clausewise-radius: 14px;\n}');
});

test('colours and folders are read as they are typed, and nothing else is', () => {
  const colours = { '#0B57B0': '#0b57b0', '0b57b0': '#0b57b0', ' #abc ': '#aabbcc', red: undefined, '#12': undefined, '#1234567': undefined, '': undefined };
  for (const [typed, colour] of Object.entries(colours)) assert.equal(colourIn(typed), colour, typed);
  const folders = {
    '/clausewise': '/clausewise/', '/a/b///': '/a/b/', '/': '/', 'https://files.example': 'https://files.example/', 'https://files.example/a?b#c': 'https://files.example/a/',
    '/a "b"': '/a%20%22b%22/', 'clausewise/': undefined, '//elsewhere.example/': undefined, 'javascript:alert(1)': undefined, 'https://': undefined, '': undefined, 'ftp://x/': undefined,
  };
  for (const [typed, folder] of Object.entries(folders)) assert.equal(folderIn(typed), folder, typed);
});

test('contrast is what WCAG says it is', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21);
  assert.equal(contrast('#0b57b0', '#0b57b0'), 1);
  // The two greys on either side of 4.5 on white, as WCAG's own tools have them.
  assert.ok(contrast('#767676', '#ffffff') >= 4.5);
  assert.ok(contrast('#777777', '#ffffff') < 4.5);
  assert.equal(isDark('#14181d'), true);
  assert.equal(isDark('#ffd200'), false);
});

test('a colour is moved no further than it must be, and only where that helps', () => {
  for (const [colour, grounds] of [['#ffd200', ['#ffffff', '#f4f6f9']], ['#333333', ['#14181d', '#1d2229']], ['#777777', ['#ffffff']]]) {
    const found = readable(colour, grounds, 4.5);
    for (const ground of grounds) assert.ok(contrast(found, ground) >= 4.5, `${colour} on ${ground}: ${found}`);
    assert.ok(Math.min(...grounds.map((ground) => contrast(found, ground))) < 5.2, `${colour}: ${found}`);
  }
  assert.equal(readable('#0b57b0', ['#ffffff'], 4.5), '#0b57b0');
  assert.equal(readable('#808080', ['#ffffff', '#000000'], 7), '#808080');
});
