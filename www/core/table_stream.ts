// A table as people keep it that comes in pieces, in whatever encoding: what `quoteTable` makes of all of it, without ever holding it all.

import { copied, inPieces, joined, parts, Refused, type Refusal, type Rows } from './stream.js';

/** What the core makes of a piece, with what is needed for the next. */
interface Quoted {
  table: { encoding: string; delimiter: string; headed: boolean; ask: boolean; columns: Column[]; rows: number; faults: Fault[]; left_out: { line: number }[] };
  csv: Uint8Array;
  priced?: number;
  sums: Sum[];
  piece?: { read: number; lines: number; headings: string[] | null; body: number };
}
interface Column { header: string; field: string | null; use: string }
interface Fault { row: number | null }
interface Sum { key: string; month: string | null; rows: number; amounts: Record<string, string | null> }
type Ask = (options: unknown, bytes: Uint8Array, isLast: boolean) => Quoted | Refusal;
type Read = (options: unknown, bytes: Uint8Array) => { encoding: string } | Refusal;
type Options = Record<string, unknown>;

/** So much is looked at to tell the encoding, the headings and what parts the cells; and so much is priced at once. */
const ENOUGH = 512 * 1024;

/** Priced parts of a table, by options that are read once. */
export function tableStream(ask: Ask, read: Read) {
  return function quoteTableStream(options: unknown, rows: Rows): AsyncGenerator<Omit<Quoted, 'piece'>, void> {
    return priced(ask, read, copied(options) as Options, rows);
  };
}

async function* priced(ask: Ask, read: Read, options: Options, rows: Rows): AsyncGenerator<Omit<Quoted, 'piece'>, void> {
  const text = new Decoded(read, options, parts(rows, 'quoteTableStream'));
  const before = { rows: 0, lines: 0 };
  let known: Options | undefined;

  const pieces = inPieces(text.parts(), ENOUGH, (bytes, isLast) => {
    // Nothing is left where the last piece ended with the last row.
    if (isLast && known && bytes.length === 0) return { made: undefined, left: bytes };
    const quoted = ask({ ...options, ...known, encoding: 'utf-8' }, bytes, isLast);
    if ('errors' in quoted) throw new Refused(quoted);
    const { piece, ...part } = quoted;
    if (!piece || (piece.read === 0 && !isLast)) return { made: piece ? undefined : part, left: bytes };
    const csv = known ? part.csv.subarray(piece.body) : part.csv;
    known ??= settled(part.table, piece.headings, options);
    const faults = part.table.faults.map((fault) => fault.row === null ? fault : { ...fault, row: fault.row + before.rows });
    const leftOut = part.table.left_out.map((row) => ({ ...row, line: row.line + before.lines }));
    before.rows += part.table.rows;
    before.lines += piece.lines;
    return { made: { ...part, csv, table: { ...part.table, encoding: text.encoding, faults, left_out: leftOut } }, left: bytes.subarray(piece.read) };
  });
  for await (const made of pieces) {
    yield made;
    if (made.priced === undefined) return;
  }
}

/** What holds for all later pieces: what the first has shown, and what somebody has chosen. */
function settled(table: Quoted['table'], headings: string[] | null, options: Options): Options {
  const { delimiter, columns } = table;
  if (headings) return { delimiter, headings };
  const told = columns.map(({ header, field, use }) => [header, use === 'field' ? field ?? '' : ''] as const);
  return { delimiter, headed: false, columns: { ...Object.fromEntries(told), ...(options['columns'] as object | undefined) } };
}

/** What comes in, as UTF-8, from the encoding that somebody has said or that its beginning is in. */
class Decoded {
  encoding = 'utf-8';

  constructor(private readonly read: Read, private readonly options: Options, private readonly from: AsyncIterable<Uint8Array>) {}

  async *parts(): AsyncGenerator<Uint8Array, void> {
    let decode: ReturnType<typeof this.decoding> | undefined;
    let [head, count]: [Uint8Array[], number] = [[], 0];
    for await (const part of this.from) {
      if (decode) {
        yield decode(part, false);
        continue;
      }
      head.push(part);
      count += part.length;
      if (count < ENOUGH) continue;
      const all = joined(head);
      head = [];
      decode = this.decoding(all);
      yield decode(all, false);
    }
    const rest = joined(head);
    yield (decode ?? this.decoding(rest))(rest, true);
  }

  private decoding(head: Uint8Array): (bytes: Uint8Array, isLast: boolean) => Uint8Array {
    const encoding = encodingOf(this.read, this.options, head);
    this.encoding = encoding;
    const [from, to] = [new TextDecoder(encoding, { fatal: true }), new TextEncoder()];
    return (bytes, isLast) => {
      try {
        return to.encode(from.decode(bytes, { stream: !isLast }));
      } catch {
        const field = this.options['encoding'] === undefined ? '' : 'encoding';
        throw new Refused({ errors: [{ code: 'not_text', field, values: { got: encoding }, message: `not text in ${encoding}` }] });
      }
    };
  }
}

/** A character that is cut in two is none: what stands behind the last line end is not looked at. */
function encodingOf(read: Read, options: Options, head: Uint8Array): string {
  const end = head.length > ENOUGH / 2 ? Math.max(head.lastIndexOf(0x0A), head.lastIndexOf(0x0D)) + 1 : head.length;
  // In UTF-16 with its smaller half first, the other half of the line end follows.
  const whole = head.subarray(0, end + Number(head[end] === 0 && end % 2 === 1));
  // Whatever it is that was handed in as options: the core says what is wrong with it.
  const made = read(options, whole.length > 0 ? whole : head);
  if ('errors' in made) throw new Refused(made);
  return made.encoding;
}
