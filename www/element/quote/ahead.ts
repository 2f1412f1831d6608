// Whoever keeps a quote on the device will go on with it there, perhaps without network: what the page offers to do with it is fetched
// then, and not first when it is pressed.

import { part } from '../part.js';
import { offered } from './made.js';

const NEEDED = new Map<string, () => Promise<unknown>>([
  ['link', () => import('./linked.js')],
  ['print', () => Promise.all([import('./paper/paper.js'), import('../answer/opened.js')])],
  ['files', () => import('./table.js')],
  ['scenarios', () => Promise.all([import('./scenarios/panel.js'), import('./scenarios/workbook.js')])],
  ['workbook', async () => (await import('../workbook/workbook.js')).ahead()],
]);

/** Somebody may have asked his browser to spare the data of his plan. */
const isSparing = (): boolean => (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;

export function fetchAhead(tools: string): void {
  if (isSparing()) return;
  // What does not arrive is asked for again when it is needed, and told then.
  for (const tool of offered(tools)) void part(async () => NEEDED.get(tool)?.()).catch(() => undefined);
}
