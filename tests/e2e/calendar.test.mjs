// The days of an answer as a calendar file: offered where there are any, fetched only when asked for, sent nowhere.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Calculator } from './calculator.mjs';
import { eventually, useSite } from './site.mjs';

const site = useSite();

const loaded = async () => (await site.loaded()).filter((name) => name.includes('/pkg/'));

/** Each page's example with a day that its file must hold: of a line, of a row of a list, and of the whole. */
const KEPT = { notices: '20270131', calendar: '20270930', event: '20261228' };

for (const [page, day] of Object.entries(KEPT)) test(`the file of ${page} is handed over as a download`, async () => {
  await site.open(`${page}.html`);
  const calculator = await Calculator.on(site.driver);
  await calculator.button('example').click();
  const button = await eventually(() => calculator.button('calendar'));
  assert.ok(!(await loaded()).some((name) => name.endsWith('/icalendar.js')), 'fetched before anybody asked');

  // What the link holds, read in the place of the browser, which would only put it into a folder.
  await site.driver.executeScript(`
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function () {
      HTMLAnchorElement.prototype.click = click;
      window.kept = { name: this.download, url: this.href };
    };
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => { blob.text().then((text) => { window.file = text; window.type = blob.type; }); return make(blob); };`);
  await button.click();
  const [name, type, file] = await eventually(async () => {
    const found = await site.driver.executeScript('return [window.kept?.name, window.type, window.file]');
    assert.ok(found.every(Boolean));
    return found;
  });
  assert.equal(name, `clausewise-${page}-2026-11-21.ics`);
  assert.equal(type, 'text/calendar;charset=utf-8');
  assert.ok(file.startsWith('BEGIN:VCALENDAR\r\n') && file.includes(`DTSTART;VALUE=DATE:${day}\r\nDTEND;VALUE=DATE:`), file);
  assert.ok((await loaded()).some((name) => name.endsWith('/icalendar.js')));
  await site.assertQuiet('calendar');
});

test('where there are no days to keep there is no button', async () => {
  await site.open('reinstatement.html');
  const calculator = await Calculator.on(site.driver);
  await calculator.button('example').click();
  await eventually(() => calculator.button('print'));
  assert.deepEqual(await calculator.all('[data-act="calendar"]'), []);
});
