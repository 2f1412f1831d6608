// The workbook of an answer, as a file for spreadsheets: fetched with what writes it when somebody asks for one.

import load, { build } from 'clausewise:workbook';
import { based } from '../base.js';
import { part } from '../part.js';
import { described } from './description.js';
import type { WorkbookView } from './view.js';

export const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export async function workbookOf(view: WorkbookView): Promise<Blob> {
  const { description } = described(view);
  const { init, write } = await part(load, build);
  await part(() => init(based('workbook_bg.wasm')));
  return new Blob([write(JSON.stringify(description))], { type: WORKBOOK });
}
