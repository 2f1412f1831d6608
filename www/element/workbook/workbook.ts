// The workbook of an answer, as a file for spreadsheets: fetched with what writes it when somebody asks for one.

import load, { build } from 'clausewise:workbook';
import { based } from '../base.js';
import { part } from '../part.js';
import { described } from './description.js';
import type { WorkbookView } from './view.js';

export const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Fetches what writes it. */
export async function ahead(): Promise<(description: string) => Uint8Array<ArrayBuffer>> {
  const { init, write } = await part(load, build);
  await part(() => init(based('workbook_bg.wasm')));
  return write;
}

export async function workbookOf(view: WorkbookView): Promise<Blob> {
  const { description } = described(view);
  const write = await ahead();
  return new Blob([write(JSON.stringify(description))], { type: WORKBOOK });
}
