// The way from an answer to its workbook. What makes one, and what writes it, is fetched when somebody asks.

import { part } from '../part.js';
import type { AnswerView } from './view.js';

/** Whether the page wants workbooks to be had, and there is a working to make one of. */
export const isOffered = ({ tools, request }: AnswerView): boolean => tools.split(/\s+/).includes('workbook') && request.steps !== false;

/** Hands the file over as a download: nothing is sent anywhere. */
export async function handOver(view: AnswerView): Promise<void> {
  const { workbookName, workbookOf } = await part(() => import('../workbook/workbook.js'));
  const whole = { ...view, answer: { ...view.answer, steps: [...view.steps.values()] } };
  const url = URL.createObjectURL(await workbookOf(whole));
  const link = document.createElement('a');
  link.href = url;
  link.download = workbookName(whole);
  link.click();
  // Safari fetches what a link names only after the click has been dealt with.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
