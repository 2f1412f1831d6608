// Kept quotes, as tests put them away, read and count them, whatever the page itself makes of them.

import assert from 'node:assert/strict';
import { By, WebElementPromise } from 'selenium-webdriver';
import { Calculator } from './calculator.mjs';
import { eventually } from './site.mjs';

const inStore = (work) => `
  const [given, done] = arguments.length > 1 ? arguments : [undefined, arguments[0]];
  const asked = indexedDB.open('clausewise', 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore('quotes', { keyPath: 'id' });
  asked.onerror = () => done(String(asked.error));
  asked.onsuccess = () => {
    const { transaction } = asked.result.transaction('quotes', 'readwrite').objectStore('quotes');
    const store = transaction.objectStore('quotes');
    let found = null;
    transaction.oncomplete = () => { asked.result.close(); done(found); };
    transaction.onerror = transaction.onabort = () => done(String(transaction.error));
    ${work}
  };`;

/** What lies in the store of the site that the driver shows. */
export const stored = (driver) => driver.executeAsyncScript(inStore('store.getAll().onsuccess = ({ target }) => { found = target.result; };'));

export const putIn = (driver, records) => driver.executeAsyncScript(inStore('for (const each of given) store.put(each);'), records);

/** As somebody who has kept nothing yet. */
export async function forget(driver) {
  await driver.executeAsyncScript(inStore('store.clear();'));
  await driver.executeScript('localStorage.clear(); sessionStorage.clear();');
}

/** 13 days before the service starts half is charged. */
export const AS_OF = '2026-11-21';
export const FEE = { as_of: AS_OF, 'input.lines.0.fee': '1001', 'input.lines.0.starts_on': '2026-12-04' };
export const LINES = [{ fee: '1001', starts_on: '2026-12-04' }];

export const documentOf = (lines = LINES, more = {}) => ({
  schema: 'clausewise.quote/1', customer: 'Acme', language: 'en',
  request: { calculator: 'cancellation', as_of: AS_OF, currency: 'USD', minor_units: 2, input: { lines } },
  answer: { calculator: 'cancellation', as_of: AS_OF, currency: 'USD', figures: { refund: '500.50' }, dates: {}, lines: [] }, ...more,
});

/** A record as a file has it. */
export const recordOf = (id, name, more = {}) => ({
  id, name, kept_on: '2026-11-20T08:00:00.000Z', changed_on: '2026-11-21T08:00:00.000Z', revision: 3, document: documentOf(), ...more,
});

/** The same as the store has it. */
export const storedOf = ({ document, ...record }) => ({ ...record, document: typeof document === 'string' ? document : JSON.stringify(document) });

export const linesOf = async (calculator) => (await calculator.request()).input.lines;
export const hasLines = (calculator, expected) => eventually(async () => assert.deepEqual(await linesOf(calculator), expected));

/** Presses Keep and waits until it is kept; returns the id. */
export async function keep(driver, calculator) {
  await calculator.button('keep').click();
  return eventually(async () => {
    const [, id] = /#kept=(.+)$/.exec(await driver.getCurrentUrl()) ?? [];
    assert.ok(id, 'nothing is kept');
    return id;
  });
}

export const first = (driver, name) => eventually(async () => {
  const calculator = await Calculator.on(driver, name);
  await calculator.one('form');
  return calculator;
});

/** What the bar of the open quote says. */
export const barSays = (calculator) => calculator.one('.kept [role=status]').getText();

/** The list of kept quotes on its page. */
export class List {
  static async on(driver) {
    return eventually(async () => {
      const root = await (await driver.findElement(By.css('clausewise-kept'))).getShadowRoot();
      await root.findElement(By.css('.quotes'));
      return Object.assign(new List(), { driver, root });
    });
  }

  one(selector) { return new WebElementPromise(this.driver, this.root.findElement(By.css(selector))); }
  all(selector) { return this.root.findElements(By.css(selector)); }
  async names() { return Promise.all((await this.all('.quotes h3')).map((each) => each.getText())); }
  hasNames(expected) { return eventually(async () => assert.deepEqual(await this.names(), expected)); }
  said() { return this.one('.did [role=status]').getText(); }
  says(expected) { return eventually(async () => assert.equal(await this.said(), expected)); }
  focused() { return this.driver.executeScript("return document.querySelector('clausewise-kept').shadowRoot.activeElement?.dataset.act ?? document.querySelector('clausewise-kept').shadowRoot.activeElement?.id ?? ''"); }
  async act(id, what) { await this.one(`[data-id="${id}"] [data-act="${what}"]`).click(); }

  /** As if somebody had chosen a file. */
  async bring(text, times = 1) {
    await this.driver.executeScript(`
      const input = document.querySelector('clausewise-kept').shadowRoot.querySelector('input[type=file]');
      const files = new DataTransfer();
      files.items.add(new File(Array(arguments[1]).fill(arguments[0]), 'kept.json', { type: 'application/json' }));
      input.files = files.files;
      input.dispatchEvent(new Event('change'));`, text, times);
  }
}
