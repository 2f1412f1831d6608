// The workbook of an answer: offered where the page wants it, fetched only when asked for, handed over as a download.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Calculator } from './calculator.mjs';
import { eventually, useSite } from './site.mjs';

const site = useSite();

const loaded = async () => (await site.loaded()).filter((name) => name.includes('/pkg/') && /workbook/.test(name));

test('a workbook is handed over as a download, and is the same file each time', async () => {
  await site.open('renewal.html');
  const calculator = await Calculator.on(site.driver);
  await calculator.button('example').click();
  await eventually(() => calculator.button('print'));
  const offer = (tools) => site.driver.executeScript("document.querySelector('clausewise-quote').setAttribute('tools', arguments[0])", tools);
  await offer('print');
  await eventually(async () => assert.equal((await calculator.all('[data-act="workbook"]')).length, 0, 'offered where nobody wants it'));
  await offer('print workbook');
  const button = await eventually(() => calculator.button('workbook'));
  assert.deepEqual(await loaded(), [], 'fetched before anybody asked');

  // What the link holds, read in the place of the browser, which would only put it into a folder.
  await site.driver.executeScript(`
    HTMLAnchorElement.prototype.click = function () { window.kept = this.download; };
    const make = URL.createObjectURL;
    window.files = [];
    URL.createObjectURL = (blob) => {
      blob.arrayBuffer().then(async (bytes) => {
        const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
        window.files.push([blob.type, bytes.byteLength, String.fromCharCode(...new Uint8Array(bytes.slice(0, 2))), sum.join()]);
      });
      return make(blob);
    };`);
  const asked = async (count) => {
    await button.click();
    return eventually(async () => {
      const [name, files] = await site.driver.executeScript('return [window.kept, window.files]');
      assert.ok(name && files.length === count);
      return [name, files];
    });
  };
  const [name, [[type, size, start]]] = await asked(1);
  assert.equal(name, 'clausewise-renewal-2026-11-21.xlsx');
  assert.equal(type, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
  assert.ok(size > 8_000 && start === 'PK', `${size} bytes, ${start}`);
  const [, [one, other]] = await asked(2);
  assert.deepEqual(one, other);
  assert.ok((await loaded()).some((each) => each.endsWith('/workbook_bg.wasm')));
  await site.assertQuiet('workbook');
});
