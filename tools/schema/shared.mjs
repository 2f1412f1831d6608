// Definitions that stand once, however often they are meant, and how objects are put together.

/** More choices than these are not written out twice. */
export const FEW = 6;

export class Shared {
  /** `taken` are the names of definitions that are made elsewhere. */
  constructor(taken) {
    this.taken = new Set(taken);
    this.defs = {};
    /** Names by what they stand for. */
    this.known = new Map();
  }

  /** A reference to a definition; the same one for the same content, and otherwise one of a name that is still free. */
  ref(name, schema) {
    const content = JSON.stringify(schema);
    if (!this.known.has(content)) {
      let free = name;
      for (let next = 2; free in this.defs || this.taken.has(free); next += 1) free = `${name}_${next}`;
      this.defs[free] = schema;
      this.known.set(content, free);
    }
    return { $ref: `#/$defs/${this.known.get(content)}` };
  }

  /** One of several texts. */
  oneOf(name, texts) {
    if (texts.length === 1) return { const: texts[0] };
    const schema = { enum: texts };
    return texts.length <= FEW ? schema : this.ref(name, schema);
  }
}

export const isEmpty = (schema) => Object.keys(schema).length === 0;

/** Left out where there is nothing in it. */
export const some = (name, value) => (isEmpty(value) ? {} : { [name]: value });

/** What is made of each field, by its name; of some there is nothing to say. */
export const ofFields = (fields, made) => Object.fromEntries(fields.map((field) => [field.name, made(field)]).filter(([, schema]) => !isEmpty(schema)));

/** An object with these members, those marked as optional apart, and no others. */
export const members = (needed, optional = {}) =>
  ({ type: 'object', properties: { ...needed, ...optional }, required: Object.keys(needed), additionalProperties: false });

/** What is alike by a text that is made of each, together. */
export function alike(items, textOf) {
  const groups = new Map();
  for (const item of items) groups.set(textOf(item), [...groups.get(textOf(item)) ?? [], item]);
  return [...groups.values()];
}

/** For each calculator what is defined under its name. */
export const byCalculator = (names) =>
  names.map((calculator) => ({ if: { required: ['calculator'], properties: { calculator: { const: calculator } } }, then: { $ref: `#/$defs/${calculator}` } }));
