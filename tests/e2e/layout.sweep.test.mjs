// From a small phone to a desk, both ways up: nothing needs scrolling sideways.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { engine } from './browser.mjs';
import { Calculator } from './calculator.mjs';
import { LANGUAGES, PAGES, eventually, useSite } from './site.mjs';

const site = useSite();

const SIZES = [[320, 640], [390, 844], [768, 1024], [1024, 768], [1440, 900]];

const TOO_WIDE = `
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  return wide > 0 ? wide : 0;
`;

for (const page of PAGES) {
  for (const lang of LANGUAGES) {
    test(`${page} in ${lang}`, async () => {
      await engine.resize(site.driver, ...SIZES[0]);
      await site.open(page, lang);
      const [first] = await site.driver.findElements({ css: 'clausewise-quote' });
      for (const filled of first ? [false, true] : [false]) {
        if (filled) {
          const calculator = await Calculator.on(site.driver);
          await calculator.button('example').click();
          await eventually(async () => assert.ok(await calculator.answer()));
          await calculator.openWorkings();
        }
        // Wider and wider, and back again: from a desk's window straight to a phone's, WebKit leaves lines as they were.
        for (const [width, height] of filled ? SIZES.toReversed() : SIZES) {
          await engine.resize(site.driver, width, height);
          const wide = await site.driver.executeScript(TOO_WIDE);
          assert.equal(wide, 0, `${width} × ${height}${filled ? ' with an answer' : ''}: ${wide} pixels too wide`);
        }
      }
    });
  }
}
