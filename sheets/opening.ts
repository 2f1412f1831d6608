// What reads workbooks: these lines stand in front of what wasm-bindgen makes of the crate beside them.

import { compiled, once, type Given } from '../www/core/compiled.js';

/** What wasm-bindgen makes, opened anew for each piece of work (tools/apart.mjs). */
interface Glue {
  default(given: { module_or_path: WebAssembly.Module; work: () => void }): Promise<void>;
  read(edge: Edge): void;
}

/** What the crate asks of whoever calls it. */
interface Edge {
  bytes(): Uint8Array;
  unpacked(): number;
  cells(): number;
  give(name: string, isHidden: boolean, csv: Uint8Array, rows: number, unknown: number, firstUnknown: string): void;
  refuse(code: string, why: string): void;
}

interface Sheet { name: string; hidden: boolean; csv: Uint8Array; rows: number; unknown: { count: number; first: string } | null }

type Code = 'not_a_workbook' | 'password' | 'too_much' | 'damaged';

/** So much may be in a workbook where nobody says otherwise: a million rows of eight columns. */
const MOST = { unpacked: 512 * 1024 * 1024, cells: 8_388_608 };

/** Whoever hands in more than a program can count gets the most that it can. */
const bounded = (asked: unknown, most: number): number => (typeof asked === 'number' && asked >= 0 ? Math.min(Math.floor(asked), most) : most);

/** Why a workbook was not read. */
class Unreadable extends Error {
  override name = 'Unreadable';

  constructor(readonly code: Code, why: string, cause?: unknown) {
    super(`clausewise: ${why}`, { cause });
  }
}

/** The functions of the module, and its own way to open it. */
export function opening(glue: Glue, address: () => URL, build: string, file: string) {
  const init = once((given?: Given) => compiled(given, address, build, file));

  return {
    /** Fetches it, once; where that fails, the next call tries again. */
    init: async (given?: Given): Promise<void> => void (await init(given)),

    /** Every sheet that holds something. Each time in a memory of its own: a large one leaves nothing behind, and neither does a broken one. */
    async readSheets(bytes: Uint8Array, bounds: { unpacked?: number; cells?: number } = {}): Promise<Sheet[]> {
      if (!(bytes instanceof Uint8Array)) throw new TypeError('clausewise: readSheets() takes a Uint8Array');
      const module = await init();
      const sheets: Sheet[] = [];
      let refused: [Code, string] | undefined;
      const edge: Edge = {
        bytes: () => bytes,
        unpacked: () => bounded(bounds.unpacked, MOST.unpacked),
        cells: () => bounded(bounds.cells, MOST.cells),
        give: (name, hidden, csv, rows, count, first) => void sheets.push({ name, hidden, csv: csv.slice(), rows, unknown: count ? { count, first } : null }),
        refuse: (code, why) => { refused = [code as Code, why]; },
      };
      await glue.default({ module_or_path: module, work: () => {
        try {
          glue.read(edge);
        } catch (reason) {
          // Beyond what its memory holds it ends: what there was is no part of a workbook.
          throw new Unreadable('damaged', 'the workbook cannot be read', reason);
        }
      } });
      if (refused) throw new Unreadable(...refused);
      return sheets;
    },
  };
}
