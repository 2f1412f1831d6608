// The pages: nothing inline, nothing from elsewhere, a policy that says so, and what every page must tell.

import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { wordsOf } from '../../tools/languages.mjs';
import { NAMED, NAMES, written } from '../../tools/pages.mjs';
import { REQUESTS } from '../e2e/requests.mjs';
import { calculators, read, root } from './core.mjs';

const pages = readdirSync(new URL('www/', root)).filter((name) => name.endsWith('.html'));

/** `frame-ancestors` works as a header alone; the rest stands in the pages too, for whoever serves them. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "font-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
];

/** What a page may besides: the one on which people try the code for their own shows it in a frame. */
const MORE = { 'embed.html': ["frame-src 'self'"] };

/** Styles and code that stand in the page itself, whatever loads them. */
const INLINE = [/<style\b/i, /<[^>]*\sstyle\s*=/i, /<[^>]+\son[a-z]+\s*=/i, /javascript:/i];

const tags = (html, name) => [...html.matchAll(new RegExp(`<${name}\\b([^>]*)>`, 'gi'))].map(([, attributes]) => attributes);
const attribute = (attributes, name) => new RegExp(`\\b${name}\\s*=\\s*"([^"]*)"`, 'i').exec(attributes)?.[1];

/** Without comments, in which anything may stand. */
const markup = (page) => read(`www/${page}`).replaceAll(/<!--[\s\S]*?-->/g, '');

/** The calculators that there are. */
const names = calculators().map(({ calculator }) => calculator);

test('Microsoft’s document has one title on all pages', () => {
  const { name } = wordsOf('zh-Hant').documents['ms-unified'];
  const pages = readdirSync(new URL('www/', root)).filter((file) => file.endsWith('.html'));
  const titles = pages.flatMap((file) => read(`www/${file}`).match(/統一企業[^<、（。\s]*說明/gu) ?? []);
  assert.ok(titles.length > 1);
  assert.deepEqual([...new Set(titles)], [name]);
});

test('every calculator has a request that the browser types', () => {
  assert.deepEqual(names.filter((name) => !(name in REQUESTS)), [], 'add it to tests/e2e/requests.mjs');
});

test('every calculator has a page, which the menu names, and a question on the home page that leads there', () => {
  const home = markup('index.html');
  const questions = /<div class="wide finder">[\s\S]*?<div class="why">/.exec(home)[0];
  for (const name of names) {
    assert.ok(pages.includes(`${name}.html`) && markup(`${name}.html`).includes(`calculator="${name}"`), `${name} has no page`);
    assert.ok(NAMED.includes(name), `${name} is in no menu`);
    assert.ok(questions.includes(`href="${name}.html"`), `no question on the home page leads to ${name}`);
  }
  for (const show of ['rules', 'countries', 'glossary']) {
    assert.ok(markup(`${show}.html`).includes(`<clausewise-terms show="${show}"`), show);
    assert.ok(NAMED.includes(show), show);
  }
  const links = [...questions.matchAll(/href="(\w+)\.html"/g)].map(([, name]) => name);
  assert.deepEqual(links.filter((name) => !NAMED.includes(name)), []);
});

test('the search of the home page leads to pages that there are, and a service to its calculator with the service in it', () => {
  const [search] = tags(markup('index.html'), 'clausewise-search');
  const address = (place) => attribute(search, place);
  for (const [place, page] of [['rule', 'rules.html#{key}'], ['country', 'countries.html#{key}'], ['glossary', 'glossary.html#{key}'], ['calculator', '{key}.html']]) assert.equal(address(place), page);
  const [page, brought] = address('service').replace('{key}', 'hackathon').split('#request=');
  assert.equal(page, 'addon.html');
  assert.deepEqual(JSON.parse(decodeURIComponent(brought)), { calculator: 'addon', input: { service: 'hackathon' } });
});

test('every page is what tools/pages.mjs writes, but for the one of somebody else', () => {
  assert.deepEqual(pages.filter((page) => page !== 'partner.html').sort(), NAMES.map((name) => `${name}.html`).sort());
  for (const name of NAMES) assert.ok(read(`www/${name}.html`) === written(name), `${name}: run node tools/pages.mjs`);
  for (const name of NAMED) {
    const current = markup(`${name}.html`).match(/<a href="\w+\.html" aria-current="page">/g);
    assert.deepEqual(current, [`<a href="${name}.html" aria-current="page">`]);
  }
});

test('a calculator’s page is five lines and a list, and leads to two other calculators or more', () => {
  for (const name of names) {
    const source = read(`www/pages/${name}.html`);
    const [, lines] = source.split('</ul>\n');
    assert.ok(lines.trimEnd().split('\n').length <= 5, `${name} has more than five lines beside its list`);
    const related = attribute(tags(source, 'meta')[0], 'content').split(' ');
    assert.ok(new Set(related).size === related.length && related.length >= 2, `${name} leads to ${related}`);
    assert.deepEqual(related.filter((other) => other === name || !names.includes(other)), [], name);
  }
});

test('no page has code of its own', () => {
  for (const name of NAMES) {
    const source = read(`www/pages/${name}.html`);
    for (const code of [/<script\b/i, /<link\b/i, ...INLINE]) assert.equal(code.exec(source)?.[0], undefined, name);
    const scripts = tags(markup(`${name}.html`), 'script').map((script) => attribute(script, 'src'));
    const OWN = { index: '../pkg/search.js', kept: '../pkg/kept.js', embed: 'embed.js' };
    assert.deepEqual(scripts, ['site.js', OWN[name] ?? (markup(`${name}.html`).includes('<clausewise-quote') ? '../pkg/start.js' : '../pkg/element.js')], name);
  }
});

