// Elements that a page puts in long after its scripts have run, into shadow trees, and from one place to another.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { By } from 'selenium-webdriver';
import { assertAccessible } from './axe.mjs';
import { engine } from './browser.mjs';
import { Calculator } from './calculator.mjs';
import { REQUESTS, typeRequest } from './requests.mjs';
import { LANGUAGES, TAG, eventually, words } from './site.mjs';
import { useStranger } from './stranger.mjs';

const stranger = useStranger();

const PLACES = 'calculator="{key}.html" rule="rules.html#{key}" country="countries.html#{key}" glossary="#{key}"';

/** Asks the root of an element at the end of a way of hosts and selectors; as one script, since the page's policy lets none be made of a text. */
const inside = (way, ask, given) => stranger.run(`const [way, given] = arguments;
  let root = document;
  for (const step of way) root = root?.querySelector(step)?.shadowRoot;
  return root && (${ask});`, way, given ?? null);
const until = (way, ask, wanted, given) => eventually(async () => assert.deepEqual(await inside(way, ask, given), wanted));

/** An empty page on which scripts have run, and a host with a shadow tree in it. */
async function ready({ scripts = ['element.js', 'search.js'], query = '', tag = 'en' } = {}) {
  await stranger.show('<main><h1>Ours</h1><div id="host"></div><div id="plain"></div></main>', { own: `document.documentElement.lang = '${tag}'`, scripts, query });
  await stranger.driver.wait(() => stranger.run("return ['clausewise-quote', 'clausewise-terms', 'clausewise-search'].every((name) => customElements.get(name))"), 10_000);
  await stranger.driver.executeAsyncScript('setTimeout(arguments[0], 200)');
  await stranger.run("document.querySelector('#host').attachShadow({ mode: 'open' }).innerHTML = '<section><div></div></section>'");
}

const put = (where, markup) => stranger.run(`(${where}).innerHTML = arguments[0]`, markup);

const IN_PAGE = "document.querySelector('#plain')";
const IN_SHADOW = "document.querySelector('#host').shadowRoot.querySelector('div')";

const WAYS = [['in the page', IN_PAGE, []], ['in a shadow tree', IN_SHADOW, ['#host']]];

const COUNTS = { rules: '.rules > li', countries: 'tbody > tr', glossary: 'dl.glossary > div' };

