// What a page hands in, read once: a plain copy that the page can change no more. Whatever a value of JavaScript's may be
// (a cycle, a getter that throws, a list of four thousand million holes), reading it ends. What it is worth, the core says.

/** A request as it came: nothing of it has been looked at but that it is an object. */
export interface Given {
  input?: Record<string, unknown>;
  [name: string]: unknown;
}

/** As deep as the core itself reads, and as far as a form with all its lines goes several times over. */
const DEEPEST = 32;
const MOST = 50_000;

/** No row and no pack has as many members: of more, those that are left are refused. */
const MOST_MEMBERS = 2_000;

/** No value and no name is as long. What is longer is cut, and marked as cut, so that it is none. */
const LONGEST_TEXT = 20_000;
const CUT = 1_000;
const bounded = (text: string): string => (text.length > LONGEST_TEXT ? `${text.slice(0, CUT)}…` : text);

/** As many characters count as one value. */
const PER_VALUE = 50;

/** Stands where something could not be read: no field takes it, so the core refuses it at its very place. */
const UNREADABLE = null;

class Reader {
  constructor(private left: number) {}

  /** Whether it came to an end before its bound did. */
  get isWhole(): boolean {
    return this.left > 0;
  }

  read(value: unknown, depth: number): unknown {
    this.left--;
    if (typeof value === 'string') return this.text(value);
    if (typeof value !== 'object' || value === null) return value;
    if (depth >= DEEPEST || this.left < 0) return UNREADABLE;
    try {
      return Array.isArray(value) ? this.list(value, depth) : this.object(value, depth);
    } catch {
      return UNREADABLE;
    }
  }

  private text(value: string): string | null {
    const text = bounded(value);
    this.left -= Math.floor(text.length / PER_VALUE);
    return this.left < 0 ? UNREADABLE : text;
  }

  private list(value: unknown[], depth: number): unknown[] {
    const items: unknown[] = [];
    for (let index = 0; index < value.length && this.left > 0; index++) items.push(this.member(value, index, depth));
    return items;
  }

  private object(value: object, depth: number): object {
    // By definition, not by assignment: a member named __proto__ is a member like any other.
    return Object.fromEntries(Object.keys(value).slice(0, MOST_MEMBERS).flatMap((name) => {
      const member = this.left > 0 ? this.member(value, name, depth) : UNREADABLE;
      return member === undefined ? [] : [[bounded(name), member]];
    }));
  }

  private member(of: object, name: string | number, depth: number): unknown {
    try {
      return this.read((of as Record<string | number, unknown>)[name], depth + 1);
    } catch {
      return UNREADABLE;
    }
  }
}

export const copied = (value: unknown): unknown => new Reader(MOST).read(value, 0);

/** The same, or nothing of what goes further than some bound. */
export function copiedWhole(value: unknown, most: number): unknown {
  const reader = new Reader(most);
  const copy = reader.read(value, 0);
  return reader.isWhole ? copy : undefined;
}

export const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The same text for values that say the same, whatever the order of their members. For copies alone: of anything else it
 * might never end.
 */
export function sameness(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sameness).join()}]`;
  if (isObject(value)) {
    const members = Object.keys(value).filter((name) => value[name] !== undefined).sort();
    return `{${members.map((name) => `${JSON.stringify(name)}:${sameness(value[name])}`).join()}}`;
  }
  if (typeof value === 'string') return JSON.stringify(value);
  // A page makes its functions and symbols anew each time; what they are does not change.
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint' ? `${typeof value} ${value}` : value === null ? 'null' : typeof value;
}

export const isSame = (one: unknown, other: unknown): boolean => one === other || sameness(one) === sameness(other);

/** JSON of a copy; what JSON has no way to write, such as a BigInt, becomes a text. */
export const jsonOf = (value: unknown): string =>
  JSON.stringify(value, (_name, part: unknown) => (typeof part === 'bigint' ? String(part) : part));

/** What came of reading: a request, none at all, or why there is none, for who made the page. */
export type Read = { given: Given | null } | { unreadable: string };

/** As long as a request with all that a form can hold, several times over. */
const LONGEST_JSON = 2_000_000;

const kindOf = (value: unknown): string => (Array.isArray(value) ? 'a list' : value === null ? 'null' : `a ${typeof value}`);

/** A request from the property (an object, or its JSON), the attribute or the element's own script. */
export function readRequest(value: unknown): Read {
  if (value === null || value === undefined || value === '') return { given: null };
  let read = value;
  if (typeof value === 'string') {
    if (value.length > LONGEST_JSON) return { unreadable: `the request is longer than ${LONGEST_JSON} characters` };
    try {
      read = JSON.parse(value);
    } catch (reason) {
      return { unreadable: `the request is not JSON: ${reason instanceof Error ? reason.message : ''}` };
    }
  }
  const given = copied(read);
  if (!isObject(given)) return { unreadable: `the request is ${kindOf(given)}, where an object or its JSON is expected` };
  const { input } = given;
  if (input !== undefined && !isObject(input)) return { unreadable: `"input" of the request is ${kindOf(input)}, where an object is expected` };
  return { given };
}
