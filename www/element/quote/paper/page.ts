// What a style sheet says of the pages: their size, and what stands in the margin of each.

import type { AnswerView } from '../../answer/view.js';
import type { Words } from '../../words.js';
import type { QuoteDocument } from '../document.js';

export type Size = 'A4' | 'letter';

/** In millimetres. */
const MARGIN = 18;
const MM = 96 / 25.4;

/** How wide the text is on each, in pixels. */
export const WIDTHS: Readonly<Record<Size, number>> = { A4: Math.floor((210 - 2 * MARGIN) * MM), letter: Math.floor((215.9 - 2 * MARGIN) * MM) };

/** A text of CSS, whatever is in it: all but letters, digits and plain blanks goes by its number. */
const quoted = (text: string): string =>
  `"${text.replaceAll(/[^\p{L}\p{N} ]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `)}"`;

/** Beside the number of each page stands whose sheet it is: single ones are put together again. */
export function pageRules({ words, calculator }: AnswerView, said: Words, { number, customer, title }: QuoteDocument, size: Size | undefined): string {
  const whose = [number, title ?? words.calculator(calculator.calculator).title, customer].filter(Boolean).join(' · ');
  // Which of two numbers comes first, the language says.
  const counted = said.ui('paper_page', { page: '\u0001', pages: '\u0002' }).split(/([\u0001\u0002])/)
    .map((part) => (part === '\u0001' ? 'counter(page)' : part === '\u0002' ? 'counter(pages)' : quoted(part))).join(' ');
  const letters = `font:7.5pt/1.3 ${FONT};color:#444`;
  return `@page{${size ? `size:${size};` : ''}margin:16mm ${MARGIN}mm 18mm;
@bottom-left{content:${quoted(short(whose))};${letters};text-align:left;width:75%}
@bottom-right{content:${counted};${letters};text-align:right;width:25%}}`;
}

/** One line of the margin has room for so much. */
const ROOM = 80;

function short(text: string): string {
  let room = ROOM;
  const signs = [...text];
  const end = signs.findIndex((sign) => (room -= /[\u2e80-\uffff]/.test(sign) ? 2 : 1) < 0);
  return end < 0 ? text : `${signs.slice(0, end).join('')}…`;
}

const FONT = '"Helvetica Neue",Helvetica,Arial,"Liberation Sans",Roboto,"Noto Sans","DejaVu Sans","Noto Sans TC","PingFang TC","Microsoft JhengHei","Noto Sans CJK TC",sans-serif';