for (const [where, place, way] of WAYS) {
  for (const lang of LANGUAGES) {
    test(`terms put in late ${where} are drawn, searched and led to, in ${lang}`, async () => {
      await ready({ tag: TAG[lang] });
      const terms = [...way, 'clausewise-terms'];
      for (const [show, rows] of Object.entries(COUNTS)) {
        await put(place, `<clausewise-terms show="${show}" link="{calculator}.html" rules="rules.html"></clausewise-terms>`);
        await eventually(async () => assert.ok(await inside(terms, `root.querySelectorAll('${rows}').length > 20`), show));
        assert.equal(await inside(terms, "root.querySelector('label[for=search]').textContent"), words[lang].ui['terms.search']);
        assert.ok(await inside(terms, "root.querySelector('label[for=search]').control === root.querySelector('#search')"));
        const first = await inside(terms, `root.querySelector('${rows}').id`);
        const wanted = await inside(terms, `[...root.querySelectorAll('${rows}')].at(-1).id`);
        assert.notEqual(first, wanted);
        await stranger.run('location.hash = arguments[0]', wanted);
        await until(terms, 'root.activeElement?.id', wanted);
        assert.ok(await inside(terms, '((at) => at.top >= 0 && at.bottom <= innerHeight + at.height)(root.activeElement.getBoundingClientRect())'));
      }
      await assertAccessible(stranger.driver, `terms ${where}`);
      await stranger.assertQuiet(`terms ${where}`);
    });
  }

  test(`terms that come late ${where} open at what the address names, and take nobody away from a field`, async () => {
    for (const busy of [false, true]) {
      await ready({ query: '#MS-UES-15' });
      await stranger.run("document.querySelector('main').insertAdjacentHTML('beforeend', '<input id=\"else\">')");
      if (busy) await stranger.driver.findElement(By.id('else')).click();
      await put(place, '<clausewise-terms></clausewise-terms>');
      const terms = [...way, 'clausewise-terms'];
      await until(terms, "root.querySelector('.marked')?.id", 'MS-UES-15');
      await until(terms, "root.activeElement?.id ?? ''", busy ? '' : 'MS-UES-15');
    }
    // An address that cannot be read names nothing.
    await stranger.run("location.hash = '%E0%A4%A'");
    await stranger.assertQuiet('addresses');
  });

  test(`a search put in late ${where} finds, in the language around it, and where it is told by then`, async () => {
    await ready({ tag: TAG['zh-Hant'] });
    const search = [...way, 'clausewise-search'];
    await put(place, `<clausewise-search ${PLACES}></clausewise-search>`);
    const type = (text) => inside(search, "(root.querySelector('input').focus(), root.querySelector('input').value = given, root.querySelector('input').dispatchEvent(new Event('input')), null)", text);
    const first = (wanted) => until(search, "root.querySelector('li a')?.getAttribute('href')", wanted);
    await until(search, "root.querySelector('label')?.textContent", words['zh-Hant'].ui['search.label']);
    assert.ok(await inside(search, "root.querySelector('label').control === root.querySelector('input')"));
    await type('reinstatement');
    await first('reinstatement.html');
    await stranger.run(`(${place}).querySelector('clausewise-search').setAttribute('calculator', '/pages/{key}/')`);
    await first('/pages/reinstatement/');
    await stranger.run(`(${place}).querySelector('clausewise-search').setAttribute('service', 'addon.html#{key}')`);
    await type('hackathon');
    await first('addon.html#hackathon');
    await assertAccessible(stranger.driver, `search ${where}`);
    await stranger.assertQuiet(`search ${where}`);
  });

  test(`each follows the language around it ${where}, where it is moved too`, async () => {
    await ready({ tag: 'en' });
    const both = '<clausewise-terms show="glossary"></clausewise-terms><clausewise-search glossary="#{key}"></clausewise-search><clausewise-quote calculator="cancellation"></clausewise-quote>';
    await put(place, both);
    const speaks = async (lang, from = way) => {
      await until([...from, 'clausewise-terms'], "root.querySelector('label')?.textContent", words[lang].ui['terms.search']);
      await until([...from, 'clausewise-search'], "root.querySelector('label')?.textContent", words[lang].ui['search.label']);
      await until([...from, 'clausewise-quote'], "root.querySelector('[data-act=example]')?.textContent", words[lang].ui.example);
    };
    await speaks('en');
    await stranger.run("document.documentElement.lang = 'zh-Hant-TW'");
    await speaks('zh-Hant');
    // To and fro, quicker than words arrive: what was said last counts.
    await stranger.run("for (const lang of ['en', 'zh-Hant-TW', 'en']) document.documentElement.lang = lang");
    await speaks('en');
    // A language nearer by, and of the host itself.
    await stranger.run(`(${place}).lang = 'zh-TW'`);
    await speaks('zh-Hant');
    await stranger.run(`(${place}).removeAttribute('lang'); document.querySelector('#host').lang = 'zh'; document.querySelector('#plain').lang = 'zh'`);
    await speaks('zh-Hant');
    // Out of there, into a place of the page that speaks another.
    await stranger.run(`const there = document.createElement('div'); there.id = 'there'; there.lang = 'en'; document.body.append(there); there.append(...(${place}).children)`);
    await speaks('en', []);
    await stranger.run("document.querySelector('#there').lang = 'zh-Hant'");
    await speaks('zh-Hant', []);
    // And into a shadow tree that came later than they did, whose host moves with them.
    await stranger.run(`const inner = document.createElement('div'); inner.id = 'inner';
      inner.attachShadow({ mode: 'open' }).append(...document.querySelector('#there').children);
      document.querySelector('#there').append(inner)`);
    await speaks('zh-Hant', ['#inner']);
    await stranger.run("const place = document.createElement('p'); place.lang = 'en'; document.body.append(place); place.append(document.querySelector('#inner'))");
    await speaks('en', ['#inner']);
    await stranger.assertQuiet('languages');
  });
}

