// “Put it on your site”: whatever is chosen, the code that is shown does on a stranger's empty page what the preview shows,
// under the very policy that stands beside it.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { transformSync } from 'esbuild';
import { By, Key } from 'selenium-webdriver';
import { assertAccessible } from './axe.mjs';
import { engine } from './browser.mjs';
import { Calculator } from './calculator.mjs';
import { paste } from './clipboard.mjs';
import { serveHost } from './host.mjs';
import { LANGUAGES, TAG, eventually, useSite, words } from './site.mjs';

const KINDS = ['html', 'react', 'vue', 'wordpress', 'iframe'];

const site = useSite();
const $ = (selector) => site.driver.findElement(By.css(selector));

/** Sets what is chosen, in the order in which somebody goes down the page. */
async function choose(choices) {
  for (const [name, value] of Object.entries(choices)) {
    await site.driver.executeScript(`
      const [name, value] = arguments;
      const control = document.querySelector('#choices').elements[name];
      if (control instanceof RadioNodeList) [...control].find((radio) => radio.value === value).click();
      else if (control.type === 'checkbox') { if (control.checked !== value) control.click(); }
      else {
        control.value = value;
        control.dispatchEvent(new Event('input', { bubbles: true }));
      }`, name, value);
  }
}

/** A click on the label, as a visitor clicks: the button itself lies over it unseen. */
const place = (kind) => site.driver.executeScript(`document.querySelector('#kinds [value="${kind}"]').click()`);

/** The code as it is shown; empty where it is not. */
const shown = (key) => site.driver.executeScript(`const code = document.querySelector('[data-code="${key}"]');
  return code.closest('.block').checkVisibility() ? code.textContent : ''`);

async function openPage(lang = 'en') {
  await site.open('embed.html', lang);
  await eventually(async () => assert.notEqual(await shown('page'), ''));
}