function assertNothingInline(html) {
  for (const script of html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi)) {
    assert.ok(attribute(script[1], 'src'), `a script without src: ${script[0]}`);
    assert.equal(script[2].trim(), '');
  }
  for (const inline of INLINE) assert.equal(inline.exec(html)?.[0], undefined);
}

const policyOf = (html) => {
  const [policy] = tags(html, 'meta').filter((meta) => /http-equiv="content-security-policy"/i.test(meta));
  assert.ok(policy, 'no policy');
  assert.ok(html.indexOf('Content-Security-Policy') < html.search(/<(script|link)\b/i), 'it comes before what it governs');
  return attribute(policy, 'content').split(';').map((directive) => directive.trim().replace(/\s+/g, ' ')).filter(Boolean).sort();
};

/** Pages that stand in frames, with the least that they need. */
const FRAMED = {
  'pkg/frame.html': ["default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", "connect-src 'self'", "base-uri 'none'", "form-action 'none'"],
  'www/preview/host.html': ["default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", "connect-src 'self'", "frame-src 'self' blob:", "base-uri 'none'", "form-action 'none'"],
};

for (const [path, policy] of Object.entries(FRAMED)) {
  test(`${path}: nothing inline, and the policy`, () => {
    assertNothingInline(read(path));
    assert.deepEqual(policyOf(read(path)), policy.toSorted());
  });
}

test('every calculator can be chosen on the page with the code, and those without money are marked', () => {
  const [list] = /<select id="calculator"[\s\S]*?<\/select>/.exec(markup('embed.html'));
  const options = tags(list, 'option').map((option) => [attribute(option, 'value'), !/data-no-money/.test(option)]);
  assert.deepEqual(options.sort(), calculators().map(({ calculator, money }) => [calculator, money]).sort());
});

for (const page of pages) {
  const html = markup(page);

  test(`${page}: nothing inline`, () => assertNothingInline(html));

  test(`${page}: nothing from elsewhere`, () => {
    for (const name of ['script', 'link', 'img', 'source', 'iframe', 'object', 'embed', 'video', 'audio', 'use']) {
      for (const attributes of tags(html, name)) {
        for (const url of [attribute(attributes, 'src'), attribute(attributes, 'href'), attribute(attributes, 'srcset')]) {
          assert.doesNotMatch(url ?? '', /^\s*(https?:)?\/\//i, `${name}: ${url}`);
        }
      }
    }
  });

  test(`${page}: the policy`, () => {
    assert.deepEqual(policyOf(html), [...POLICY, ...(MORE[page] ?? [])].sort());
  });

  test(`${page}: files that it names are there`, () => {
    for (const name of ['script', 'link', 'img', 'a', 'source']) {
      for (const attributes of tags(html, name)) {
        const url = attribute(attributes, name === 'link' || name === 'a' ? 'href' : 'src');
        if (!url || /^(#|data:|mailto:|https?:)/.test(url)) continue;
        const path = new URL(url, 'http://localhost/').pathname;
        const file = path.startsWith('/pkg/') ? path.slice(1) : `www${path}`;
        assert.ok(existsSync(new URL(file, root)), `${name}: ${url}`);
      }
    }
  });

  test(`${page}: what every page has`, () => {
    const has = (pattern) => assert.ok(pattern.test(html), `nothing like ${pattern}`);
    has(/^\s*<!doctype html>/i);
    has(/<html[^>]*\blang="(en|zh-Hant)(-TW)?"/);
    has(/<meta[^>]*name="viewport"/);
    has(/<meta[^>]*name="description"/);
    has(/<title\b[^>]*>[^<]+<\/title>/);
    has(/<h1\b/);
    assert.equal(tags(html, 'main').length, 1);
    // Independent of the vendors, and indicative: in both languages.
    has(/independent/i);
    has(/indicative/i);
    has(/並非由 IBM 或 Microsoft 提供/);
    has(/僅供參考/);
    // A switch of languages that names each in itself.
    has(/<button[^>]*lang="en"[^>]*>English</);
    has(/<button[^>]*lang="zh-Hant-TW"[^>]*>中文</);
  });
}

test('the element and the package load nothing from elsewhere', () => {
  const scripts = readdirSync(new URL('pkg/', root), { recursive: true }).filter((name) => name.endsWith('.js') && !name.startsWith('words/'));
  assert.ok(scripts.length > 50);
  for (const file of scripts) {
    const script = read(`pkg/${file}`).replaceAll(/http:\/\/www\.w3\.org\/[\w/.#-]*/g, '');
    assert.doesNotMatch(script, /(import|fetch)\s*\(?\s*["'`](https?:)?\/\//);
    assert.doesNotMatch(script, /\beval\s*\(|new Function\b/);
  }
});

test('style sheets load nothing from elsewhere', () => {
  const sheets = readdirSync(new URL('www/', root), { recursive: true }).filter((name) => name.endsWith('.css'));
  for (const name of sheets) assert.doesNotMatch(read(`www/${name}`), /(@import|url\()\s*["']?(https?:)?\/\//, name);
});
