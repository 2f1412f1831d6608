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
  let [waiting, count, enough]: [Uint8Array[], number, number] = [[], 0, ENOUGH];
  const work = (isLast: boolean): Uint8Array => {
    const bytes = joined([head, ...waiting]);
    const made = ask(options, bytes, isLast) as Piece | Refusal;
    if ('errors' in made) throw new Refused(made);
    const { csv, header, body, read } = made;
    const isFirst = head.length === 0;
    if (isFirst) head = bytes.slice(0, header);
    const left = bytes.subarray(read);
    // A row that is longer than all there is so far is not read over and over.
    enough = Math.max(ENOUGH, left.length === count ? count * 2 : 0);
    [waiting, count] = [[left], left.length];
    return isFirst ? csv : csv.subarray(body);
  };
  for await (const chunk of each(rows)) {
    if (!(chunk instanceof Uint8Array)) throw new TypeError('clausewise: quoteCsvStream() takes rows as Uint8Arrays');
    for (let at = 0; at < chunk.length; at += ENOUGH) {
      // Whoever hands it in may use its memory again.
      const part = chunk.slice(at, at + ENOUGH);
      waiting.push(part);
      count += part.length;
      if (count < enough) continue;
      const csv = work(false);
      if (csv.length > 0) yield csv;
    }
  }
  const csv = work(true);
  if (csv.length > 0) yield csv;
}

export function each(rows: Rows): AsyncIterable<Uint8Array> | Iterable<Uint8Array> {
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
