// Measures how high every calculator's form is before anything is entered, at every width of its place, in both languages, and
// writes www/pages/heights.json: `node tools/heights.mjs`, and then `node tools/pages.mjs`. Chromium and the built xtask do it.

import { writeFileSync } from 'node:fs';
import { startBrowser } from '../tests/e2e/browser.mjs';
import { serve, TAG } from '../tests/e2e/site.mjs';
import { CALCULATORS } from './pages.mjs';

const NARROWEST = 240;
const WIDEST = 1160;
const STEP = 10;

/** Up to here a place is taken for a phone's, where what is pressed is higher. */
const PHONE = 600;

/**
 * What differs by less is taken to be as high. What follows a form is out of sight on a phone, whatever the form's height; on the
 * tallest of desks a step of this moves it by half of that, which is a hundredth of what is seen, at most.
 */
const closeAt = (width) => (width < PHONE ? 150 : 40);

const MEASURE = `
  const [widths, done] = arguments;
  const element = document.querySelector('clausewise-quote');
  const measure = () => {
    const panel = element.parentElement;
    done(widths.map((width) => {
      panel.style.boxSizing = 'content-box';
      panel.style.inlineSize = width + 'px';
      return Math.round(element.getBoundingClientRect().height);
    }));
  };
  const wait = () => (element.shadowRoot?.querySelector('form') ? requestAnimationFrame(measure) : setTimeout(wait, 20));
  wait();`;

/** Neighbouring widths with nearly the same height become one: [from this width on, this high]. */
function steps(widths, heights) {
  const found = [];
  let low = 0, high = 0;
  widths.forEach((width, index) => {
    const height = heights[index];
    [low, high] = [Math.min(low, height), Math.max(high, height)];
    if (found.length && high - low <= closeAt(width)) found[found.length - 1][1] = Math.round((low + high) / 2);
    else {
      found.push([found.length ? width : 0, height]);
      [low, high] = [height, height];
    }
  });
  return found;
}

const widths = Array.from({ length: (WIDEST - NARROWEST) / STEP + 1 }, (_, index) => NARROWEST + index * STEP);
const { url, stop } = await serve();
const driver = await startBrowser({ width: 1440 });
const measured = {};
const measure = async (some, touched) => {
  await driver.sendDevToolsCommand('Emulation.setTouchEmulationEnabled', { enabled: touched });
  return driver.executeAsyncScript(MEASURE, some);
};
try {
  for (const name of CALCULATORS) {
    measured[name] = {};
    for (const [lang, tag] of Object.entries(TAG)) {
      await driver.get(`${url}${name}.html?lang=${tag}`);
      const heights = [
        ...await measure(widths.filter((width) => width < PHONE), true),
        ...await measure(widths.filter((width) => width >= PHONE), false),
      ];
      measured[name][lang] = steps(widths, heights);
    }
  }
} finally {
  await driver.quit();
  await stop();
}
const row = ([name, byLang]) => `  ${JSON.stringify(name)}: {\n${Object.entries(byLang).map(([lang, pairs]) => `    ${JSON.stringify(lang)}: ${JSON.stringify(pairs)}`).join(',\n')}\n  }`;
writeFileSync(new URL('../www/pages/heights.json', import.meta.url), `{\n${Object.entries(measured).map(row).join(',\n')}\n}\n`);
