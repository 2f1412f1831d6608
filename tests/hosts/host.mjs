// What a `host.mjs` is handed: a project that has the package, and what its developer and its visitors do. Whatever is
// begun here ends with the test.

import assert from 'node:assert/strict';
import { cpSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startBrowser } from '../e2e/browser.mjs';
import { install, run, start } from './project.mjs';
import { serve } from './serving.mjs';
import { Visit } from './visit.mjs';

export class Host {
  #test;
  #since = performance.now();
  /** What has been begun, each with its way to end. */
  #endings = [];

  constructor(test, folder) {
    this.#test = test;
    this.folder = folder;
    // What was begun last ends first: a server that still runs would go on writing into a folder that is being removed.
    test.after(async () => {
      for (const end of this.#endings.reverse()) await end();
    });
    this.#endings.push(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  }

  static async install(test, project) {
    const began = performance.now();
    const folder = await install(project);
    const host = new Host(test, folder);
    host.#since = began;
    host.#took('installed');
    return host;
  }

  #took(what) {
    const now = performance.now();
    this.#test.diagnostic(`${what}: ${((now - this.#since) / 1000).toFixed(1)} s`);
    this.#since = now;
  }

  at(...path) {
    return join(this.folder, ...path);
  }

  /** What the README that came with the package says to write: its first block in a language that has such a text. */
  async readme(language, text) {
    const readme = await readFile(this.at('node_modules/clausewise/README.md'), 'utf8');
    const blocks = [...readme.matchAll(/^```(\w+)\n(.*?)^```$/gms)].filter(([, its, block]) => its === language && block.includes(text));
    assert.notEqual(blocks.length, 0, `the README has no ${language} with ${text}`);
    return blocks[0][2];
  }

  write(path, text) {
    return writeFile(this.at(path), text);
  }

  /** A script of the project's package.json. */
  async script(name) {
    await run(this.folder, 'npm', ['run', '--silent', name]);
    this.#took(name);
  }

  /** A program that the project has installed, or that the machine has; gives what it wrote. */
  run(program, ...args) {
    return run(this.folder, program, args);
  }

  /** A program that goes on and says where it serves. */
  async start(program, ...args) {
    const server = await start(this.folder, program, args);
    this.#endings.push(server.stop);
    this.#took('started');
    return server;
  }

  /** Puts the installed package where a page finds it, as one puts files on a server. */
  putPackage(...path) {
    cpSync(this.at('node_modules/clausewise'), this.at(...path), { recursive: true });
  }

  async serve(folder, options) {
    const server = await serve(this.at(folder), options);
    this.#endings.push(server.stop);
    return server;
  }

  /** Lets a visitor look at a page; afterwards nothing may have gone wrong that only the console would tell. */
  async visit(url, look) {
    const driver = await startBrowser();
    this.#endings.push(() => driver.quit());
    const visit = new Visit(driver, url);
    try {
      await driver.get(url);
      await look(visit);
    } catch (error) {
      throw new Error(`${error.message}\n${await visit.account()}`, { cause: error });
    }
    await visit.assertQuiet();
    this.#took('visited');
  }
}
