// What the pictures share. A picture is as wide as its place: every horizontal position is a percentage, every
// height and letter is in pixels, so that it stays legible on a phone and needs no measuring.
//
// A picture shows numbers and computes none: what is written is the answer's own, formatted. Amounts become
// floats only to say how long a bar is.

import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { OutValue, PictureView } from '../types.js';

export { SHOWN } from './shown.js';

export type Drawing = SVGTemplateResult | string | Drawing[];

export const TEXT_ROW = 20;
export const BAR = 16;

/** A length out of an amount: for geometry only. */
export const length = (amount: OutValue | undefined): number => {
  const number = Number(amount);
  return Number.isFinite(number) ? number : 0;
};

/**
 * The linear scale of the pictures, 0..1. (d3's own brings colour interpolation and number formats along,
 * 9.6 KB for this division.)
 */
export const share = (part: number, whole: number): number => (whole > 0 ? Math.min(Math.max(part / whole, 0), 1) : 0);

export const at = (fraction: number): string => `${Number((fraction * 100).toFixed(3))}%`;

export const isZero = (amount: OutValue | undefined): boolean => amount === undefined || length(amount) === 0;

// Text. SVG wraps nothing, so widths are estimated, in em: Chinese letters are square, others about half as wide.
const WIDE = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]|[\ud800-\udbff]/;
const NARROW_EM = 18.4;
const BROAD_EM = 34;
const LONGEST_LABEL = 13;
const SHORTEST_NAME = 8;

