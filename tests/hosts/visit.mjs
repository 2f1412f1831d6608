// A visitor on somebody's page: types a request, reads the figures, which are worked out by hand here.

import assert from 'node:assert/strict';
import { By, Key } from 'selenium-webdriver';
import { engine } from '../e2e/browser.mjs';
import { Calculator } from '../e2e/calculator.mjs';
import { eventually } from '../e2e/site.mjs';

// The first page of a server that builds as it is asked takes its time.
const PATIENCE = 60_000;

export class Visit {
  constructor(driver, url) {
    Object.assign(this, { driver, url });
  }

  /**
   * The calculator of a name, or the one at a selector, as soon as there is something to type into. Asked by its property: some
   * frameworks set no attribute where there is one.
   */
  async calculator(which) {
    const found = () => this.driver.executeScript(`
      const quotes = [...document.querySelectorAll('clausewise-quote')];
      return quotes.find((quote) => (quote.calculator === arguments[0] || quote.matches(arguments[0])) && quote.shadowRoot?.querySelector('form'));`, which);
    const element = await this.driver.wait(found, PATIENCE, `${which} shows no form`);
    return new Calculator(this.driver, element, await element.getShadowRoot());
  }

  /**
   * 13 days before it starts, half of a fee of 1000 is refunded (MS-UES-16). The page has set day and currency. What reads such an
   * amount is a file of its own, which has to be found in everybody's bundle.
   */
  async worksOutCancellation() {
    const calculator = await this.calculator('cancellation');
    assert.deepEqual(
      [await calculator.value('as_of'), await calculator.value('currency')], ['2025-07-18', 'USD'], 'the attributes have been read');
    await calculator.enterAll({ 'input.lines.0.fee': 'US$ 1,000.00', 'input.lines.0.starts_on': '2025-07-31' });
    await reads(calculator, 'figures.refund', '500.00');
    // The picture is a script that nobody needs before there is an answer.
    await eventually(() => calculator.one('[part~="picture"] svg'), PATIENCE);
  }

  /** The anniversary cuts the year after the last covered day down to 3 months (IBM-SS-14): 2 × 1200 × 3 ÷ 12. */
  async worksOutRenewal() {
    const calculator = await this.calculator('renewal');
    await calculator.enterAll({
      as_of: '2026-11-21',
      currency: 'TWD',
      'input.programme': 'PA',
      'input.anniversary': '2026-04-01',
      'input.lines.0.quantity': '2',
      'input.lines.0.annual_price': '1200',
      'input.lines.0.covered_until': '2026-12-31',
    });
    await reads(calculator, 'figures.net', 'NT$600');
  }

  async worksOutBoth() {
    await this.worksOutCancellation();
    await this.worksOutRenewal();
  }

  /** What is behind the other two elements comes in files of its own: the rules, the search and both languages. */
  async worksOutAndLooksUp() {
    await this.worksOutBoth();
    const [terms, search] = await Promise.all(['clausewise-terms', 'clausewise-search'].map((name) => this.inside(name)));
    await eventually(async () => assert.match(await (await terms.findElement(By.css('#MS-UES-16'))).getText(), /MS-UES-16/), PATIENCE);
    await (await search.findElement(By.css('input'))).sendKeys('明年續約要多少錢');
    const found = async () => Promise.all((await search.findElements(By.css('li a'))).map((link) => link.getAttribute('href')));
    await eventually(async () => assert.ok((await found()).slice(0, 3).some((address) => address.endsWith('/renewal.html'))), PATIENCE);
  }

  async inside(name) {
    return (await this.driver.findElement(By.css(name))).getShadowRoot();
  }

  /** Types over what is there, as people do: with the whole of it marked. */
  async typesOver(calculator, path, text) {
    const control = await calculator.control(path);
    await control.click();
    await control.sendKeys(Key.chord(Key.CONTROL, 'a'));
    for (const key of text) await this.driver.actions().sendKeys(key).pause(30).perform();
  }

  text(selector) {
    return this.driver.findElement(By.css(selector)).getText();
  }

  click(selector) {
    return this.driver.findElement(By.css(selector)).click();
  }

  /** Goes into a frame of the page. */
  async enter(selector) {
    await this.driver.switchTo().frame(await this.driver.findElement(By.css(selector)));
  }

  async assertQuiet() {
    // Browsers ask for an icon by themselves; a smallest project has none.
    const complaints = (await engine.complaints(this.driver)).filter((each) => !each.includes('/favicon.ico'));
    assert.deepEqual(complaints, [], `${this.url} complains`);
  }

  /** What stands on the page and in its console, for whoever has to find out why it does not work. */
  async account() {
    const page = await this.driver.executeScript(
      "return document.body.innerText + [...document.querySelectorAll('clausewise-quote')].map(({ shadowRoot }) => '\\n' + (shadowRoot?.textContent ?? 'no shadow').replace(/\\s+/g, ' ').slice(0, 200)).join('')",
    ).catch(({ message }) => message);
    const console = await engine.complaints(this.driver).catch(({ message }) => [message]);
    return `the page: ${page}\nits console: ${console.join('\n')}`;
  }
}

/** The figure as it is written on the page, with or without its currency. */
export const reads = (calculator, figure, wanted) => eventually(async () => {
  const text = await calculator.figure(figure);
  assert.match(text, new RegExp(`(^|[^\\d,.])${wanted.replaceAll(/[.$]/g, '\\$&')}$`), `${figure} reads ${text}`);
}, 20_000);
