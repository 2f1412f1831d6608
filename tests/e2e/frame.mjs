// Somebody's page with a frame on it, from another origin than the files, for the tests of the frame.

import assert from 'node:assert/strict';
import { after, afterEach, before } from 'node:test';
import { By } from 'selenium-webdriver';
import { engine, startBrowser } from './browser.mjs';
import { Calculator } from './calculator.mjs';
import { serveHost } from './host.mjs';
import { eventually, words } from './site.mjs';

/** Sent with files that a frame in a sandbox, which is from nowhere, may read. */
export const READABLE = { 'Access-Control-Allow-Origin': '*' };

/** How high a frame is that nothing follows. */
export const FIXED = 600;

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

export const iframe = (src, attributes = 'data-clausewise') =>
  `<iframe title="Calculator" src="${escaped(src)}" width="100%" height="${FIXED}" frameborder="0" ${attributes}></iframe>`;

/** A sentence of the frame, without the marks of its link and its address. */
export const sentence = (lang, key, address = '') => words[lang].frame[key].replaceAll(/[[\]]/g, '').replace('{address}', address);

/** A browser, a site with the files and one with a page; after each test the console has stayed quiet. */
export function useFrames() {
  const frames = {};

  before(async () => {
    [frames.driver, frames.files, frames.host] = await Promise.all([startBrowser(), serveHost(), serveHost()]);
  });
  after(async () => {
    await frames.driver?.quit();
    frames.files?.stop();
    frames.host?.stop();
  });
  afterEach(async () => {
    await frames.driver.switchTo().defaultContent();
    frames.files.fileHeaders = {};
    assert.deepEqual(await engine.complaints(frames.driver), []);
  });

  frames.addressOf = (parameters) => `${frames.files.url}/clausewise/frame.html?${new URLSearchParams(parameters)}`;
  frames.script = () => `<script src="${frames.files.url}/clausewise/frame.js" defer></script>`;

  /** Opens a page of the host that holds some HTML, and allows frames and scripts of the other site alone. */
  frames.open = async (html) => {
    const { driver, files, host } = frames;
    // Browsers ask for a picture of the site on their own account.
    const policy = `default-src 'none'; img-src 'self'; frame-src ${files.url} ${host.url} blob:; script-src ${files.url}`;
    host.pageHeaders = { 'Content-Security-Policy': policy };
    host.pages['/'] = `<!doctype html><html lang="en"><head><title>Host</title></head><body>${html}</body></html>`;
    await driver.get(`${host.url}/`);
  };

  /** Goes into the first frame. */
  frames.enter = async () => {
    await frames.driver.switchTo().defaultContent();
    await frames.driver.switchTo().frame(await frames.driver.findElement(By.css('iframe')));
  };

  /** Opens one frame, and goes into it. */
  frames.openFrame = async (parameters, { attributes, before: first = '', after: last = '' } = {}) => {
    await frames.open(first + iframe(frames.addressOf(parameters), attributes) + last);
    await frames.enter();
  };

  /** The calculator in the frame, once it is ready. */
  frames.calculator = () => eventually(async () => {
    const calculator = await Calculator.on(frames.driver);
    await calculator.one('form');
    return calculator;
  });

  /** How high the frame is, seen from the page around. */
  frames.height = async () => {
    await frames.driver.switchTo().defaultContent();
    const height = await frames.driver.executeScript("return document.querySelector('iframe').clientHeight");
    await frames.enter();
    return height;
  };

  frames.content = () => frames.driver.executeScript('return Math.ceil(document.body.getBoundingClientRect().height)');

  /** The frame is as high as what is in it. */
  frames.assertFollowed = () => eventually(async () => assert.equal(await frames.height(), await frames.content()));

  /** What the frame itself says, beside the calculator. */
  frames.said = () => frames.driver.executeScript("return document.getElementById('said').textContent");

  return frames;
}
