// On a dark page, told or untold, and in the few colours that a visitor has chosen: everything can be told from its ground.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { turn } from './browser.mjs';
import { useLooks } from './guest_looks.mjs';
import { REQUESTS } from './requests.mjs';
import { eventually } from './site.mjs';

const host = useLooks({ width: 1000, height: 1400 }, 'seen_colours.js');
const { run } = host;

/** What letters need, and what everything else does. */
const [LETTERS, SHAPES] = [4.5, 3];

const ELEMENTS = `<clausewise-quote calculator="renewal" lang="en"></clausewise-quote>
  <clausewise-terms show="glossary" lang="en"></clausewise-terms>
  <clausewise-search lang="en" calculator="{key}.html" rule="rules.html#{key}"></clausewise-search>`;

/** An answer with a working, every working and a meaning laid open, and something found. */
const FILL = `
  const quote = document.querySelector('clausewise-quote').shadowRoot;
  if (!quote.querySelector('.scene')) {
    if (!quote.querySelector('.headline')) quote.querySelector('[data-act=example]').click();
    return false;
  }
  if (!quote.querySelector('.working')) quote.querySelector('[data-figure][aria-expanded=false]').click();
  if (!quote.querySelector('.every')) quote.querySelector('[data-act=workings][aria-pressed=false]')?.click();
  if (!quote.querySelector('.meaning')) quote.querySelector('.ask-term').click();
  const search = document.querySelector('clausewise-search').shadowRoot;
  const input = search.querySelector('input');
  if (!input.value) {
    input.value = 'renewal';
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }
  return Boolean(quote.querySelector('.working') && quote.querySelector('.every') && search.querySelector('li'));`;

async function open(head) {
  await host.open(head + ELEMENTS);
  await eventually(async () => assert.ok(await run(FILL)));
}

const PAGES = {
  'a light page': '',
  'a dark page that says so': '<style>:root { color-scheme: dark } body { background: #111; color: #eee }</style>',
  'a dark page that does not': '<style>body { background: #111; color: #eee }</style>',
  'a dark page for dark letters': '<style>body { background: #111 } * { color: #ddd }</style>',
};

for (const [page, head] of Object.entries(PAGES)) {
  test(`${page}: letters and shapes can be read`, async () => {
    await open(head);
    assert.deepEqual(await run('return paleLetters(arguments[0])', LETTERS), []);
    assert.deepEqual(await run('return edgeless(arguments[0])', SHAPES), []);
  });
}

test('light stays light and dark is dark: the page’s own scheme alone decides', async () => {
  const ground = () => run("return getComputedStyle(document.querySelector('clausewise-quote').shadowRoot.querySelector('.root')).backgroundColor");
  await open(PAGES['a dark page that does not']);
  assert.equal(await ground(), 'rgb(255, 255, 255)');
  await open(PAGES['a dark page that says so']);
  assert.equal(await ground(), 'rgb(20, 24, 29)');
});

// Nothing but what the page wrote, and why.
for (const [page, head] of Object.entries(PAGES)) {
  test(`${page}: what stands there while nothing can be worked out can be read`, async () => {
    host.withheld = ['.wasm'];
    try {
      await host.open(`${head}<clausewise-quote calculator="renewal" lang="en"><p>Ask us for a quote.</p></clausewise-quote>`,
        "return Boolean(document.querySelector('clausewise-quote').shadowRoot?.querySelector('.failed'))");
      assert.ok(await run("return all().some((element) => element.matches('.failed')) && all().some((element) => element.textContent === 'Ask us for a quote.')"));
      assert.deepEqual(await run('return paleLetters(arguments[0])', LETTERS), []);
    } finally {
      host.withheld = [];
    }
  });
}

const forced = { skip: turn === 0 ? false : 'only Chromium can be told that a visitor has colours of his own' };

for (const scheme of ['light', 'dark']) {
  test(`a visitor’s own few colours, ${scheme}`, forced, async (t) => {
    const emulate = (value) => host.driver.sendDevToolsCommand('Emulation.setEmulatedMedia', {
      features: [{ name: 'forced-colors', value }, { name: 'prefers-color-scheme', value: scheme }, { name: 'prefers-reduced-motion', value: 'reduce' }],
    });
    await emulate('active');
    try {
      await open(PAGES['a dark page that does not']);
      const focused = async () => run(`
        const found = document.querySelector('clausewise-quote').shadowRoot.activeElement;
        const outlined = found.closest('.affix, .option') ?? found;
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(outlined);
        return { name: found.outerHTML.slice(0, 60), seen: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && contrast(outlineColor, groundOf(outlined)) >= 3 };`);

      await t.test('letters, edges', async () => {
        assert.deepEqual(await run('return paleLetters(arguments[0])', LETTERS), []);
        assert.deepEqual(await run('return edgeless(arguments[0])', SHAPES), []);
      });
      await t.test('what is chosen, and what is not', async () => {
        const [chosen, others] = await run(`
          const root = document.querySelector('clausewise-quote').shadowRoot;
          const edge = (option) => { const { outlineStyle, outlineWidth } = getComputedStyle(option); return outlineStyle + outlineWidth; };
          const options = [...root.querySelectorAll('.options .option')];
          return [true, false].map((is) => options.filter((each) => each.querySelector('input').checked === is).map(edge));`);
        assert.ok(chosen.length && others.length);
        assert.ok(chosen.every((edge) => !others.includes(edge)), `${chosen} / ${others}`);
      });
      await t.test('where the focus is', async () => {
        for (const selector of ['input[type=text]', 'select', 'input[type=radio]', '.affix input', 'button', 'button.figure', '.dated input', '.pick button']) {
          await run("document.querySelector('clausewise-quote').shadowRoot.querySelector(arguments[0]).focus({ focusVisible: true })", selector);
          const { name, seen } = await focused();
          assert.ok(seen, `${selector}: ${name}`);
        }
      });
      for (const [calculator, { sent }] of Object.entries(REQUESTS)) {
        await t.test(`the picture of ${calculator}`, async () => {
          await run(`const element = document.querySelector('clausewise-quote');
            element.calculator = arguments[0].calculator;
            element.request = arguments[0];`, sent);
          await eventually(async () => assert.equal(await run("return document.querySelector('clausewise-quote').answer?.calculator"), calculator));
          await run("return new Promise((resolve) => setTimeout(resolve, 150))");
          assert.deepEqual(await run('return paleShapes(arguments[0])', SHAPES), []);
          assert.deepEqual(await run('return paleLetters(arguments[0])', LETTERS), []);
        });
      }
    } finally {
      await emulate('none');
    }
  });
}
