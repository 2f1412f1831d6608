// Definitions that stand once, however often they are meant.

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
