// Lighthouse, one browser for all pages, on the site as `cargo xtask serve` gives it out.

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import lighthouse from 'lighthouse';
import { serve } from './site.mjs';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A Chromium that is told what to do on a port of its own choice. */
async function startChromium() {
  const profile = mkdtempSync(join(tmpdir(), 'clausewise-lighthouse-'));
  const program = CHROMIUM.find((path) => existsSync(path)) ?? 'chromium';
  const browser = spawn(program, [
    '--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking', '--lang=en-US',
    '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank',
  ], { stdio: ['ignore', 'ignore', 'pipe'] });
  const close = () => new Promise((resolve) => {
    browser.once('exit', () => {
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
      resolve();
    });
    browser.kill();
  });
  for await (const line of createInterface(browser.stderr)) {
    const port = /DevTools listening on ws:\/\/[^/]*:(\d+)\//.exec(line)?.[1];
    if (port) {
      browser.stderr.resume();
      return { port: Number(port), close };
    }
  }
  throw new Error(`${program} ended without saying where it listens`);
}

export async function openLighthouse() {
  const site = await serve();
  const browser = await startChromium();
  return {
    url: site.url,
    port: browser.port,
    async close() {
      await browser.close();
      await site.stop();
    },
  };
}

/** What an audit found, in a line: its title, and the first things that it is about. */
function told({ id, title, displayValue, details }) {
  const items = (details?.items ?? []).slice(0, 3).map(({ node, source, description, href, url }) =>
    node?.snippet ?? node?.selector ?? description ?? source?.url ?? href ?? url).filter(Boolean);
  return [`${id}: ${title}`, displayValue, ...items].filter(Boolean).join('\n      ');
}

/** A page that is small, from this machine: no need to wait seconds for what may still come. */
const SOON = { pauseAfterFcpMs: 0, pauseAfterLoadMs: 500, networkQuietThresholdMs: 500, cpuQuietThresholdMs: 0 };

async function run({ url, port }, page, settings) {
  const { lhr } = await lighthouse(`${url}${page}`, {
    port, logLevel: 'error', output: [], formFactor: 'mobile', disableFullPageScreenshot: true, skipAboutBlank: true, ...settings,
  });
  if (lhr.runtimeError) throw new Error(`${page}: ${lhr.runtimeError.message}`);
  return lhr;
}

const scoresOf = ({ categories }) => Object.fromEntries(Object.entries(categories).map(([name, { score }]) => [name, Math.round(score * 100)]));

/** A page's scores, of 100, in some categories; every audit that keeps one of them from 100; and how much of the page moves. */
export async function audit(session, page, categories) {
  const lhr = await run(session, page, { ...SOON, onlyCategories: categories, onlyAudits: ['cumulative-layout-shift'] });
  const faults = categories.flatMap((category) => lhr.categories[category].auditRefs)
    .map(({ id, weight }) => ({ weight, ...lhr.audits[id] }))
    .filter(({ weight, score }) => weight > 0 && score !== null && score < 1);
  return { scores: scoresOf(lhr), moved: lhr.audits['cumulative-layout-shift'].numericValue, faults: faults.map(told) };
}

/** How fast a page is on a phone with a slow line, and what that is made of, in milliseconds. */
export async function performance(session, page) {
  const lhr = await run(session, page, { onlyCategories: ['performance'] });
  const taken = (id) => lhr.audits[id].numericValue;
  return {
    score: scoresOf(lhr).performance,
    painted: taken('first-contentful-paint'),
    largest: taken('largest-contentful-paint'),
    blocked: taken('total-blocking-time'),
  };
}
