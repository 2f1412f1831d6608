// The answer as a link, and as a code that a telephone reads off the screen.

import { svg, type TemplateResult } from 'lit';
import { correction, generate, type Bitmap2D } from 'lean-qr';
import type { QuoteAnswer } from '../types.js';
import type { QuoteDocument } from './document.js';
import { pack, withQuote } from './link.js';

export interface Linked {
  /** Nothing where it would be longer than addresses get through. */
  address?: string;
  code?: TemplateResult;
  /** Whether its dots are fine: it is drawn large, and wants a steady hand. */
  isFine?: boolean;
}

/** In characters: up to here a telephone reads the code off a screen at arm's length, and up to there held close. */
const EASY_CODE = 500;
const LONGEST_CODE = 1_300;

/** Four dots of blank around, as the standard has it. */
const MARGIN = 4;

export async function linked(document: QuoteDocument, here: string): Promise<Linked> {
  const addressOf = (packed: string): string => {
    const url = new URL(here);
    url.hash = withQuote(url.hash, packed);
    return url.href;
  };
  const [packed, brief] = await Promise.all([pack(document), pack(inBrief(document))]);
  const short = brief === undefined ? '' : addressOf(brief);
  return {
    ...(packed !== undefined && { address: addressOf(packed) }),
    ...(short && short.length <= LONGEST_CODE && { code: drawn(codeOf(short)), isFine: short.length > EASY_CODE }),
  };
}

/** Nothing on a screen is smudged: of a longer text the dots are larger, and fewer of them make good for others. */
const codeOf = (text: string): Bitmap2D => generate(text, { minCorrectionLevel: text.length > EASY_CODE ? correction.L : correction.M });

/** For the code: of the answer what it comes to as a whole. Its lines are worked out where it is opened. */
function inBrief({ language: _, answer, scenarios, ...rest }: QuoteDocument): QuoteDocument {
  return { ...rest, answer: totalsOf(answer), ...(scenarios && { scenarios: scenarios.map((each) => ({ request: each.request, answer: totalsOf(each.answer) })) }) };
}

const totalsOf = ({ terms: { digest }, verdict, figures, dates }: QuoteAnswer): QuoteAnswer =>
  ({ terms: { digest }, ...(verdict !== undefined && { verdict }), figures, dates }) as QuoteAnswer;

/** Dark on light in any colours of a page: many readers know no other. */
function drawn(code: Bitmap2D): TemplateResult {
  const side = code.size + 2 * MARGIN;
  let dots = '';
  for (let y = 0; y < code.size; y++) {
    for (let x = 0; x < code.size; x++) if (code.get(x, y)) dots += `M${x + MARGIN} ${y + MARGIN}h1v1h-1z`;
  }
  return svg`<svg viewBox="0 0 ${side} ${side}" aria-hidden="true" shape-rendering="crispEdges"><rect width=${side} height=${side} fill="#fff"/><path d=${dots} fill="#000"/></svg>` as unknown as TemplateResult;
}
