// One calculator on a page, used as a visitor uses it: typing, choosing, clicking, reading.

import assert from 'node:assert/strict';
import { By, Key, WebElementPromise } from 'selenium-webdriver';
import { eventually } from './site.mjs';

export class Calculator {
  constructor(driver, element, root) {
    Object.assign(this, { driver, element, root });
  }

  /** The first calculator on the page, or the one of a name. */
  static async on(driver, name = '') {
    const element = await driver.findElement(By.css(name ? `clausewise-quote[calculator="${name}"]` : 'clausewise-quote'));
    return new Calculator(driver, element, await element.getShadowRoot());
  }

  one(selector) {
    return new WebElementPromise(this.driver, this.root.findElement(By.css(selector)));
  }

  all(selector) {
    return this.root.findElements(By.css(selector));
  }

  control(path) {
    return this.one(`[data-field="${path}"]`);
  }

  /** A button; one that an entry before it brings comes with the next drawing. */
  button(act, path) {
    const selector = path ? `[data-act="${act}"][data-field="${path}"]` : `[data-act="${act}"]`;
    const there = async () => (await this.all(selector))[0] ?? null;
    return new WebElementPromise(this.driver, this.driver.wait(there, 5_000, `${selector} is not there`));
  }

  /** Every working in one table, which is fetched when it is first asked for. */
  async openWorkings() {
    await this.button('workings').click();
    await eventually(() => this.one('.every [data-step]'));
  }

  /** Puts a value in as its control wants it. One that an entry before it brings comes with the next drawing. */
  async enter(path, value) {
    const there = async () => { try { return await this.control(path); } catch { return null; } };
    const control = await this.driver.wait(there, 5_000, `${path} is not there`);
    const [tag, type] = [await control.getTagName(), await control.getAttribute('type')];
    if (tag === 'select') await control.findElement(By.css(`option[value="${value}"]`)).click();
    else if (type === 'radio') await this.one(`[data-field="${path}"][value="${value}"]`).click();
    else if (type === 'checkbox') await this.tick(control, value);
    else {
      await control.sendKeys(Key.chord(Key.CONTROL, 'a'), Key.DELETE);
      await control.sendKeys(value, Key.TAB);
    }
  }

  /** Comes to a control and presses keys. */
  async press(control, ...keys) {
    await this.driver.executeScript('arguments[0].blur(); arguments[0].focus()', control);
    await this.driver.actions().sendKeys(...keys).perform();
  }

  /** All at once, as tools and pickers do it. */
  async pick(control, value) {
    await this.driver.executeScript(`arguments[0].value = arguments[1];
      for (const name of ['input', 'change', 'blur']) arguments[0].dispatchEvent(new Event(name, { bubbles: true }));`, control, value);
  }

  async tick(control, wanted) {
    if ((await control.isSelected()) !== wanted) await control.click();
  }

  async enterAll(values) {
    for (const [path, value] of Object.entries(values)) await this.enter(path, value);
  }

  /** What a control holds. */
  async value(path) {
    const controls = await this.all(`[data-field="${path}"]`);
    for (const control of controls) {
      if ((await control.getAttribute('type')) !== 'radio') return control.getAttribute('value');
      if (await control.isSelected()) return control.getAttribute('value');
    }
    return '';
  }

  /** The figure at a path of the answer, as it is written on the page. */
  async figure(path) {
    const text = await eventually(() => this.one(`[data-figure="${path}"]`).getText());
    return text.trim();
  }

  /** Opens a figure's working and reads it. */
  async working(path) {
    const figure = await eventually(() => this.one(`[data-figure="${path}"]`));
    assert.equal(await figure.getTagName(), 'button', `${path} opens nothing`);
    if ((await figure.getAttribute('aria-expanded')) !== 'true') await figure.click();
    return eventually(async () => {
      const id = await this.one(`[data-figure="${path}"]`).getAttribute('aria-controls');
      assert.ok(id, `${path} names no working`);
      // What draws it comes with the first one.
      assert.equal((await this.all(`#${id} > [role="status"]`)).length, 0, `the working of ${path} is on its way`);
      return this.one(`#${id}`).getText();
    });
  }

  /** What stands at a field as its fault. */
  async faultAt(path) {
    const control = await this.control(path);
    assert.equal(await control.getAttribute('aria-invalid'), 'true', `${path} is not marked as wrong`);
    // A group of radio buttons is described as a whole.
    const described = await this.driver.executeScript(
      "return arguments[0].getAttribute('aria-describedby') ?? arguments[0].closest('fieldset')?.getAttribute('aria-describedby') ?? ''", control);
    const texts = await Promise.all(described.split(' ').filter((id) => id.endsWith('fault')).map((id) => this.one(`#${id}`).getText()));
    assert.ok(texts.length, `${path} has no fault beside it`);
    return texts.join(' ');
  }

  property(name) {
    return this.driver.executeScript('return arguments[0][arguments[1]]', this.element, name);
  }

  request() {
    return this.property('request');
  }

  answer() {
    return this.property('answer');
  }

  /** `data-field` of the control that has the focus. */
  focused() {
    return this.driver.executeScript("return arguments[0].shadowRoot.activeElement?.dataset.field ?? ''", this.element);
  }
}