const em = (letter: string): number =>
  WIDE.test(letter) ? 1 : /[mwMW@]/.test(letter) ? 0.85 : /[A-Z%]/.test(letter) ? 0.7 : /[\d$]/.test(letter) ? 0.63 : /[ .,:;·()'’/]/.test(letter) ? 0.34 : 0.56;
const width = (text: string): number => [...text].reduce((sum, letter) => sum + em(letter), 0);

function shorten(text: string, room: number): string {
  if (width(text) <= room) return text;
  let kept = '';
  for (const letter of text) {
    if (width(kept + letter) > room - 1) break;
    kept += letter;
  }
  return `${kept.trimEnd()}…`;
}

/** A label from the left edge, as long as a phone has room for; longer where the picture is broad. */
function label(y: number, text: string, taken = 0, kind = ''): Drawing {
  const short = shorten(text, NARROW_EM - taken);
  const long = shorten(text, BROAD_EM - taken);
  const write = (words: string, where: string): SVGTemplateResult =>
    svg`<text class="${kind} ${where}" x="0" y=${y}>${words}</text>`;
  return short === long ? write(short, '') : [write(short, 'narrow'), write(long, 'broad')];
}

/** A label at the left and its value at the right, on one row or, where a phone has no room for both, on two. */
export function labelled(y: number, text: string, value: string, kind = ''): { drawing: Drawing; height: number } {
  const taken = value ? width(value) + 0.6 : 0;
  // Our own labels are never cut; what a visitor typed may be, as long as enough of it is left to know it by.
  const needed = width(text) > LONGEST_LABEL ? SHORTEST_NAME : width(text);
  const apart = taken > 0 && taken + needed > NARROW_EM;
  const height = apart ? TEXT_ROW * 2 : TEXT_ROW;
  return {
    height,
    drawing: svg`${label(y + 14, text, apart ? 0 : taken, kind)}<text class="value" x="100%" y=${y + height - 6}>${value}</text>`,
  };
}

/** Text centred on a point, or moved in from the edge that it would cross; a phone may need a shorter one. */
export function beside(fraction: number, y: number, text: string, kind = '', short = text): Drawing {
  const write = (where: string, words: string, room: number): SVGTemplateResult => {
    const half = width(words) / room / 2;
    const [x, side] = fraction < half ? ['0', 'start'] : fraction > 1 - half ? ['100%', 'end'] : [at(fraction), 'middle'];
    return svg`<text class="${kind} ${where} ${side}" x=${x} y=${y}>${words}</text>`;
  };
  return [write('narrow', width(text) > NARROW_EM ? short : text, NARROW_EM), write('broad', text, BROAD_EM)];
}

/** Whether texts fit beside each other, each in a column of its own: on a phone, and where the picture is broad. */
export function fitColumns(texts: string[]): { narrow: boolean; broad: boolean } {
  const widest = Math.max(...texts.map(width)) + 0.6;
  return { narrow: widest * texts.length <= NARROW_EM, broad: widest * texts.length <= BROAD_EM };
}

/** A bar from one fraction to another; never so thin that it vanishes, unless there is nothing of it. */
export function bar(kind: string, from: number, to: number, y: number, height = BAR): Drawing {
  if (to <= from) return '';
  const size = Math.max(to - from, 0.006);
  const start = at(Math.min(from, 1 - size));
  return svg`<rect class=${kind} x=${start} y=${y} width=${at(size)} height=${height} />${
    HATCHED.has(kind) ? svg`<rect x=${start} y=${y} width=${at(size)} height=${height} fill="url(#cw-${kind})" />` : ''}`;
}

export const upright = (kind: string, fraction: number, from: number, to: number): Drawing =>
  svg`<line class=${kind} x1=${at(fraction)} x2=${at(fraction)} y1=${from} y2=${to} />`;

// Meaning never rests on colour alone: whatever is lost, doubtful or exposed is hatched, each in its own way.
const HATCHED = new Map<string, Drawing>([
  ['lost', svg`<path class="hatch" d="M0 0L8 8M8 0L0 8" />`],
  ['risk', svg`<circle class="hatch dot" cx="2" cy="2" r="1.2" /><circle class="hatch dot" cx="6" cy="6" r="1.2" />`],
  ['exposed', svg`<path class="hatch" d="M-2 2L2 -2M0 8L8 0M6 10L10 6" />`],
  ['half', svg`<path class="hatch" d="M-2 2L2 -2M0 8L8 0M6 10L10 6" />`],
  ['full', svg`<path class="hatch" d="M0 0L8 8M8 0L0 8" />`],
]);

const patterns = [...HATCHED].map(([kind, drawing]) =>
  svg`<pattern id="cw-${kind}" class="on-${kind}" width="8" height="8" patternUnits="userSpaceOnUse">${drawing}</pattern>`);

export interface Key { kind: string; text: string; shape?: 'line' }

/** What each look of a bar or line means: the same drawing, small, with its words. */
export const legend = (keys: Key[]): TemplateResult => html`<p class="keys">${keys.map(key)}</p>`;

const key = ({ kind, text, shape }: Key): TemplateResult =>
  html`<span><svg width="20" height="12" aria-hidden="true">${
    shape ? svg`<line class=${kind} x1="0" x2="20" y1="6" y2="6" />` : bar(kind, 0, 1, 0, 12)}</svg>${text}</span>`;

/** The picture in its frame, with the same said in words for those who do not see it. */
export function framed(
  { words }: PictureView,
  name: string,
  sentences: string[],
  height: number,
  drawing: Drawing,
  below: TemplateResult | '' = '',
): TemplateResult {
  const title = words.ui(`picture.${name}`);
  return html`<figure class="scene">
    <figcaption>${title}</figcaption>
    <svg class="drawing" width="100%" height=${height} role="img" aria-labelledby="cw-picture-title" aria-describedby="cw-picture-desc">
      <title id="cw-picture-title">${title}</title>
      <desc id="cw-picture-desc">${sentences.join(words.space)}</desc>
      <defs>${patterns}</defs>
      ${drawing}
    </svg>
    ${below}
  </figure>`;
}

/** "and 992 more" where not every line is drawn. */
export const moreText = ({ words, format }: PictureView, hidden: number): string =>
  hidden > 0 ? words.ui('picture.more', { count: format.count(hidden) }) : '';

export function more(view: PictureView, hidden: number, y: number): { drawing: Drawing; height: number; sentence: string[] } {
  const text = moreText(view, hidden);
  return text ? { drawing: label(y + 14, text, 0, 'quiet'), height: TEXT_ROW, sentence: [text] } : { drawing: '', height: 0, sentence: [] };
}

/** What the visitor calls a line, else its number. */
export function nameOf({ words, format }: PictureView, own: OutValue | undefined, index: number): string {
  return typeof own === 'string' && own !== '' ? own : words.ui('item_lines', { n: format.count(index + 1) });
}
