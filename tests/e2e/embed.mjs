// “Put it on your site”, used as somebody uses it who makes code there; and what that code turns out to be.

import assert from 'node:assert/strict';
import { By } from 'selenium-webdriver';
import { Calculator } from './calculator.mjs';
import { TAG, eventually, useSite } from './site.mjs';

export const KINDS = ['html', 'react', 'vue', 'wordpress', 'iframe'];

/** The same numbers every time: a generator of the simplest kind. */
export function numbers(seed) {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

const HEADINGS = ['', 'Renew now', `“Renew” & 'save' <b>50%</b> "today" {x} {{y}} \\n`, '續約要多少錢？', '</script><img src=x onerror=alert(1)>'];

/** Choices as somebody might make them. */
function randomChoices(next, calculators) {
  const pick = (list) => list[next(list.length)];
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

const ACCENTS = { '#0f6b57': '#0f6b57', '#8a3ffc': '#8a3ffc', D12: '#dd1122' };
/** The `color-scheme` that an element has, by what was chosen. */
export const SCHEMES = { '': 'normal', dark: 'dark', auto: 'light dark', own: 'light' };

/** That a calculator is what was chosen: said here by hand, not by the page's own scripts. */
export function assertIs(found, chosen, state) {
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

/** The page in a browser. */
export function useEmbedPage(options) {
  const page = useSite(options);
  page.find = (selector) => page.driver.findElement(By.css(selector));

  page.openIn = async (lang = 'en') => {
    await page.open('embed.html', lang);
    await eventually(async () => assert.notEqual(await page.shown('page'), ''));
  };

  /** Sets what is chosen, in the order in which somebody goes down the page. */
  page.choose = async (choices) => {
    for (const [name, value] of Object.entries(choices)) {
      await page.driver.executeScript(`
        const [name, value] = arguments;
        const control = document.querySelector('#choices').elements[name];
        if (control instanceof RadioNodeList) [...control].find((radio) => radio.value === value).click();
        else if (control.type === 'checkbox') { if (control.checked !== value) control.click(); }
        else {
          control.value = value;
          control.dispatchEvent(new Event('input', { bubbles: true }));
        }`, name, value);
    }
  };

  /** Makes choices at random, and says which. */
  page.chooseAtRandom = async (next) => {
    const calculators = await page.driver.executeScript("return [...document.querySelectorAll('#calculator option')].map(({ value }) => value)");
    const chosen = randomChoices(next, calculators);
    await page.choose(chosen);
    return chosen;
  };

  /** Chooses where the code is to stand. */
  page.place = (kind) => page.driver.executeScript(`document.querySelector('#kinds [value="${kind}"]').click()`);

  /** The code as it is shown; empty where it is not. */
  page.shown = (key) => page.driver.executeScript(`const code = document.querySelector('[data-code="${key}"]');
    return code.closest('.block').checkVisibility() ? code.textContent : ''`);

  /** The calculator on the page, or in the frame, where the driver is. */
  page.read = () => eventually(async () => {
    await (await Calculator.on(page.driver)).one('form');
    return page.driver.executeScript(READ);
  });

  return page;
}
