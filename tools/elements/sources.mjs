// What the sources of the elements have: attributes, properties, methods, events, slots, parts and properties of style. The
// analyzer reads the classes; what stands in templates and style sheets is looked for there.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create, ts } from '@custom-elements-manifest/analyzer';
import { litPlugin } from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';

const FOLDER = 'www/element';

const filesIn = (ending) => readdirSync(FOLDER, { recursive: true }).filter((name) => name.endsWith(ending)).sort();
const textOf = (name) => readFileSync(join(FOLDER, name), 'utf8');

const scripts = filesIn('.ts').filter((name) => !name.endsWith('.d.ts')).map((name) => ({ path: `${FOLDER}/${name}`, text: textOf(name) }));
const everyScript = scripts.map(({ text }) => text).join('\n');
const everySheet = filesIn('.css').map(textOf).join('\n');

/** Every class, as the analyzer describes it, by its name. */
export function classes() {
  const modules = scripts.map(({ path, text }) => ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true));
  const { modules: analyzed } = create({ modules, plugins: litPlugin(), context: { dev: false } });
  return new Map(analyzed.flatMap(({ declarations }) => declarations).filter(({ kind }) => kind === 'class').map((each) => [each.name, each]));
}

/** What the browser calls by itself, and nobody else. */
const isCallback = (name) => /^(form\w+|connected|disconnected|attributeChanged|adopted)Callback$/.test(name);

/** Everything of a class, and of those of our own that it extends, that anybody may use. */
export function membersOf(name, all) {
  const found = all.get(name);
  if (!found) return [];
  const open = (found.members ?? []).filter(({ name: member, privacy, static: isStatic }) =>
    (privacy ?? 'public') === 'public' && !isStatic && !isCallback(member) && member !== 'constructor');
  const before = membersOf(found.superclass?.name, all);
  return [...open, ...before.filter(({ name: member }) => !open.some((each) => each.name === member))];
}

const unique = (matches) => [...new Set([...matches].flatMap(([, text]) => text.trim().split(/\s+/)))].sort();

/** The names of events of ours, whichever file sends them. */
export const eventsOf = (tags) => unique(everyScript.matchAll(/['"`](clausewise-[a-z]+)['"`]/g)).filter((name) => !tags.includes(name));

export const partsOf = () => unique(everyScript.matchAll(/\bpart="([^"$]+)"/g));

export const slotsOf = () => unique(everyScript.matchAll(/<slot name="([\w-]+)"/g));

/** The properties of style that are read, each with what holds without it. */
export function styleOf() {
  const found = new Map();
  for (const { index, 0: head, 1: name } of everySheet.matchAll(/var\((--clausewise-[a-z-]+)/g)) {
    const rest = everySheet.slice(index + head.length);
    let depth = 1;
    const end = [...rest].findIndex((letter) => (depth += letter === '(' ? 1 : letter === ')' ? -1 : 0) === 0);
    // The last is the one that browsers of today take.
    found.set(name, rest.slice(0, end).replace(/^,\s*/, ''));
  }
  return found;
}
