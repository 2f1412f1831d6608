// Writes custom-elements.json: what the analyzer finds in the sources of the elements, described by tools/elements/.
// `node tools/elements.mjs FOLDER`.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import { ELEMENTS, propertyOf } from './elements/all.mjs';
import { classes, membersOf, styleOf } from './elements/sources.mjs';
import { FALLBACK, calculatorsIn } from './languages.mjs';

/** Editors complete what they can read: the names themselves, and not the name of a type. */
const NAMES = calculatorsIn(FALLBACK).map((name) => `'${name}'`).join(' | ');
const spelt = (type) => type.replace('CalculatorName', NAMES);

const all = classes();
const defaults = styleOf();

/** What was found under its name, and what is to be said of it; either may be alone, and a test then says so. */
function merged(found, described) {
  const names = [...new Set([...Object.keys(described), ...found.map(({ name }) => name)])];
  return names.map((name) => ({ ...found.find((each) => each.name === name), name, ...described[name] }));
}

const each = (members, said) => Object.fromEntries(Object.entries(members).map(([name, spec]) => [name, said(spec, name)]));

/** `(options?: FocusOptions) => void`, as the manifest has it. */
function signature(type) {
  const [, inside, text] = /^\((.*)\) => (.+)$/.exec(type);
  const parameters = inside.split(',').filter(Boolean).map((part) => {
    const [, name, optional, of] = /^(\w+)(\?)?: (.+)$/.exec(part.trim());
    return { name, type: { text: of }, ...(optional ? { optional: true } : {}) };
  });
  return { ...(parameters.length ? { parameters } : {}), return: { type: { text } } };
}

function members({ name, attributes, properties, methods }) {
  const found = membersOf(name, all).map(({ name: member, kind, default: standard }) => ({ name: member, kind, ...(standard ? { default: standard } : {}) }));
  const own = Object.entries(attributes).filter(([, { isNative }]) => !isNative);
  const behind = Object.fromEntries(own.map(([attribute, spec]) =>
    [propertyOf(attribute, spec), { kind: 'field', type: { text: spec.takes ?? spec.type }, description: spec.says, attribute }]));
  const fields = each(properties, ({ type, isReadonly, says }) => ({ kind: 'field', type: { text: type }, description: says, ...(isReadonly ? { readonly: true } : {}) }));
  const callable = each(methods, ({ type, says }) => ({ kind: 'method', description: says, ...signature(type) }));
  return merged(found, { ...behind, ...fields, ...callable });
}

function declaration(element) {
  const { tag, name, says, attributes, events, slots, style: looks, parts } = element;
  const text = (texts) => Object.entries(texts).map(([named, description]) => ({ name: named, description }));
  return {
    kind: 'class',
    name,
    tagName: tag,
    customElement: true,
    description: says,
    superclass: { name: 'HTMLElement' },
    attributes: merged(all.get(name)?.attributes ?? [], each(attributes, ({ type, text: inMarkup, isNative, says: description, property }, attribute) =>
      ({ type: { text: spelt(inMarkup ?? type) }, description, ...(isNative ? {} : { fieldName: property ?? attribute }) }))),
    members: members(element),
    events: merged([], each(events, ({ detail, says: description }) => ({ type: { text: `CustomEvent<${detail}>` }, description }))),
    slots: text(slots),
    cssProperties: text(looks).map((each) => ({ ...each, ...(defaults.get(each.name) ? { default: defaults.get(each.name) } : {}) })),
    cssParts: text(parts),
  };
}

const modules = [...new Set(ELEMENTS.map(({ script }) => script))].map((script) => {
  const own = ELEMENTS.filter((element) => element.script === script);
  return {
    kind: 'javascript-module',
    path: script,
    declarations: own.map(declaration),
    exports: own.flatMap(({ tag, name }) => [
      { kind: 'js', name, declaration: { name, module: script } },
      { kind: 'custom-element-definition', name: tag, declaration: { name, module: script } },
    ]),
  };
});

const manifest = { schemaVersion: '1.0.0', readme: 'README.md', modules };
writeFileSync(join(argv[2] ?? 'pkg', 'custom-elements.json'), `${JSON.stringify(manifest, null, 1)}\n`);
