// The rules in brief: there before any script, beside the title where there is room, behind their heading where not.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { By } from 'selenium-webdriver';
import { engine } from './browser.mjs';
import { LANGUAGES, eventually, useSite } from './site.mjs';

const site = useSite();

const known = () => site.driver.findElement(By.css('.known'));
const isOpen = () => site.driver.executeScript("return document.querySelector('.known').open");
const topOfForm = () => site.driver.executeScript("return document.querySelector('.panel').getBoundingClientRect().top");

for (const lang of LANGUAGES) {
  test(`on a desk they are read at once, and lead to their rules, in ${lang}`, async () => {
    await engine.resize(site.driver, 1350, 940);
    await site.open('cancellation.html', lang);
    assert.ok(await isOpen());
    const text = await (await known()).getText();
    for (const number of lang === 'en' ? ['14 days', '6 days', '5 days', '50%', '100%'] : ['14 天', '6 天', '5 天', '50%', '100%']) assert.ok(text.includes(number), `${number}: ${text}`);
    const [form, list] = [await topOfForm(), await (await known()).getRect()];
    assert.ok(list.y + list.height <= form && form < 700, `${list.y} ${list.height} ${form}`);
    await (await known()).findElement(By.css('a[href="rules.html#MS-UES-16"]')).click();
    await site.driver.wait(async () => (await site.driver.getCurrentUrl()).endsWith('/rules.html#MS-UES-16'), 10_000);
    await site.assertQuiet('rules');
  });

  test(`on a phone they are one line, and open by a press, in ${lang}`, async () => {
    await engine.resize(site.driver, 412, 823);
    await site.open('late_charge.html', lang);
    assert.ok(!await isOpen());
    const closed = (await (await known()).getRect()).height;
    assert.ok(closed <= 48, String(closed));
    await (await known()).findElement(By.css('summary')).click();
    await eventually(async () => assert.ok(await isOpen()));
    const line = await (await known()).findElement(By.css('li'));
    assert.match(await line.getText(), lang === 'en' ? /30 days/ : /30 天/);
    const { width } = await line.getRect();
    assert.ok(width <= 412);
    await site.assertQuiet('late_charge');
  });
}

test('on a phone they are printed too, and wait again afterwards', { skip: engine.cannotPrint ?? false }, async () => {
  await engine.resize(site.driver, 412, 823);
  await site.open('flex.html', 'en');
  assert.ok(!await isOpen());
  // What comes after the page's own listener sees what goes to the printer.
  await site.driver.executeScript("addEventListener('beforeprint', () => { document.documentElement.dataset.printed = String(document.querySelector('.known').open); })");
  await site.driver.printPage({});
  assert.equal(await site.driver.executeScript('return document.documentElement.dataset.printed'), 'true');
  await eventually(async () => assert.ok(!await isOpen()));
  await site.assertQuiet('flex');
});