/** The same numbers every time: a generator of the simplest kind. */
function numbers(seed) {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

const HEADINGS = ['', 'Renew now', `“Renew” & 'save' <b>50%</b> "today" {x} {{y}} \\n`, '續約要多少錢？', '</script><img src=x onerror=alert(1)>'];

/** Choices as somebody might make them; the currency is one of the calculator's only where it handles money. */
async function randomChoices(next) {
  const pick = (list) => list[next(list.length)];
  const calculators = await site.driver.executeScript("return [...document.querySelectorAll('#calculator option')].map(({ value }) => value)");
  return {
    calculator: pick(calculators),
    'label-title': pick(HEADINGS),
    speak: pick(['zh-Hant', 'en']),
    currency: pick(['', 'TWD', 'EUR', 'JPY', 'VND']),
    'currency-may': pick(['free', 'fixed', 'hidden']),
    day: pick(['', 'given']),
    'as-of': pick(['2026-05-01', '2027-12-31']),
    'as-of-may': pick(['free', 'fixed', 'hidden']),
    example: pick([true, false]),
    clear: pick([true, false]),
    scheme: pick(['', 'dark', 'auto', 'own']),
    accent: pick(['#0f6b57', '#8a3ffc', 'D12']),
    radius: pick(['', '0px', '14px']),
  };
}

/** What a calculator turns out to be: of the element, and of the request that its form makes. */
const READ = `const element = document.querySelector('clausewise-quote');
  const { calculator, as_of, currency = '' } = element.request;
  const style = getComputedStyle(element);
  return {
    attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]).filter(([name]) => name !== 'style')),
    calculator, as_of, currency,
    lang: element.shadowRoot.querySelector('.root').lang,
    accent: style.getPropertyValue('--clausewise-accent').trim(), radius: style.getPropertyValue('--clausewise-radius').trim(), scheme: style.colorScheme,
  }`;

const read = () => eventually(async () => {
  await (await Calculator.on(site.driver)).one('form');
  return site.driver.executeScript(READ);
});

const ACCENTS = { '#0f6b57': '#0f6b57', '#8a3ffc': '#8a3ffc', D12: '#dd1122' };
const SCHEMES = { '': 'normal', dark: 'dark', auto: 'light dark', own: 'light' };

/** That a calculator is what was chosen: said here by hand, not by the page's own scripts. */
function assertIs(found, chosen, state) {
  const { calculator, lang, currency, as_of: asOf, accent, scheme, radius, attributes } = found;
  assert.equal(calculator, chosen.calculator, state);
  assert.equal(lang, TAG[chosen.speak], state);
  const money = currency !== '';
  if (money) assert.equal(currency, chosen.currency || (chosen.speak === 'en' ? 'USD' : 'TWD'), state);
  if (chosen.day) assert.equal(asOf, chosen['as-of'], state);
  assert.equal(accent, chosen.scheme === 'own' ? ACCENTS[chosen.accent] : '', state);
  assert.equal(radius, chosen.radius, state);
  assert.equal(scheme, SCHEMES[chosen.scheme], state);
  const those = (answer) => ['as-of', 'currency'].filter((name) => chosen[`${name}-may`] === answer && (name !== 'currency' || money));
  const hidden = [...those('hidden'), ...['example', 'clear'].filter((button) => !chosen[button])];
  const wanted = {
    calculator: chosen.calculator, lang: chosen.speak, currency: money ? chosen.currency : '', 'as-of': chosen.day && chosen['as-of'],
    hide: hidden.join(' '), fixed: those('fixed').join(' '), 'label-title': chosen['label-title'].trim(),
  };
  assert.deepEqual(attributes, Object.fromEntries(Object.entries(wanted).filter(([, value]) => value)), state);
}

describe('code', () => {
  let host;
  before(async () => { host = await serveHost(); });
  after(() => host?.stop());

  /** Puts code into an empty page of the host, under the policy that was shown and nothing more. */
  async function openHost({ page, style, policy, server }) {
    host.pages['/'] = `<!doctype html><html><head><title>Host</title>${style ? '<link rel="stylesheet" href="host.css">' : ''}</head><body>\n${page}\n</body></html>`;
    host.pages['/host.css'] = style;
    // Browsers ask for a picture of the site on their own account.
    host.pageHeaders = { 'Content-Security-Policy': `default-src 'none'; img-src 'self'; ${style ? "style-src 'self'; " : ''}${policy.replaceAll('\n', ' ')}` };
    host.fileHeaders = Object.fromEntries(server.split('\n').filter(Boolean).map((header) => header.split(': ')));
    await site.driver.get(`${host.url}/`);
  }

  const taken = async () => Object.fromEntries(await Promise.all(['page', 'style', 'policy', 'server'].map(async (key) => [key, await shown(key)])));

  /** What React would be told: the code run, with a React that only writes down. */
  function toldToReact(jsx) {
    const { code } = transformSync(jsx, { loader: 'jsx', format: 'cjs', jsxFactory: 'write' });
    const module = { exports: {} };
    new Function('module', 'require', 'write', code)(module, () => {}, (tag, props) => ({ tag, props }));
    return module.exports.Calculator();
  }

  for (const seed of [1, 2, 3, 4, 5]) {
    test(`what is chosen at random (${seed}) is what a stranger’s page gets`, async () => {
      await openPage(LANGUAGES[seed % 2]);
      const chosen = await randomChoices(numbers(seed * 7919));
      await choose(chosen);
      const state = JSON.stringify(chosen);
      const texts = {};
      for (const kind of KINDS) {
        await place(kind);
        texts[kind] = await taken();
      }
      await site.assertQuiet(state);

      await openHost(texts.html);
      const found = await read();
      assertIs(found, chosen, state);
      await site.assertQuiet(`${state}: HTML`);

      await openHost({ ...texts.wordpress, style: '' });
      assert.deepEqual(await read(), found, `${state}: WordPress`);
      await site.assertQuiet(`${state}: WordPress`);

      const react = toldToReact(texts.react.page);
      assert.deepEqual([react.tag, { ...react.props }], ['clausewise-quote', found.attributes], `${state}: React`);
      assert.equal(texts.react.style, texts.html.style);
      const vue = await site.driver.executeScript(`const page = new DOMParser().parseFromString(arguments[0], 'text/html');
        return Object.fromEntries([...page.querySelector('template').content.querySelector('clausewise-quote').attributes].map(({ name, value }) => [name, value]))`, texts.vue.page);
      assert.deepEqual(vue, found.attributes, `${state}: Vue`);
      assert.equal(texts.vue.style, texts.html.style);

      await openHost(texts.iframe);
      const frame = await $('iframe');
      await eventually(async () => assert.notEqual(await frame.getAttribute('style'), '', 'its height is followed'));
      await site.driver.switchTo().frame(frame);
      // A frame is light, unless it is told otherwise.
      assertIs({ ...await read(), scheme: SCHEMES[chosen.scheme] }, chosen, `${state}: iframe`);
      assert.equal((await read()).scheme, chosen.scheme ? SCHEMES[chosen.scheme] : 'light');
      await site.driver.switchTo().defaultContent();
      await site.assertQuiet(`${state}: iframe`);
    });
  }

  test('in a sandbox too, with the headers that are shown', async () => {
    await openPage();
    await choose({ calculator: 'flex', speak: 'zh-Hant', currency: 'EUR' });
    await place('iframe');
    await (await $('#sandbox')).click();
    await openHost(await taken());
    await site.driver.switchTo().frame(await $('iframe'));
    const { calculator, currency, lang } = await read();
    assert.deepEqual([calculator, currency, lang], ['flex', 'EUR', TAG['zh-Hant']]);
    assert.equal(await site.driver.executeScript('return origin'), 'null');
    await site.driver.switchTo().defaultContent();
    await engine.complaints(site.driver);
  });

  test('from another site, with its address in code and policy', async () => {
    const files = await serveHost({ fileHeaders: { 'Access-Control-Allow-Origin': '*' } });
    try {
      await openPage();
      await choose({ calculator: 'tax', speak: 'en', base: `${files.url}/clausewise` });
      for (const kind of ['html', 'iframe']) {
        await place(kind);
        const texts = await taken();
        if (kind === 'iframe') files.fileHeaders = { 'Content-Security-Policy': texts.server.split(': ')[1].replace('https://www.example.com', host.url) };
        await openHost({ ...texts, server: '' });
        if (kind === 'iframe') await site.driver.switchTo().frame(await $('iframe'));
        assert.equal((await read()).calculator, 'tax', kind);
        await site.driver.switchTo().defaultContent();
        await site.assertQuiet(kind);
        await openPage();
        await choose({ calculator: 'tax', speak: 'en', base: `${files.url}/clausewise` });
      }
    } finally {
      files.stop();
    }
  });
});

describe('the preview', () => {
  const inPreview = async (run) => {
    await site.driver.switchTo().frame(await $('#preview'));
    try {
      return await run();
    } finally {
      await site.driver.switchTo().defaultContent();
    }
  };

  test('shows what the code says, each time that something is chosen', async () => {
    await openPage();
    const next = numbers(42);
    for (let round = 0; round < 3; round += 1) {
      const chosen = await randomChoices(next);
      await choose(chosen);
      await eventually(async () => assertIs(await inPreview(read), chosen, JSON.stringify(chosen)));
    }
    await site.assertQuiet('preview');
  });

  test('shows a frame where the code is one, also in a sandbox', async () => {
    await openPage('zh-Hant');
    await choose({ calculator: 'dispute', speak: 'en' });
    await place('iframe');
    for (const isInSandbox of [false, true]) {
      if (isInSandbox) await (await $('#sandbox')).click();
      await eventually(() => inPreview(async () => {
        const frame = await $('iframe');
        assert.equal(await frame.getAttribute('sandbox') !== '' && await frame.getAttribute('sandbox') !== null, isInSandbox);
        await site.driver.switchTo().frame(frame);
        const { calculator, lang } = await site.driver.executeScript(READ);
        assert.deepEqual([calculator, lang], ['dispute', 'en']);
      }), 20_000);
    }
    await engine.complaints(site.driver);
  });

  test('speaks the language of the page, where the code names none', async () => {
    for (const lang of LANGUAGES) {
      await openPage(lang);
      await eventually(async () => assert.equal((await inPreview(read)).lang, TAG[lang]));
    }
  });
});

test('the language changes, and what was chosen stays', async () => {
  await openPage('zh-Hant');
  await choose({ calculator: 'true_up', 'label-title': '補購', currency: 'EUR' });
  const before = await shown('page');
  assert.match(before, /如果這裡沒有出現試算/);
  await (await $('button[data-language="en"]')).click();
  await eventually(async () => assert.match(await shown('page'), /If no calculator appears here/));
  const names = () => site.driver.executeScript(`const text = (id) => document.querySelector('#' + id).selectedOptions[0].textContent;
    return [text('calculator'), text('currency'), document.querySelector('#calculator optgroup').label]`);
  assert.deepEqual(await names(), [words.en.calculators.true_up.title, 'EUR – Euro', 'IBM support']);
  await (await $('button[data-language="zh-Hant-TW"]')).click();
  await eventually(async () => assert.equal(await shown('page'), before));
  assert.deepEqual(await names(), [words['zh-Hant'].calculators.true_up.title, '歐元（EUR）', 'IBM 軟體維護']);
});

test('no currency is asked for where a calculator handles no amounts', async () => {
  await openPage();
  const isOpen = () => $('#currency').isEnabled();
  await choose({ calculator: 'renewal', currency: 'EUR' });
  assert.ok(await isOpen());
  await choose({ calculator: 'response' });
  assert.equal(await isOpen(), false);
  assert.ok(await $('#currency-hint').isDisplayed());
  assert.doesNotMatch(await shown('page'), /currency/);
});

test('what cannot be read is said beside it, and the last that could stays in the code', async () => {
  await openPage();
  await choose({ scheme: 'own', accent: '#8a3ffc', base: '/tools/' });
  for (const [field, wrong] of [['accent', 'purple'], ['base', 'javascript:alert(1)']]) {
    await choose({ [field]: wrong });
    const input = await $(`#${field}`);
    assert.equal(await input.getAttribute('aria-invalid'), 'true');
    assert.ok(await $(`#${field}-wrong`).isDisplayed());
    assert.ok((await input.getAttribute('aria-describedby')).includes(`${field}-wrong`));
  }
  assert.match(await shown('page'), /src="\/tools\/element\.js"/);
  assert.match(await shown('style'), /--clausewise-accent: #8a3ffc;/);
  await choose({ accent: '0f6b57' });
  assert.equal(await $('#accent').getAttribute('aria-invalid'), 'false');
});

test('too little contrast is said, with its measure, and mended with a button', async () => {
  await openPage();
  await choose({ scheme: 'own' });
  const warned = async () => (await $('#contrast').isDisplayed()) ? (await $('#contrast').getText()) : '';
  assert.equal(await warned(), '', 'the element’s own colours are enough');
  await choose({ soft: '#767676', raised: '#ffffff' });
  assert.equal(await warned(), '');
  // A shade lighter: 4.48 on white.
  await choose({ soft: '#777777' });
  assert.match(await warned(), /quiet text on the background: 4\.4, and 4\.5 is needed/);
  await choose({ accent: '#ffd200', edge: '#dddddd' });
  assert.match(await warned(), /links and buttons on the background: 1\.4/);
  assert.match(await warned(), /borders of fields on the background: 1\.3, and 3 is needed/);
  await (await $('#readable')).click();
  assert.equal(await warned(), '');
  assert.match(await shown('style'), /--clausewise-ink: #16191d;/, 'what was enough is left alone');
});

describe('copying', () => {
  const said = () => site.driver.executeScript("return [...document.querySelectorAll('.said')].map((each) => each.innerText).join('')");

  test('one click copies what is shown, and it is said', async () => {
    for (const [lang, word] of [['en', 'Copied.'], ['zh-Hant', '已複製。']]) {
      await openPage(lang);
      await choose({ calculator: 'notices', 'label-title': '"A" & <b>' });
      const button = await $('.block:not([hidden]) [data-copy="page"]');
      await site.driver.executeScript("arguments[0].scrollIntoView({ block: 'center' })", button);
      await button.click();
      await eventually(async () => assert.equal(await said(), word));
      await site.driver.executeScript(`const box = document.createElement('textarea');
        box.id = 'box';
        document.querySelector('main').prepend(box);
        box.focus();`);
      await paste(site.driver);
      await eventually(async () => assert.equal(await $('#box').getAttribute('value'), await shown('page')));
    }
  });

  test('where a browser refuses, the code is selected, and the keys are named', async () => {
    await openPage();
    await site.driver.executeScript(`Object.defineProperty(navigator, 'clipboard', { value: undefined });
      document.execCommand = () => false;`);
    const button = await $('.block:not([hidden]) [data-copy="policy"]');
    await site.driver.executeScript("arguments[0].scrollIntoView({ block: 'center' })", button);
    await button.sendKeys(Key.ENTER);
    await eventually(async () => assert.match(await said(), /press Ctrl\+C/));
    assert.equal(await site.driver.executeScript('return getSelection().toString()'), await shown('policy'));
  });
});

for (const dark of [false, true]) describe(dark ? 'dark' : 'light', () => {
  const coloured = useSite({ dark });

  test('axe finds nothing, whatever is chosen', async () => {
    for (const lang of LANGUAGES) {
      await coloured.open('embed.html', lang);
      const click = (selector) => coloured.driver.executeScript('document.querySelector(arguments[0]).click()', selector);
      await click('[name="scheme"][value="own"]');
      await click('[name="day"][value="given"]');
      await coloured.driver.executeScript(`for (const [id, value] of [['accent', 'nonsense'], ['soft', '#cccccc'], ['base', 'nonsense']]) {
        const input = document.getElementById(id);
        input.value = value;
        input.dispatchEvent(new Event('input', { bubbles: true }));
      }`);
      for (const kind of KINDS) {
        await click(`#kinds [value="${kind}"]`);
        await click('.block:not([hidden]) [data-copy]');
        await assertAccessible(coloured.driver, `${kind} in ${lang}`);
      }
    }
  });

  test('axe finds nothing in the frame, nor in what it says', async () => {
    for (const lang of LANGUAGES) {
      await coloured.driver.get(`${coloured.url}pkg/frame.html?calculator=notices&lang=${lang}&scheme=${dark ? 'dark' : 'light'}`);
      const calculator = await eventually(async () => {
        const found = await Calculator.on(coloured.driver);
        await found.one('form');
        return found;
      });
      await assertAccessible(coloured.driver, lang);
      await calculator.button('example').click();
      await coloured.driver.executeScript("const says = document.querySelector('#says').content; document.querySelector('#said').append(...[...says.children].filter((each) => each.matches(`[data-say]:lang(${document.documentElement.lang})`)))");
      await coloured.driver.executeScript("for (const link of document.querySelectorAll('#said a')) link.href = 'frame.html'");
      await assertAccessible(coloured.driver, `${lang}, with all that it can say`);
    }
  });
});
