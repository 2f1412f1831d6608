// Whatever a host says of its own text, an element looks the same in it: nothing that is inherited gets inside, whatever it is called
// and whichever browser knows it.

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { useLooks } from './guest_looks.mjs';
import { eventually } from './site.mjs';

const host = useLooks({ width: 1000, height: 3000 }, 'odd_styles.js');
const { run } = host;

/** What does get inside, and why. */
const LET_IN = {
  visibility: 'what is hidden stays hidden',
  'pointer-events': 'what is shut stays shut',
  interactivity: 'and so it does for keys',
  'color-scheme': 'light or dark is the page’s choice',
};

/** Enough to be seen, a form and its answer, a table and the search; each as wide whatever is said of its place. */
const BODY = `<style>#host > * { display: block; width: 900px; margin: 0 }</style><div id="host">
  <clausewise-quote calculator="renewal" lang="en" currency="TWD" as-of="2026-11-21"></clausewise-quote>
  <clausewise-terms show="glossary" lang="en"></clausewise-terms>
  <clausewise-search lang="en"></clausewise-search>
</div>`;

beforeEach(async () => {
  await host.open(BODY);
  await run("document.querySelector('clausewise-quote').shadowRoot.querySelector('[data-act=example]').click()");
  await eventually(async () => assert.ok(await run("return document.querySelector('clausewise-quote').answer && document.querySelector('clausewise-quote').shadowRoot.querySelector('.scene') !== null")));
});

test('what is tried are those that a page’s text is made of, and many more', async () => {
  const found = Object.keys(await run('return oddStyles()'));
  const named = ['white-space-collapse', 'text-wrap-mode', 'text-transform', 'letter-spacing', 'word-spacing', 'text-indent', 'font-style', 'font-variant-caps',
    'font-weight', 'font-size', 'font-family', 'line-height', 'text-align', 'text-shadow', 'cursor', 'list-style-type', 'list-style-position', 'hyphens',
    'word-break', 'overflow-wrap', 'writing-mode', 'direction', 'quotes', 'color', 'tab-size', 'text-orientation', 'border-collapse', 'text-underline-offset'];
  assert.deepEqual(named.filter((name) => !found.includes(name)), []);
  assert.ok(found.length > 70, `only ${found.length}`);
});

/** Said of everything around the elements, and of the elements themselves, as a rule for `*` would. */
const SAID = {
  'around an element': "return document.querySelectorAll('#host')",
  'of an element itself': "return document.querySelectorAll('#host > *')",
};

for (const [place, where] of Object.entries(SAID)) {
  test(`nothing that is said ${place} changes what is inside`, async () => {
    const found = await run(`
      const before = drawn();
      const said = Object.entries(oddStyles()).filter(([name]) => !arguments[0].includes(name));
      for (const element of (() => { ${where} })()) for (const [name, value] of said) element.style.setProperty(name, value, 'important');
      return differences(before, drawn());`, Object.keys(LET_IN));
    assert.deepEqual(found, {});
  });

  test(`what is hidden or shut ${place} is so inside`, async () => {
    const found = await run(`
      for (const element of (() => { ${where} })()) Object.assign(element.style, { visibility: 'hidden', pointerEvents: 'none' });
      return [...drawn().values()].filter((style) => style.visibility !== 'hidden' || style['pointer-events'] !== 'none').length`);
    assert.equal(found, 0);
  });
}

test('the letters of the host’s root, be they 10 or 20 pixels, move nothing', async () => {
  const sizes = await run(`
    return ['16px', '10px', '62.5%', '20px'].map((size) => {
      document.documentElement.style.fontSize = size;
      return boxes();
    });`);
  assert.ok(sizes[0].length > 300);
  for (const other of sizes.slice(1)) assert.deepEqual(other, sizes[0]);
});

test('--clausewise-font-size makes all of it larger, and more room is then needed for columns', async () => {
  const [usual, larger] = await run(`
    const answer = () => {
      const root = document.querySelector('clausewise-quote').shadowRoot;
      const size = (selector) => parseFloat(getComputedStyle(root.querySelector(selector)).fontSize);
      return [size('.root'), size('.hint'), size('.disclaimer'), size('.field input'), root.querySelector('.cells').getBoundingClientRect().width / root.querySelector('.cells .field').getBoundingClientRect().width];
    };
    const before = answer();
    document.querySelector('clausewise-quote').style.setProperty('--clausewise-font-size', '24px');
    return [before, answer()];`);
  for (const index of [0, 1, 2, 3]) assert.ok(Math.abs(larger[index] / usual[index] - 1.5) < 0.01, `${usual[index]} became ${larger[index]}`);
  assert.ok(larger[4] < usual[4], 'as many columns as before');
});

test('a page from right to left has it from left to right, where it would stand otherwise', async () => {
  const found = await run(`
    const before = boxes();
    document.documentElement.dir = 'rtl';
    const page = document.documentElement;
    return { before, after: boxes(), over: page.scrollWidth - page.clientWidth,
      directions: [...new Set([...drawn().values()].map(({ direction }) => direction))] };`);
  assert.deepEqual(found.after, found.before);
  assert.equal(found.over, 0);
  assert.deepEqual(found.directions, ['ltr']);
});

test('what a page wrote between the tags looks like the page', async () => {
  host.withheld = ['.wasm'];
  try {
    await host.open(
      `<style>body { color: rgb(1, 2, 3); font: italic 23px/2 monospace; text-transform: uppercase; direction: rtl }</style>
      <p id="own">as here</p><clausewise-quote calculator="renewal"><span id="between">as there</span></clausewise-quote>`,
      "return Boolean(document.querySelector('clausewise-quote').shadowRoot?.querySelector('slot'))");
    const [between, own] = await run(`
      return ['between', 'own'].map((id) => {
        const style = getComputedStyle(document.getElementById(id));
        return ['color', 'font-size', 'font-style', 'font-family', 'line-height', 'text-transform', 'direction'].map((name) => style.getPropertyValue(name));
      });`);
    assert.deepEqual(between, own);
  } finally {
    host.withheld = [];
  }
});

test('letters are as large as the visitor has set them, whatever the host made of that', async () => {
  const [ours, visitors, hosts] = await run(`
    document.documentElement.style.fontSize = '10px';
    const own = document.body.appendChild(document.createElement('p'));
    own.style.fontSize = 'medium';
    return [document.querySelector('clausewise-quote').shadowRoot.querySelector('.root'), own, document.body].map((each) => getComputedStyle(each).fontSize);`);
  assert.equal(ours, visitors);
  assert.notEqual(ours, hosts);
});
