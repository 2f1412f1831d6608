// The types of the elements, from their description in tools/elements/: the class with its properties and events, what may
// stand in markup, and what a framework may set.

import { propertyOf } from '../elements/all.mjs';

const comment = (text) => `/** ${text} */`;
const key = (name) => (/^\w+$/.test(name) ? name : `'${name}'`);

/** Those that are the element's own, and not any element's. */
const own = (members) => Object.entries(members).filter(([, { isNative }]) => !isNative);

const block = (head, members) => (members.length ? `${head} {\n${members.map((each) => `  ${each}`).join('\n')}\n}` : `${head} {}`);

/** A property: where more may be set than is ever read, as two accessors. */
function accessors(name, { type, takes, isReadonly, says }) {
  if (isReadonly) return [comment(says), `get ${name}(): ${type};`];
  if (takes) return [comment(says), `get ${name}(): ${type};`, `set ${name}(${name}: ${takes} | undefined);`];
  return [comment(says), `${name}: ${type};`];
}

const inMarkup = ({ type, text }) => text ?? (type === 'boolean' ? "true | ''" : type);

const LISTENING = [['add', 'boolean | AddEventListenerOptions'], ['remove', 'boolean | EventListenerOptions']];

function listening(name) {
  return LISTENING.flatMap(([verb, options]) => [
    `${verb}EventListener<K extends keyof ${name}EventMap>(type: K, listener: (this: ${name}, event: ${name}EventMap[K]) => unknown, options?: ${options}): void;`,
    `${verb}EventListener(type: string, listener: EventListenerOrEventListenerObject, options?: ${options}): void;`,
  ]);
}

/** Everything that the script of an element exports for it, and what the page's own types say of it from then on. */
export function elementTypes({ tag, name, says, attributes, properties, methods, events }) {
  const settable = own(attributes).map(([attribute, spec]) => [propertyOf(attribute, spec), spec]);
  const told = Object.entries(events);
  const map = ([event, { detail, says }]) => [comment(says), `'${event}': CustomEvent<${detail}>;`];
  const bubbling = told.filter(([, { bubbles }]) => bubbles);
  return [
    comment(`What may stand in the markup of \`<${tag}>\`.`),
    block(`export interface ${name}Attributes`, own(attributes).flatMap(([attribute, spec]) => [comment(spec.says), `${key(attribute)}?: ${inMarkup(spec)} | undefined;`])),
    '',
    comment(`What a script may set of \`<${tag}>\`.`),
    block(`export interface ${name}Properties`, settable.flatMap(([property, spec]) => [comment(spec.says), `${property}?: ${spec.takes ?? spec.type} | undefined;`])),
    '',
    comment(`What \`<${tag}>\` tells.`),
    block(`export interface ${name}Events`, told.flatMap(map)),
    '',
    block(`export interface ${name}EventMap extends HTMLElementEventMap, ${name}Events`, []),
    '',
    comment(says),
    block(`export class ${name} extends HTMLElement`, [
      ...settable.flatMap(([property, spec]) => accessors(property, spec)),
      ...own(properties).flatMap(([property, spec]) => accessors(property, spec)),
      ...own(methods).flatMap(([method, { type, says }]) => [comment(says), `${method}${type.replace(' =>', ':')};`]),
      ...(told.length ? listening(name) : []),
    ]),
    '',
    'declare global {',
    `  interface HTMLElementTagNameMap {\n    '${tag}': ${name};\n  }`,
    ...(bubbling.length ? ['', '  interface GlobalEventHandlersEventMap {', ...bubbling.flatMap(map).map((each) => `    ${each}`), '  }'] : []),
    '}',
    '',
  ].join('\n');
}

/** All of them by their tags, for the types of frameworks. */
export function registry(elements) {
  const entry = ({ tag, name }) => `'${tag}': { element: ${name}; attributes: ${name}Attributes; properties: ${name}Properties; events: ${name}Events };`;
  return [
    ...elements.map(({ name, script }) => `import type { ${['', 'Attributes', 'Events', 'Properties'].map((of) => name + of).join(', ')} } from '../${script}';`),
    '',
    block('export interface ClausewiseElements', elements.map(entry)),
    '',
  ].join('\n');
}