test('what terms show may be said after they are there, and anew', async () => {
  await ready();
  // In a task of the page, as its own scripts are: what a driver runs may be interrupted by promises wherever an element is put in.
  await stranger.run(`setTimeout(() => { const terms = document.createElement('clausewise-terms'); (${IN_PAGE}).append(terms); terms.show = 'glossary'; })`);
  const terms = ['clausewise-terms'];
  await eventually(async () => assert.ok(await inside(terms, "root.querySelectorAll('dl.glossary > div').length > 20")));
  assert.ok(!(await stranger.loaded()).some((name) => /rules\.js/.test(name)), 'only what it shows was asked for');
  for (const [show, rows] of Object.entries(COUNTS)) {
    await stranger.run("document.querySelector('clausewise-terms').setAttribute('show', arguments[0])", show);
    await eventually(async () => assert.ok(await inside(terms, `root.querySelectorAll('${rows}').length > 20`), show));
  }
  await stranger.assertQuiet('terms');
});

test('what did not arrive comes once there is a network again', async () => {
  await ready({ tag: TAG['zh-Hant'] });
  await engine.withhold(stranger.driver, '/words/zh-Hant.js');
  await put(IN_PAGE, `<clausewise-terms show="glossary">Ours</clausewise-terms><clausewise-search ${PLACES}>Ours</clausewise-search>`);
  await until(['clausewise-terms'], "!!root.querySelector('.failed')", true);
  await until(['clausewise-search'], "!!root.querySelector('slot')", true);
  await eventually(async () => assert.ok((await engine.complaints(stranger.driver)).some((text) => text.includes('clausewise-search'))));
  await engine.release(stranger.driver);
  await stranger.run("dispatchEvent(new Event('online'))");
  await until(['clausewise-terms'], "root.querySelector('label')?.textContent", words['zh-Hant'].ui['terms.search']);
  await until(['clausewise-search'], "root.querySelector('label')?.textContent", words['zh-Hant'].ui['search.label']);
  await engine.complaints(stranger.driver);
});

test('a script of its own defines each, once, whichever comes first', async () => {
  for (const scripts of [['terms.js', 'element.js', 'search.js'], ['search.js', 'element.js', 'terms.js', 'element.js']]) {
    await ready({ scripts });
    await put(IN_PAGE, `<clausewise-terms></clausewise-terms><clausewise-search ${PLACES}></clausewise-search>`);
    await eventually(async () => assert.ok(await inside(['clausewise-terms'], "root.querySelectorAll('.rules > li').length > 20")));
    await stranger.assertQuiet(scripts.join());
  }
});

test('a calculator put in late into a shadow tree is used as on any page', async () => {
  await ready();
  await put(IN_SHADOW, '<label for="quote">What does it cost?</label><clausewise-quote id="quote" calculator="cancellation"></clausewise-quote>');
  const root = await (await stranger.driver.findElement(By.id('host'))).getShadowRoot();
  const element = await root.findElement(By.css('clausewise-quote'));
  await eventually(async () => assert.ok(await (await element.getShadowRoot()).findElement(By.css('form'))));
  const calculator = new Calculator(stranger.driver, element, await element.getShadowRoot());
  await typeRequest(calculator, 'cancellation');
  const { headline, shown, sent } = REQUESTS.cancellation;
  assert.ok((await calculator.figure(headline)).includes(shown));
  assert.deepEqual(await calculator.request(), sent);
  await calculator.enter('input.lines.0.fee', '');
  await (await root.findElement(By.css('label'))).click();
  await eventually(async () => assert.equal(await calculator.focused(), 'input.lines.0.fee'));
  await assertAccessible(stranger.driver, 'in a shadow tree');
  await stranger.assertQuiet('in a shadow tree');
});
