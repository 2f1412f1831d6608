// How an element takes its place in a page of somebody else's: as wide as there is room, and as wide as it needs where the place
// has no width of its own.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { engine } from './browser.mjs';
import { useLooks } from './guest_looks.mjs';

const host = useLooks();

const QUOTE = '<clausewise-quote calculator="renewal" lang="en"></clausewise-quote>';

/** 44 letters of 16 pixels: what rows of a list need. */
const OWN = 704;
/** What it never gives up, where neighbours would take everything. */
const LEAST = 200;

const DESK = 1280;
const PHONE = 360;
/** Either without the margin that a browser gives the body of a page. */
const [WIDE, NARROW] = [DESK - 16, PHONE - 16];

const own = { desk: OWN, phone: NARROW };
const filled = { desk: WIDE, phone: NARROW };
const text = 'Words that would rather stand on one line than on two. '.repeat(6);

/** Where it stands, ELEMENT in it; how wide it is there; and the page's styles. */
const PLACES = {
  'a block': ['<div>ELEMENT</div>', filled],
  'a fieldset': ['<fieldset style="border: 0; padding: 0; margin: 0">ELEMENT</fieldset>', filled],
  'a part that is laid open': ['<details open><summary>More</summary>ELEMENT</details>', filled],
  'a dialog': ['<dialog open style="padding: 0; border: 0; margin: 0; max-width: 100%">ELEMENT</dialog>', { desk: OWN, phone: PHONE }],
  'a dialog as browsers have it': ['<dialog open>ELEMENT</dialog>', { desk: OWN, phone: 'fits' }],
  'a popover': ['<div popover id="over" style="padding: 0; border: 0; margin: 0">ELEMENT</div><script>over.showPopover()</script>', { desk: OWN, phone: PHONE }],
  'a place by coordinates': ['<div style="position: absolute; left: 8px; right: auto; max-width: calc(100% - 16px)">ELEMENT</div>', own],
  'a flex item': ['<div style="display: flex">ELEMENT</div>', own],
  'a flex item that grows': ['<div style="display: flex">ELEMENT</div>', filled, 'clausewise-quote { flex: 1 }'],
  'a flex item beside words': [`<div style="display: flex"><p>${text}</p>ELEMENT</div>`, { desk: 'fits', phone: 'fits' }],
  'a flex item beside what will not shrink': ['<div style="display: flex"><p style="flex: none; width: 100px; margin: 0">menu</p>ELEMENT</div>', { desk: OWN, phone: NARROW - 100 }],
  'a column of flex items': ['<div style="display: flex; flex-direction: column">ELEMENT</div>', filled],
  'the middle of a column': ['<div style="display: flex; flex-direction: column; align-items: center">ELEMENT</div>', own],
  'an inline flex item': ['<div style="display: inline-flex">ELEMENT</div>', own],
  'an inline block': ['<div style="display: inline-block">ELEMENT</div>', own],
  'a float': ['<div style="float: left">ELEMENT</div>', own],
  'a cell by style': ['<div style="display: table-cell">ELEMENT</div>', own],
  'a cell of a table': ['<table cellspacing="0" cellpadding="0"><tr><td>ELEMENT</td></tr></table>', own],
  'a cell beside one that takes all': [`<table cellspacing="0" cellpadding="0"><tr><td style="width: 100%">${text}</td><td>ELEMENT</td></tr></table>`, { desk: LEAST, phone: LEAST }],
  'what fits its content': ['<div style="width: fit-content">ELEMENT</div>', own],
  'what is as narrow as it can be': ['<div style="width: min-content">ELEMENT</div>', { desk: LEAST, phone: LEAST }],
  'a grid': ['<div style="display: grid">ELEMENT</div>', filled],
  'a grid that starts its items': ['<div style="display: grid; justify-items: start">ELEMENT</div>', own],
  'a column of a grid as wide as it needs': ['<div style="display: grid; grid-template-columns: auto; justify-content: start">ELEMENT</div>', own],
  'a column of a grid up to a width': ['<div style="display: grid; grid-template-columns: fit-content(500px)">ELEMENT</div>', { desk: 500, phone: NARROW }],
  'columns that repeat': ['<div style="display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 300px), 1fr))">ELEMENT</div>', filled],
  'an inline grid': ['<div style="display: inline-grid">ELEMENT</div>', own],
  'a place without letters': ['<div style="font-size: 0; line-height: 0"><div style="display: inline-block">ELEMENT</div></div>', own],
  'a page written downwards': ['<div style="writing-mode: vertical-rl">ELEMENT</div>', { desk: OWN, phone: PHONE }, 'body { margin: 0 }'],
  'a narrow block': ['<div style="width: 250px">ELEMENT</div>', { desk: 250, phone: 250 }],
  'a flex item in a narrow place': ['<div style="display: flex; width: 250px">ELEMENT</div>', { desk: 250, phone: 250 }],
  'an inline block in a narrow place': ['<div style="width: 250px"><div style="display: inline-block">ELEMENT</div></div>', { desk: 250, phone: 250 }],
  'the narrowest block': ['<div style="width: 120px">ELEMENT</div>', { desk: 120, phone: 120 }],
  // What a page says of the element itself goes before what the element says.
  'an inline block of itself': ['ELEMENT', own, 'clausewise-quote { display: inline-block }'],
  'a float of itself': ['ELEMENT', own, 'clausewise-quote { float: left }'],
  'flexible itself': ['ELEMENT', filled, 'clausewise-quote { display: flex }'],
  'a grid itself': ['ELEMENT', filled, 'clausewise-quote { display: grid }'],
  'of a given width': ['ELEMENT', { desk: 500, phone: 500 }, 'clausewise-quote { width: 500px } body { overflow-x: auto }'],
  'with a margin': ['ELEMENT', { desk: WIDE - 40, phone: NARROW - 40 }, 'clausewise-quote { margin: 0 20px }'],
  'over the edges of its place': ['<div style="padding: 0 20px">ELEMENT</div>', filled, 'clausewise-quote { margin: 0 -20px }'],
  'with room inside': ['ELEMENT', filled, 'clausewise-quote { width: 100%; padding: 20px }'],
  'hidden': ['<div>ELEMENT</div>', { desk: 0, phone: 0 }, '', ' hidden'],
};

