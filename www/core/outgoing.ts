// What the core gives out: words and texts, as values of JavaScript's (`src/platform/outgoing.rs` writes them). They are
// what `JSON.parse` would make of the same answer.

// What the lowest four bits of a word say of the value that it begins; the others say how long it is.
const FALSE = 1;
const TRUE = 2;
const WHOLE = 3;
const NUMBER = 4;
const TEXT = 5;
const WIDE = 6;
const NAME = 7;
const LIST = 8;
const OBJECT = 9;
const STEP = 10;
const BITS = 4;
const KIND = 0xf;

/** What makes values; `memory` is the core's own. */
export function maker(memory: WebAssembly.Memory): (words: Uint32Array, text: string, wide: string) => unknown {
  /** Names that the core is built with, by where they lie in its memory: each is read once. */
  const names = new Map<number, string>();
  const decoder = new TextDecoder();
  let words: Uint32Array;
  let text: string;
  let wide: string;
  let at: number;
  let textAt: number;
  let wideAt: number;

  const nameAt = (address: number, length: number): string => {
    const known = names.get(address);
    // One name may begin as another does.
    if (known?.length === length) return known;
    const name = decoder.decode(new Uint8Array(memory.buffer, address, length));
    names.set(address, name);
    return name;
  };

  const value = (): unknown => {
    const word = words[at++]!;
    const size = word >>> BITS;
    switch (word & KIND) {
      case TEXT: return text.substring(textAt, textAt += size);
      case NAME: return nameAt(words[at++]!, size);
      case WHOLE: return (word | 0) >> BITS;
      case STEP: return {
        figure: value(),
        formula: value(),
        values: value(),
        from: value(),
        result: value(),
        rounding: value(),
        clause: value(),
      };
      case OBJECT: return object(size);
      case LIST: return list(size);
      case WIDE: return wide.substring(wideAt, wideAt += size);
      case TRUE: return true;
      case FALSE: return false;
      case NUMBER: return new Float64Array(words.slice(at, at += 2).buffer)[0];
      default: return null;
    }
  };

  const list = (length: number): unknown[] => {
    const list: unknown[] = [];
    for (let index = 0; index < length; index++) list.push(value());
    return list;
  };

  const object = (length: number): unknown => {
    const object: Record<string, unknown> = {};
    for (let index = 0; index < length; index++) {
      const name = value() as string;
      // Written to, it would be the prototype.
      if (name === '__proto__') Object.defineProperty(object, name, { value: value(), configurable: true, enumerable: true, writable: true });
      else object[name] = value();
    }
    return object;
  };

  return (...made) => {
    [words, text, wide] = made;
    at = textAt = wideAt = 0;
    return value();
  };
}
