// Reads workbooks (.xlsx, .xlsm, .xlsb, .xls, .ods) into tables that `readTable` takes.

/** A sheet with something in it. */
export interface Sheet {
  name: string;
  /** Whether the workbook hides it. */
  hidden: boolean;
  /**
   * Its rows as CSV (UTF-8), each in the line of its number. A cell is what its type says, however it looks: `2026-12-15`, `36000`, `5%`,
   * `16:30`, `TRUE`. A formula is what it last came to.
   */
  csv: Uint8Array;
  /** How many rows have something in them. */
  rows: number;
  /** Cells with a formula that nothing has worked out yet, which are empty in `csv`: how many, and where the first is (`C5`). */
  unknown: { count: number; first: string } | null;
}

/** What `readSheets` throws of a file that it cannot read. */
export interface Unreadable extends Error {
  name: 'Unreadable';
  code: 'not_a_workbook' | 'password' | 'too_much' | 'damaged';
}

/** How much is read at most: bytes of all that is in it, unpacked (512 MiB), and cells of all sheets together (8,388,608). */
export interface SheetBounds {
  unpacked?: number;
  cells?: number;
}

/** Fetches what reads, once; by itself it finds `sheets_bg.wasm` beside this module. */
export function init(input?: { readonly href: string } | ArrayBuffer | ArrayBufferView): Promise<void>;

/**
 * Every sheet that holds something, in the order of the workbook; `init` is called where nobody did. While it reads, nothing else
 * runs where it was called: a large file belongs into a worker.
 */
export function readSheets(bytes: Uint8Array, bounds?: SheetBounds): Promise<Sheet[]>;

/** Names the build that this module and its WebAssembly are of. */
export const build: string;
