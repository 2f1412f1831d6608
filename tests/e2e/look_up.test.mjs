// What can be looked up: a citation leads to its rule, a rule back to what answers by it, a country on to a calculator
// with the country filled in, and a label's term opens in place.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { By, Key } from 'selenium-webdriver';
import { engine } from './browser.mjs';
import { Calculator } from './calculator.mjs';
import { REQUESTS, typeRequest } from './requests.mjs';
import { LANGUAGES, eventually, useSite, words } from './site.mjs';

const site = useSite();

const termsOf = async () => (await site.driver.findElement(By.css('clausewise-terms'))).getShadowRoot();
const focused = () => site.driver.executeScript("return document.querySelector('clausewise-terms')?.shadowRoot?.activeElement?.id ?? ''");
const isInView = (id) => site.driver.executeScript(`
  const { top, bottom } = document.querySelector('clausewise-terms').shadowRoot.getElementById(arguments[0]).getBoundingClientRect();
  return top >= 0 && top < innerHeight && bottom > 0;`, id);

/** Opens a page at a row, as from another page. */
async function openAt(page, id, lang = 'en') {
  await site.driver.get('about:blank');
  await site.open(page, lang);
  await site.driver.executeScript('location.hash = arguments[0]', id);
  await eventually(async () => assert.equal(await focused(), id));
  assert.ok(await isInView(id), `${id} is not in view`);
  return termsOf();
}

for (const lang of LANGUAGES) {
  test(`a citation leads to its rule, and the rule back, in ${lang}`, async () => {
    await site.open('cancellation.html', lang);
    const calculator = await Calculator.on(site.driver);
    await typeRequest(calculator, 'cancellation');
    const { headline, clause } = REQUESTS.cancellation;
    await calculator.working(headline);
    await calculator.one('a.rule').click();
    await site.driver.wait(async () => (await site.driver.getCurrentUrl()).endsWith(`/rules.html#${clause}`), 10_000);
    await eventually(async () => assert.equal(await focused(), clause));
    assert.ok(await isInView(clause));
    const root = await termsOf();
    const row = await root.findElement(By.css(`[id="${clause}"]`));
    assert.ok((await row.getText()).includes(words[lang].clauses[clause]));
    await row.findElement(By.css('.uses a[href="cancellation.html"]')).click();
    await eventually(async () => assert.ok(await (await Calculator.on(site.driver, 'cancellation')).one('form')));
    await site.assertQuiet('rules.html');
  });

  test(`a country lies open where the address names it, and leads on with it filled in, in ${lang}`, async () => {
    const root = await openAt('countries.html', 'TW', lang);
    const row = await root.findElement(By.css('#TW button'));
    assert.equal(await row.getAttribute('aria-expanded'), 'true');
    const opened = await root.findElement(By.css('#TW + .clauses'));
    assert.ok((await opened.getText()).includes(words[lang].clauses['ILAN-24']));
    assert.ok(await opened.findElement(By.css('a[href="rules.html#ILAN-24"]')));
    await opened.findElement(By.css('a[href^="dispute.html#request="]')).click();
    const dispute = await eventually(async () => {
      const dispute = await Calculator.on(site.driver, 'dispute');
      assert.ok(await dispute.control('input.country'));
      return dispute;
    });
    await eventually(async () => assert.equal((await dispute.request()).input.country, 'TW'));
    await site.assertQuiet('countries.html');
  });

  test(`the glossary is searched in either language, and a term is gone to, in ${lang}`, async () => {
    const root = await openAt('glossary.html', 'severity', lang);
    const all = Object.keys(words[lang].glossary).length;
    assert.equal((await root.findElements(By.css('dt'))).length, all);
    const shown = async () => Promise.all((await root.findElements(By.css('.glossary > div'))).map((each) => each.getAttribute('id')));
    const search = await root.findElement(By.css('#search'));
    for (const [text, keys] of [['切齊週年日', ['co_term']], ['Flex allowance', ['flex_allowance', 'forfeited']], ['coffee', []]]) {
      await search.sendKeys(Key.chord(Key.CONTROL, 'a'), Key.DELETE);
      await search.sendKeys(text);
      await eventually(async () => assert.deepEqual(await shown(), keys, text));
    }
    await site.assertQuiet('glossary.html');
  });
}

test('another row of the same page, with something sifted out', async () => {
  const root = await openAt('rules.html', 'MS-UES-15');
  await (await root.findElement(By.css('#search'))).sendKeys('arbitration');
  await eventually(async () => assert.ok((await root.findElements(By.css('.rules > li'))).length < 30));
  await site.driver.executeScript("location.hash = 'IBM-SS-14'");
  await eventually(async () => assert.equal(await focused(), 'IBM-SS-14'));
  assert.ok(await isInView('IBM-SS-14'));
  // What there is not is passed over.
  await site.driver.executeScript("location.hash = 'XX-99'");
  assert.equal(await focused(), 'IBM-SS-14');
  await site.assertQuiet('rules.html');
});

test('a term opens beside its label, with the keyboard, and leads to the glossary', async () => {
  for (const lang of LANGUAGES) {
    await engine.resize(site.driver, 390, 844);
    await site.open('renewal.html', lang);
    const calculator = await Calculator.on(site.driver);
    await calculator.enter('input.programme', 'PA');
    const button = await calculator.one('.field [data-term="anniversary"]');
    const { term, meaning } = words[lang].glossary.anniversary;
    assert.equal(await button.getAttribute('aria-label'), words[lang].ui.term_of.replace('{term}', term));
    assert.equal(await button.getAttribute('aria-expanded'), 'false');
    await button.sendKeys(Key.ENTER);
    await eventually(async () => assert.equal(await button.getAttribute('aria-expanded'), 'true'));
    const id = await button.getAttribute('aria-controls');
    const opened = await calculator.one(`#${id}`);
    assert.ok((await opened.getText()).includes(meaning));
    assert.equal(await opened.findElement(By.css('a')).getAttribute('href'), `${site.url}glossary.html#anniversary`);
    // It stays open while one types, and closes again.
    await calculator.enter('input.anniversary', '2027-01-01');
    assert.equal(await button.getAttribute('aria-expanded'), 'true');
    await button.sendKeys(Key.SPACE);
    await eventually(async () => assert.deepEqual(await calculator.all(`#${id}`), []));

    // In an answer, beside the figure and in a line's working.
    await calculator.button('example').click();
    await calculator.one('.pairs [data-term="anniversary"]').click();
    await eventually(async () => assert.ok((await calculator.one('.pairs .meaning').getText()).includes(meaning)));
    await calculator.working('lines.0.months');
    await calculator.one('.working [data-term="proration"]').click();
    await eventually(async () => assert.ok((await calculator.one('.working .meaning').getText()).includes(words[lang].glossary.proration.meaning)));
  }
  await engine.resize(site.driver, 1280, 900);
  await site.assertQuiet('renewal.html');
});

test('a page that names no glossary gets meanings without a link', async () => {
  await site.open('partner.html', 'en');
  const calculator = await Calculator.on(site.driver, 'renewal');
  await calculator.one('.field [data-term="passport_advantage"]').click();
  await eventually(async () => assert.ok(await calculator.one('.meaning').isDisplayed()));
  assert.deepEqual(await calculator.element.findElements(By.css('a')), []);
  assert.deepEqual(await calculator.all('.meaning a'), []);
});
