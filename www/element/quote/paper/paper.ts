// The paper: an answer as a sheet to hand over. It is a document of its own, in a frame that nobody sees, so that it prints alone
// whatever stands around the element. Fetched when somebody prints.

import { render } from 'lit';
import { countryFields } from './entries.js';
import { loadCountries } from '../../country.js';
import { part } from '../../part.js';
import type { AnswerView } from '../../answer/view.js';
import type { Words } from '../../words.js';
import type { QuoteDocument } from '../document.js';
import { openFrame, printFrame } from './frame.js';
import { letterheadOf, settled } from './letterhead.js';
import { pageRules, WIDTHS, type Size } from './page.js';
import { keepWithin, rulerIn } from './ruler.js';
import { sheetTemplate, titleOf } from './sheet.js';
import style from './paper.css';

/** `said` are the words of the sheet. `workings`: every figure's working, and the clauses, as an annex. Without a `size` the sheet fits A4 and Letter alike. */
export interface PaperOptions { workings?: boolean; size?: Size }

export async function printQuote(view: AnswerView, quote: QuoteDocument, host: HTMLElement, said: Words, { workings = false, size }: PaperOptions = {}): Promise<void> {
  const width = WIDTHS[size ?? 'A4'];
  // Codes serve where the names of countries do not arrive.
  const countries = countryFields(view.calculator) ? loadCountries().catch(() => undefined) : undefined;
  const [opened, frame] = await Promise.all([workings ? part(() => import('../../answer/opened.js')) : undefined, openFrame(host, width), countries]);
  const page = frame?.contentDocument;
  if (!frame || !page?.defaultView) {
    // In a sandbox without an origin of its own no page may draw into a frame.
    print();
    return;
  }
  const { words } = view;
  page.documentElement.lang = words.locale.tag;
  page.title = titleOf(view, quote);
  const sheet = new page.defaultView.CSSStyleSheet();
  sheet.replaceSync(style + pageRules(view, said, quote, size));
  page.adoptedStyleSheets = [sheet];
  const ruler = rulerIn(page, width);
  const paper = { view, said, quote, opened, letterhead: letterheadOf(host), ruler };
  render(sheetTemplate(paper), page.body, { creationScope: page });
  keepWithin(page, ruler);
  await settled(page);
  await printFrame(frame);
}
