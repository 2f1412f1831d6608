// Cancellation: the charge as steps by days ahead, with every booking standing where its own days put it.

import { scaleThreshold } from 'd3-scale';
import { html, svg, type TemplateResult } from 'lit';
import type { PictureView } from '../types.js';
import { at, bar, beside, framed, length, moreText, nameOf, share, SHOWN, TEXT_ROW, upright, type Drawing } from './drawing.js';
import { termOf } from './terms.js';

const STAIRS = 84;
const MARK = 9;
const LANE = MARK * 2 + 3;
const AFTER_START = 2;

/** Terms that reach further ahead than this are not drawn day by day. */
const FARTHEST = 400;

interface Tier { from: number; to: number; percent: string; kind: string; days: string }

/** The tiers of the terms, the dearest first, within the days that are drawn, and which of them a day falls in. */
function tiersOf(view: PictureView): { far: number; tiers: Tier[]; tierOn: (day: number) => Tier } | null {
  const { words, format } = view;
  const [full, half] = [Number(termOf(view, 'full_refund_days_ahead')), Number(termOf(view, 'partial_charge_days_ahead'))];
  if (!(full > half) || full > FARTHEST) return null;
  // Half as many days again as the earliest tier needs: not all that there are.
  const far = full + Math.max(Math.ceil(full / 2), 4);
  const tier = (kind: string, name: string, from: number, to: number, key: string): Tier => ({
    kind, from, to,
    percent: String(termOf(view, name)),
    days: words.ui(`picture.cancellation.${key}`, { from: format.count(from), to: format.count(to) }),
  });
  const tiers = [
    tier('full', 'late_charge_percent', -AFTER_START, half - 1, 'at_most'),
    tier('half', 'partial_charge_percent', half, full - 1, 'between'),
    tier('none', 'full_refund_charge_percent', full, far, 'at_least'),
  ];
  return { far, tiers, tierOn: scaleThreshold<number, Tier>([half, full], tiers) };
}

export function cancellation(view: PictureView): TemplateResult | null {
  const { request, answer, words, format } = view;
  const given = request.input['lines'];
  const marks = answer.lines.slice(0, SHOWN).flatMap((line, index) => {
    const days = line['days_ahead'];
    return typeof days === 'number' ? [{ line, index, days }] : [];
  });
  const terms = tiersOf(view);
  if (!marks.length || !terms || !Array.isArray(given)) return null;

  // Days run towards the start, as time does, and each is as broad as the next.
  const { far, tiers, tierOn } = terms;
  const step = 1 / (far + AFTER_START + 1);
  const left = (day: number): number => (far - Math.min(Math.max(day, -AFTER_START), far)) * step;

  // The only mark has its words beside it; several are numbered, and named below.
  const numbered = marks.length > 1;
  const lanes = new Lanes();
  const placed = marks.map((each) => {
    const x = left(each.days) + step / 2;
    return { ...each, x, lane: lanes.take(x) };
  });
  const top = numbered ? lanes.count * LANE + 6 : TEXT_ROW * 2;
  const floor = top + STAIRS;
  const height = (percent: string): number => floor - share(length(percent), 100) * (STAIRS - 12);

  const drawn: Drawing[] = [];
  for (const { kind, from, to, percent, days: range } of tiers) {
    const [start, end] = [left(to), left(from) + step];
    const middle = (start + end) / 2;
    const y = height(percent);
    drawn.push(
      bar(kind, start, end, y, floor - y),
      svg`<line x1=${at(start)} x2=${at(end)} y1=${y} y2=${y} />`,
      beside(middle, floor + 16, format.percent(percent), 'strong'),
      beside(middle, floor + 16 + TEXT_ROW, range, 'quiet'),
    );
  }
  drawn.push(svg`<line class="axis" x1="0" x2="100%" y1=${floor} y2=${floor} />`);

  const lowest = floor + TEXT_ROW * 2 + 4;
  const named: TemplateResult[] = [];
  const sentences = [words.ui('picture.cancellation.tiers', {
    tiers: tiers.toReversed().map(({ percent, days: range }) => words.ui('picture.cancellation.tier', { days: range, percent: format.percent(percent) })).join(words.ui('picture.join')),
  })];
  for (const { line, index, days: ahead, x, lane } of placed) {
    const name = nameOf(view, given[index]?.['service'], index);
    const said = words.ui(`picture.cancellation.${ahead < 0 ? 'after' : ahead > 0 ? 'ahead' : 'same_day'}`, { count: format.count(Math.abs(ahead)) });
    const percent = format.percent(String(line['charge_percent']));
    const foot = height(tierOn(ahead).percent);
    sentences.push(words.ui('picture.cancellation.line', { line: name, days: said, percent, charge: format.money(String(line['charge'])) }));
    if (numbered) {
      const number = format.count(index + 1);
      drawn.push(mark(x, lane * LANE + MARK + 1, foot, number, ahead > far ? -1 : ahead < -AFTER_START ? 1 : 0));
      named.push(html`<li value=${index + 1}><span>${name}</span> <span>${said} · ${percent}</span></li>`);
    } else {
      const on = format.date(String(given[index]?.['cancelled_on'] ?? answer.as_of), 'short');
      drawn.push(
        upright('today', x, TEXT_ROW * 2 - 2, foot),
        beside(x, 14, `${words.name('cancelled_on')} ${on}`, 'strong', on),
        beside(x, 14 + TEXT_ROW, `${said} · ${percent}`, 'strong'),
      );
    }
  }
  drawn.push(beside(0.5, lowest + 14, words.ui('picture.cancellation.axis'), 'quiet'));
  const rest = moreText(view, answer.lines.length - marks.length);
  if (rest) sentences.push(rest);
  return framed(view, 'cancellation', sentences, lowest + TEXT_ROW, drawn,
    named.length ? html`<ol class="named">${named}</ol>${rest ? html`<p class="keys">${rest}</p>` : ''}` : '');
}

/** Marks stand in lanes above the stairs: neighbours a few days apart would cover each other. */
class Lanes {
  private readonly taken: number[][] = [];

  get count(): number {
    return this.taken.length;
  }

  take(x: number): number {
    const free = this.taken.findIndex((others) => others.every((other) => Math.abs(other - x) > 0.1));
    const lane = free < 0 ? this.taken.push([]) - 1 : free;
    this.taken[lane]?.push(x);
    return lane;
  }
}

/** A numbered mark and the line down from it; one beyond the picture's days points out of it. */
function mark(x: number, y: number, foot: number, number: string, beyond: -1 | 0 | 1): Drawing {
  const out = beyond * (MARK + 7);
  return svg`<g transform="translate(${-out} 0)">
    ${upright('today', x, y, foot)}
    <circle class="mark" cx=${at(x)} cy=${y} r=${MARK} /><text class="mark-text" x=${at(x)} y=${y + 4}>${number}</text>
    ${beyond ? svg`<text class="strong middle" x=${at(x)} dx=${out} y=${y + 4}>${beyond < 0 ? '‹' : '›'}</text>` : ''}
  </g>`;
}
