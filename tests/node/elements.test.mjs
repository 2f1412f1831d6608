// What the elements have, and what is said of it: whatever a source gains or loses has to be described, in custom-elements.json,
// in the types and in the README of the package alike.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ELEMENTS, propertyOf } from '../../tools/elements/all.mjs';
import { classes, eventsOf, membersOf, partsOf, slotsOf, styleOf } from '../../tools/elements/sources.mjs';
import { read, root } from './core.mjs';

const all = classes();
const names = (object) => Object.keys(object).sort();
const every = (what) => [...new Set(ELEMENTS.flatMap((element) => Object.keys(element[what])))].sort();
const own = (members) => Object.entries(members).filter(([, { isNative }]) => !isNative);

for (const { tag, name, script, attributes, properties, methods } of ELEMENTS) {
  test(`the attributes of <${tag}>`, async () => {
    const { [name]: element } = await import(new URL(`pkg/${script}`, root));
    assert.deepEqual([...element.observedAttributes].sort(), own(attributes).map(([attribute]) => attribute).sort());
  });

  test(`what a script finds at <${tag}>`, () => {
    const behind = own(attributes).map(([attribute, spec]) => propertyOf(attribute, spec));
    assert.deepEqual(membersOf(name, all).map((member) => member.name).sort(), [...behind, ...names(properties), ...names(methods)].sort());
  });
}

test('the events', () => assert.deepEqual(eventsOf(ELEMENTS.map(({ tag }) => tag)), every('events')));

test('the parts', () => assert.deepEqual(partsOf(), every('parts')));

test('the properties of style', () => assert.deepEqual([...styleOf().keys()].sort(), every('style')));

test('the slots', () => assert.deepEqual(slotsOf(), every('slots').filter(Boolean)));

test('custom-elements.json says all of it, and each in words', () => {
  const { modules } = JSON.parse(read('pkg/custom-elements.json'));
  for (const { tag, script, attributes, properties, methods, events, slots, style, parts } of ELEMENTS) {
    const module = modules.find(({ path }) => path === script);
    const described = module.declarations.find(({ tagName }) => tagName === tag);
    const said = (kind) => described[kind].map((each) => {
      assert.ok(each.description, `${tag}: ${each.name} is not described`);
      return each.name;
    }).sort();
    assert.deepEqual(said('attributes'), names(attributes));
    assert.deepEqual(said('members'), [...own(attributes).map(([attribute, spec]) => propertyOf(attribute, spec)), ...names(properties), ...names(methods)].sort());
    for (const [kind, of] of [['events', events], ['slots', slots], ['cssProperties', style], ['cssParts', parts]]) {
      assert.deepEqual(said(kind), names(of), `${tag}: ${kind}`);
    }
    assert.ok(module.exports.some(({ kind, name }) => kind === 'custom-element-definition' && name === tag));
  }
});

test('the README of the package names every attribute, property, event, part and property of style', () => {
  const readme = readFileSync(new URL('../../tools/package/README.md', import.meta.url), 'utf8');
  const told = new Set([...readme.matchAll(/`([^`\n]+)`/g)].map(([, text]) => text.replace(/\(.*\)$/, '')));
  for (const { tag, attributes, properties, methods, events, slots, style, parts } of ELEMENTS) {
    for (const name of [attributes, properties, methods, events, slots, style, parts].flatMap(names)) {
      assert.ok(name === '' || told.has(name) || told.has(name.replace('--clausewise', '')), `${tag}: ${name}`);
    }
  }
});
