// The sheets of a workbook, read by what is fetched with the first one.

import load, { build } from 'clausewise:sheets';
import { based } from '../base.js';
import { breath } from '../breath.js';
import { part } from '../part.js';
import type { Sheet, Trouble } from './bringing.js';

/** As much as is read without holding up the page: a list of a form needs a fraction of it. */
const BOUNDS = { unpacked: 8 * 1024 * 1024, cells: 60_000 };

const WHY = new Map<unknown, Trouble>([['password', 'password'], ['too_much', 'too_much'], ['damaged', 'damaged'], ['not_a_workbook', 'damaged']]);

/** Those that anybody sees; where all are hidden, all. */
export async function sheetsOf(bytes: Uint8Array): Promise<Sheet[] | Trouble> {
  const { init, readSheets } = await part(load, build);
  await part(() => init(based('sheets_bg.wasm')));
  await breath();
  try {
    const sheets = await readSheets(bytes, BOUNDS);
    const seen = sheets.filter(({ hidden }) => !hidden);
    return seen.length ? seen : sheets;
  } catch (reason) {
    const why = WHY.get((reason as { code?: unknown }).code);
    if (!why) throw reason;
    return why;
  }
}
