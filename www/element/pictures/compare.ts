// Compare: what each way has cost after every year, as three lines, with the years without cover marked as such.

import { scalePoint } from 'd3-scale';
import { line, symbol, symbolCircle, symbolSquare, symbolTriangle, type SymbolType } from 'd3-shape';
import { svg, type TemplateResult } from 'lit';
import type { PictureView } from '../types.js';
import { at, bar, beside, framed, isZero, length, legend, share, TEXT_ROW, type Drawing, type Key } from './drawing.js';

const TALL = 190;
const MARK_AREA = 56;
/** The lines are drawn on so many units from left to right, and stretched to the place there is. */
const BROAD = 1000;
/** Where a year is narrower than this share of a phone, only every other one is named. */
const NAMED_YEARS = 6;
/** A stretch without cover has room for all that is lost only from this share of the picture on. */
const NARROW_GAP = 0.32;

/** Each way by its own stroke and its own mark: colour says nothing that these do not. */
const WAYS: [way: string, mark: SymbolType][] = [
  ['renewal', symbolCircle],
  ['new_licence', symbolTriangle],
  ['reinstatement', symbolSquare],
];

export function compare(view: PictureView): TemplateResult | null {
  const { answer, request, words, format } = view;
  const years = answer.lines;
  const back = request.input['return_year'];
  if (!years.length || typeof back !== 'number') return null;

  const largest = Math.max(...years.flatMap((year) => WAYS.map(([way]) => length(year[`${way}_so_far`]))));
  const top = TEXT_ROW + 8;
  const floor = top + TALL;
  const height = (amount: number): number => floor - share(amount, largest) * TALL;
  // A year is as broad as the next, with its point in the middle.
  const middle = scalePoint<number>().domain(years.map((_, index) => index)).range([0, 1]).padding(0.5);
  const x = (index: number): number => middle(index) ?? 0.5;
  const half = x(0);

  const drawn: Drawing[] = [
    svg`<line class="rule" x1="0" x2="100%" y1=${top} y2=${top} />`,
    svg`<text class="quiet" x="0" y=${top - 7}>${format.money(String(largestOf(view, largest)))}</text>`,
  ];
  const gap = Math.min(back - 1, years.length) * half * 2;
  if (gap > 0) {
    const short = words.ui('picture.compare.gone');
    drawn.push(
      bar('gone', 0, gap, top + 2, TALL - 3),
      svg`<text class="quiet narrow" x="6" y=${top + TEXT_ROW}>${short}</text>`,
      svg`<text class="quiet broad" x="6" y=${top + TEXT_ROW}>${gap < NARROW_GAP ? short : words.ui('picture.compare.gap')}</text>`,
    );
  }
  drawn.push(svg`<line class="axis" x1="0" x2="100%" y1=${floor} y2=${floor} />`);
  years.forEach((_, index) => {
    const narrow = years.length > NAMED_YEARS && index % 2 ? 'broad' : '';
    drawn.push(svg`<text class="${index + 1 === back ? 'strong' : 'quiet'} middle ${narrow}" x=${at(x(index))} y=${floor + 17}>${format.count(index + 1)}</text>`);
  });
  drawn.push(beside(0.5, floor + 17 + TEXT_ROW, words.ui('picture.compare.axis'), 'quiet'));

  const sentences: string[] = [];
  const keys: Key[] = [];
  for (const [way, mark] of WAYS) {
    const points = years.map((year, index): [number, number] => [x(index), height(length(year[`${way}_so_far`]))]);
    const path = line<[number, number]>().x(([fraction]) => fraction * BROAD)(points);
    drawn.push(
      svg`<svg width="100%" height=${floor + 2} viewBox="0 0 ${BROAD} ${floor + 2}" preserveAspectRatio="none"><path class="way ${way}" d=${path} /></svg>`,
      points.map(([fraction, y]) => svg`<svg class="point" x=${at(fraction)} y=${y} width="1" height="1"><path class="mark-of ${way}" d=${symbol(mark, MARK_AREA)()} /></svg>`),
    );
    const name = words.name(way, 'compare');
    const total = format.money(String(answer.figures[way]));
    keys.push({ kind: `way ${way}`, text: `${name} ${total}`, shape: 'line' });
    sentences.push(words.ui('picture.compare.way', { way: name, total, years: format.count(years.length) }));
  }
  const until = answer.dates['uncovered_until'];
  if (until !== undefined && !isZero(answer.figures['uncovered_months'])) {
    sentences.push(words.ui('picture.compare.until', { date: format.date(until) }));
  }
  return framed(view, 'compare', sentences, floor + 17 + TEXT_ROW + 8, drawn, legend(keys));
}

/** The amount that the lines reach up to, as the answer writes it. */
function largestOf({ answer }: PictureView, largest: number): string {
  const all = answer.lines.flatMap((year) => WAYS.map(([way]) => String(year[`${way}_so_far`])));
  return all.find((amount) => length(amount) === largest) ?? '';
}
