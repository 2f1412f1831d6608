// A table as people keep it that comes in pieces, in whatever encoding: what `quoteTable` makes of all of it, without ever holding it all.

import { each, joined, Refused, copied, type Refusal, type Rows } from './stream.js';

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
  let decoded: Decoder | undefined;
  let known: Options | undefined;
  let [waiting, count, enough]: [Uint8Array[], number, number] = [[], 0, ENOUGH];
  const before = { rows: 0, lines: 0 };

  const work = (isLast: boolean): Omit<Quoted, 'piece'> | undefined => {
    const bytes = joined(waiting);
    const made = ask({ ...options, ...known, encoding: 'utf-8' }, bytes, isLast);
    if ('errors' in made) throw new Refused(made);
    const { piece, ...part } = made;
    if (!piece) return part;
    const left = bytes.subarray(piece.read);
    // A row that is longer than all there is so far is not read over and over.
    enough = Math.max(ENOUGH, piece.read === 0 ? count * 2 : 0);
    [waiting, count] = [[left], left.length];
    if (piece.read === 0 && !isLast) return undefined;
    const isFirst = known === undefined;
    known ??= settled(part.table, piece.headings, options);
    const csv = isFirst ? part.csv : part.csv.subarray(piece.body);
    const faults = part.table.faults.map((fault) => fault.row === null ? fault : { ...fault, row: fault.row + before.rows });
    const leftOut = part.table.left_out.map((row) => ({ ...row, line: row.line + before.lines }));
    before.rows += part.table.rows;
    before.lines += piece.lines;
    return { ...part, csv, table: { ...part.table, encoding: decoded?.encoding ?? 'utf-8', faults, left_out: leftOut } };
  };

  for await (const chunk of each(rows)) {
    if (!(chunk instanceof Uint8Array)) throw new TypeError('clausewise: quoteTableStream() takes rows as Uint8Arrays');
    for (let at = 0; at < chunk.length; at += ENOUGH) {
      const part = chunk.slice(at, at + ENOUGH);
      const more: Uint8Array = decoded ? decoded.text(part, false) : part;
      waiting.push(more);
      count += more.length;
      if (count < enough) continue;
      if (!decoded) {
        const head = joined(waiting);
        decoded = decoder(read, options, head);
        const text = decoded.text(head, false);
        [waiting, count] = [[text], text.length];
      }
      const made = work(false);
      if (!made) continue;
      yield made;
      if (made.priced === undefined) return;
    }
  }
  if (!decoded) {
    const all = joined(waiting);
    decoded = decoder(read, options, all);
    waiting = [decoded.text(all, true)];
  } else {
    waiting.push(decoded.text(new Uint8Array(), true));
  }
  // Nothing is left where the last piece ended with the last row.
  if (known && joined(waiting).length === 0) return;
  const made = work(true);
  if (made) yield made;
}

/** What holds for all later pieces: what the first has shown, and what somebody has chosen. */
function settled(table: Quoted['table'], headings: string[] | null, options: Options): Options {
  const { delimiter, columns } = table;
  if (headings) return { delimiter, headings };
  const told = columns.map(({ header, field, use }) => [header, use === 'field' ? field ?? '' : ''] as const);
  return { delimiter, headed: false, columns: { ...Object.fromEntries(told), ...(options['columns'] as object | undefined) } };
}

interface Decoder { encoding: string; text(bytes: Uint8Array, isLast: boolean): Uint8Array }

/** Makes UTF-8 of the encoding that somebody has said, or that the beginning is in. */
function decoder(read: Read, options: Options, head: Uint8Array): Decoder {
  const encoding = encodingOf(read, options, head);
  const [from, to] = [new TextDecoder(encoding, { fatal: true }), new TextEncoder()];
  const text = (bytes: Uint8Array, isLast: boolean): Uint8Array => {
    try {
      return to.encode(from.decode(bytes, { stream: !isLast }));
    } catch {
      const field = options['encoding'] === undefined ? '' : 'encoding';
      throw new Refused({ errors: [{ code: 'not_text', field, values: { got: encoding }, message: `not text in ${encoding}` }] });
    }
  };
  return { encoding, text };
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
