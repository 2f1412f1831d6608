// What is handed to the core: any values of JavaScript's, as words and a text (`src/platform/incoming.rs` reads them).
//
// Whatever they may be (a cycle, a getter that throws, a proxy, a list of four thousand million holes), reading them ends,
// and every member is looked at once.

/** Deeper than anything that the contract knows; deeper still can only be a mistake, or a cycle. */
const DEEPEST = 32;

/**
 * More values than any request holds. Objects that share their parts can have more ways through them than anybody lives
 * to walk.
 */
const MOST = 250_000;

// What a word says of the value that it begins.
const NULL = 0;
const FALSE = 1;
const TRUE = 2;
const WHOLE = 3;
const NUMBER = 4;
const TEXT = 5;
const LIST = 6;
const OBJECT = 7;
const ODD = 8;

// What a value is that no JSON text could hold goes by a number, too; the core has a name for each. The last two stand in
// place of all that was handed in.
const KINDS: readonly string[] = ['undefined', 'bigint', 'symbol', 'function', 'object'];
const SOMETHING_ELSE = 5;
const BROKEN_STRING = 6;
const WITHOUT_END = 7;
const UNREADABLE = 8;

/** Half a character. */
const BROKEN = /\p{Surrogate}/u;

/** Values on their way to the core, one behind another; of a list `longest` items are looked at. */
export class Incoming {
  words: number[] = [];
  text = '';
  private left = MOST;
  private most = 0;
  private why = UNREADABLE;

  constructor(private longest: number) {}

  /** A value with everything in it, or what it is instead. */
  all(value: unknown): this {
    const [count, length] = [this.words.length, this.text.length];
    this.most = this.longest;
    try {
      this.value(value, 0);
    } catch {
      this.words.length = count;
      this.text = this.text.slice(0, length);
      this.words.push(ODD, this.why);
    }
    return this;
  }

  /** A text as it is, or what stands in its place. */
  plain(value: unknown): this {
    if (typeof value === 'string') {
      this.words.push(TEXT);
      this.named(value);
    } else {
      this.odd(value);
    }
    return this;
  }

  /** Bytes, which go by themselves, or what stands in their place. */
  bytes(value: unknown): value is Uint8Array {
    try {
      if (value instanceof Uint8Array) return this.words.push(TRUE) > 0;
    } catch {
      // A proxy can make even this throw.
    }
    this.odd(value);
    return false;
  }

  private odd(value: unknown): void {
    const kind = value === null ? -1 : KINDS.indexOf(typeof value);
    this.words.push(ODD, kind < 0 ? SOMETHING_ELSE : kind);
  }

  private endless(): never {
    this.why = WITHOUT_END;
    throw this;
  }

  private value(value: unknown, depth: number): void {
    const { words } = this;
    if (this.left-- === 0) this.endless();
    if (typeof value === 'string') {
      // What was given is refused, not mended.
      if (BROKEN.test(value)) {
        words.push(ODD, BROKEN_STRING);
      } else {
        words.push(TEXT, value.length);
        this.text += value;
      }
    } else if (typeof value === 'number') {
      if (value === (value | 0)) words.push(WHOLE, value);
      else words.push(NUMBER, ...new Uint32Array(Float64Array.of(value).buffer));
    } else if (typeof value === 'boolean') {
      words.push(value ? TRUE : FALSE);
    } else if (value === null) {
      words.push(NULL);
    } else if (typeof value !== 'object' || ArrayBuffer.isView(value)) {
      this.odd(value);
    } else if (depth >= DEEPEST) {
      this.endless();
    } else if (Array.isArray(value)) {
      this.list(value, depth);
    } else {
      this.object(value as Record<string, unknown>, depth);
    }
  }

  private list(list: unknown[], depth: number): void {
    const said: unknown = list.length;
    // A proxy may say anything.
    const length = typeof said === 'number' && said >= 1 ? Math.min(Math.trunc(said), 2 ** 32 - 1) : 0;
    const looked = Math.min(length, this.most);
    this.words.push(LIST, looked, length);
    for (let index = 0; index < looked; index++) this.value(list[index], depth + 1);
  }

  private object(object: Record<string, unknown>, depth: number): void {
    const { words } = this;
    const place = words.push(OBJECT, 0) - 1;
    let count = 0;
    for (const name of Object.keys(object)) {
      const member = object[name];
      if (member !== undefined) {
        // A pack's digest is taken of the whole of it.
        if (depth === 0) this.most = name === 'terms' ? Infinity : this.longest;
        this.named(name);
        this.value(member, depth + 1);
        count++;
      }
    }
    words[place] = count;
  }

  /** A name, of which half a character turns into a mark. */
  private named(name: string): void {
    const mended = BROKEN.test(name) ? name.replace(/\p{Surrogate}/gu, '\ufffd') : name;
    this.words.push(mended.length);
    this.text += mended;
  }
}
