// Rows that come in pieces, priced while they come: what `quoteCsv` makes of all of them, without ever holding them all.

/** What the core makes of a piece: how much of it and of what came out is the header, and how much has been read. */
interface Piece { csv: Uint8Array; header: number; body: number; read: number; rows: number }
export interface Refusal { errors: { code?: string; field?: string; values?: unknown; message: string }[] }

/** What a browser gives for a file or a response, which not every one lets be gone through. */
interface Stream { getReader(): { read(): Promise<{ done: boolean; value?: Uint8Array | undefined }>; cancel(): Promise<void> } }
export type Rows = AsyncIterable<Uint8Array> | Iterable<Uint8Array> | Stream;

type Ask = (options: unknown, bytes: Uint8Array, isLast: boolean) => unknown;

/** So many bytes are priced at once: for fewer, asking costs more than pricing. */
const ENOUGH = 256 * 1024;

/** Thrown where the options, the header or a row without an end are refused. */
export class Refused extends Error {
  override name = 'Refused';
  readonly errors: Refusal['errors'];

  constructor({ errors }: Refusal) {
    super(`clausewise: ${errors.map(({ message }) => message).join('; ')}`);
    this.errors = errors;
  }
}

/** Priced rows, by options that are read once: who hands them in may change them while rows come. */
export function stream(ask: Ask) {
  return function quoteCsvStream(options: unknown, rows: Rows): AsyncGenerator<Uint8Array, void> {
    return priced(ask, copied(options), rows);
  };
}

async function* priced(ask: Ask, options: unknown, rows: Rows): AsyncGenerator<Uint8Array, void> {
  let head: Uint8Array = new Uint8Array();
  yield* inPieces(parts(rows, 'quoteCsvStream'), ENOUGH, (piece, isLast) => {
    const bytes = joined([head, piece]);
    const made = ask(options, bytes, isLast) as Piece | Refusal;
    if ('errors' in made) throw new Refused(made);
    const { csv, header, body, read } = made;
    const out = head.length === 0 ? csv : csv.subarray(body);
    if (head.length === 0) head = bytes.slice(0, header);
    return { made: out.length > 0 ? out : undefined, left: bytes.subarray(read) };
  });
}

/** What is handed in, in parts that are no larger than what is priced at once. Whoever hands it in may use its memory again. */
export async function* parts(rows: Rows, asked: string): AsyncGenerator<Uint8Array, void> {
  for await (const chunk of each(rows)) {
    if (!(chunk instanceof Uint8Array)) throw new TypeError(`clausewise: ${asked}() takes rows as Uint8Arrays`);
    for (let at = 0; at < chunk.length; at += ENOUGH) yield chunk.slice(at, at + ENOUGH);
  }
}

/** Puts parts together to pieces of some size, and gives what is made of each; what is left of one begins the next. */
export async function* inPieces<T>(
  from: AsyncIterable<Uint8Array>, size: number, take: (piece: Uint8Array, isLast: boolean) => { made: T | undefined; left: Uint8Array },
): AsyncGenerator<T, void> {
  let [waiting, count, enough]: [Uint8Array[], number, number] = [[], 0, size];
  const taken = (isLast: boolean): T | undefined => {
    const { made, left } = take(joined(waiting), isLast);
    // A row that is longer than all there is so far is not read over and over.
    enough = Math.max(size, left.length === count ? count * 2 : 0);
    [waiting, count] = [[left], left.length];
    return made;
  };
  for await (const part of from) {
    waiting.push(part);
    count += part.length;
    const made = count < enough ? undefined : taken(false);
    if (made !== undefined) yield made;
  }
  const made = taken(true);
  if (made !== undefined) yield made;
}

function each(rows: Rows): AsyncIterable<Uint8Array> | Iterable<Uint8Array> {
  return typeof (rows as Partial<Stream>).getReader === 'function' ? chunksOf(rows as Stream) : rows as Exclude<Rows, Stream>;
}

/** Whoever takes no more of it lets it go. */
async function* chunksOf(stream: Stream): AsyncGenerator<Uint8Array, void> {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done && next.value; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel();
  }
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** What cannot be copied is refused as it is. */
export function copied(options: unknown): unknown {
  try {
    return structuredClone(options);
  } catch {
    return options;
  }
}
