// A project of somebody else's: a copy of its sources in a folder of its own, with the tarball installed as npm does it.

import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('./', import.meta.url));
const root = fileURLToPath(new URL('../../', import.meta.url));

// What a project writes is read here by a program; and none of them is to tell anybody that it was built.
const ENVIRONMENT = { ...env, NO_COLOR: '1', FORCE_COLOR: undefined, CI: '1', NEXT_TELEMETRY_DISABLED: '1', NODE_OPTIONS: undefined, NODE_TEST_CONTEXT: undefined };

const folder = () => mkdtempSync(join(tmpdir(), 'clausewise-host-'));

/** The tarball of `pkg/`, as it would be published; or the one that CLAUSEWISE_TARBALL names, such as a published one. */
export function pack() {
  if (env.CLAUSEWISE_TARBALL) return env.CLAUSEWISE_TARBALL;
  const to = folder();
  process.on('exit', () => rmSync(to, { recursive: true, force: true }));
  const said = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', to], { cwd: join(root, 'pkg'), encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const [{ filename }] = Object.values(JSON.parse(said));
  return join(to, filename);
}

/** Runs a program to its end and gives what it wrote; where it fails, all that it wrote is the complaint. */
export function run(cwd, program, args, { patience = 200_000 } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env: ENVIRONMENT, stdio: ['ignore', 'pipe', 'pipe'], timeout: patience });
    const [all, out] = [[], []];
    child.stdout.on('data', (text) => { all.push(text); out.push(text); });
    child.stderr.on('data', (text) => all.push(text));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) resolve(Buffer.concat(out).toString());
      else reject(new Error(`${[program, ...args].join(' ')} ended with ${code ?? signal}:\n${Buffer.concat(all)}`));
    });
  });
}

/** Starts a program that goes on, and waits until it says where it serves; resolves to the address and a way to end it. */
export async function start(cwd, program, args, { patience = 60_000 } = {}) {
  // In a group of its own: what it starts in turn ends with it.
  const child = spawn(program, args, { cwd, env: ENVIRONMENT, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const said = [];
  const ended = new Promise((resolve) => child.once('close', resolve));
  const stop = async () => {
    try { process.kill(-child.pid); } catch { /* it has ended by itself */ }
    await ended;
  };
  const address = new Promise((resolve, reject) => {
    const failed = (why) => reject(new Error(`${[program, ...args].join(' ')} ${why}:\n${said.join('')}`));
    const bell = setTimeout(failed, patience, 'does not say where it serves');
    const hear = (text) => {
      said.push(text);
      const [, port] = /(?:https?:\/\/(?:localhost|127\.0\.0\.1):|"port":)(\d+)/.exec(said.join('')) ?? [];
      const url = port && `http://127.0.0.1:${port}/`;
      if (!url) return;
      clearTimeout(bell);
      resolve(url);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', failed);
    ended.then(() => { clearTimeout(bell); failed('ended'); });
  });
  try {
    return { url: await address, stop, said };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The project in a folder of its own: its sources, its locked packages, and the tarball. */
export async function install({ name, like, tarball }) {
  const at = folder();
  const isSource = (path) => !/[/\\](node_modules|host\.mjs)$/.test(path);
  for (const sources of like ? [like, name] : [name]) cpSync(join(here, sources), at, { recursive: true, filter: isSource });
  try {
    await run(at, 'npm', ['install', '--no-save', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error', tarball]);
  } catch (error) {
    rmSync(at, { recursive: true, force: true });
    throw error;
  }
  return at;
}