const MEASURE = `
  const element = document.querySelector('clausewise-quote');
  const root = element.shadowRoot.querySelector('.root');
  const { width } = element.getBoundingClientRect();
  const page = document.documentElement;
  const padding = parseFloat(getComputedStyle(element).paddingInlineStart) * 2;
  return {
    width,
    inside: root.getBoundingClientRect().width + (width ? padding : 0),
    over: page.scrollWidth - page.clientWidth,
    stickingOut: root.scrollWidth - root.clientWidth,
  };
`;

/** Whoever asks for more than there is gets it. */
const ASKS_FOR_MORE = ['of a given width', 'a cell beside one that takes all'];

for (const [place, [markup, expected, style = '', attributes = '']] of Object.entries(PLACES)) {
  test(`its width in ${place}`, async () => {
    await host.open(`<style>${style}</style>${markup.replace('ELEMENT', QUOTE.replace('>', `${attributes}>`))}`);
    for (const [size, view] of [['desk', DESK], ['phone', PHONE]]) {
      // So high that no bar for scrolling takes any of the width.
      await engine.resize(host.driver, view, 4000);
      const { width, inside, over, stickingOut } = await host.run(MEASURE);
      const where = `${place}, ${size}: ${width} pixels wide`;
      if (expected[size] === 'fits') assert.ok(width >= LEAST && width <= view, where);
      else assert.ok(Math.abs(width - expected[size]) < 1, `${where}, not ${expected[size]}`);
      assert.ok(Math.abs(inside - width) < 1, `${where}, but ${inside} inside`);
      if (!ASKS_FOR_MORE.includes(place)) assert.equal(over, 0, `${where}: the page is ${over} too wide`);
      if (width >= LEAST) assert.ok(stickingOut <= 0, `${where}: ${stickingOut} stick out`);
    }
  });
}
