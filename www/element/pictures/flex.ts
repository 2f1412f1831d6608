// Flex: year by year, what of the allowance is allocated, how far credits may go, and what is lost or may be.

import { stack } from 'd3-shape';
import { svg, type TemplateResult } from 'lit';
import type { OutValues, PictureView } from '../types.js';
import { at, bar, framed, isZero, labelled, legend, length, more, share, TEXT_ROW, upright, type Drawing, type Key } from './drawing.js';

const THICK = 24;
const SHOWN_YEARS = 10;
/** Beyond so many years each one shows only what needs attention. */
const IN_FULL = 3;

/** What is named under a year's bar, always or where there is any. */
const NAMED = ['allocated', 'credit_spend', 'credit_cap', 'over_cap', 'over_allowance', 'forfeited', 'at_risk'];
const ALWAYS = new Set(['allocated', 'credit_cap']);

const LOOKS = { credits: 'main', services: 'third', forfeited: 'lost', at_risk: 'risk' } as const;
type Part = keyof typeof LOOKS;
const PARTS = Object.keys(LOOKS) as Part[];
const inOrder = stack<unknown, Record<Part, number>, Part>().keys(PARTS);

/** The bar's parts end to end. Credits come first, so that their end can be read against the cap. */
function partsOf(line: OutValues): { part: Part; from: number; to: number }[] {
  const credits = length(line['credit_spend']);
  const lengths = {
    credits,
    services: Math.max(length(line['allocated']) - credits, 0),
    forfeited: length(line['forfeited']),
    at_risk: length(line['at_risk']),
  };
  return inOrder([lengths]).map((series) => ({ part: series.key, from: series[0]?.[0] ?? 0, to: series[0]?.[1] ?? 0 }));
}

export function flex(view: PictureView): TemplateResult | null {
  const { answer, words, format } = view;
  const years = answer.lines.slice(0, SHOWN_YEARS);
  if (!years.length) return null;

  // One scale for all years: a smaller allowance is a shorter bar.
  const whole = Math.max(...years.flatMap((line) => [length(line['allowance']), length(line['allocated'])]));
  // The two long names have a short one here.
  const labelOf = (name: string): string =>
    name === 'credit_spend' || name === 'credit_cap' ? words.ui(`picture.flex.${name}`) : words.name(name);
  const inFull = years.length <= IN_FULL;
  const sentences: string[] = [];
  const drawn: Drawing[] = [];
  let y = 0;

  years.forEach((line, index) => {
    const money = (name: string): string => format.money(String(line[name]));
    const year = words.ui('item_years', { n: format.count(index + 1) });
    const head = labelled(y, words.ui('picture.flex.allowance', { year }), money('allowance'), 'strong');
    drawn.push(head.drawing);
    y += head.height + 4;

    const allowance = share(length(line['allowance']), whole);
    const cap = share(length(line['credit_cap']), whole);
    const parts = partsOf(line);
    drawn.push(
      svg`<rect class="track" x="0" width=${at(allowance)} y=${y} height=${THICK} />`,
      ...parts.map(({ part, from, to }) => bar(LOOKS[part], share(from, whole), share(to, whole), y, THICK)),
      // What is allocated beyond the cap, or beyond the allowance, is hatched over.
      isZero(line['over_cap']) ? '' : bar('full', cap, share(length(line['credit_spend']), whole), y, THICK),
      isZero(line['over_allowance']) ? '' : bar('full', allowance, share(length(line['allocated']), whole), y, THICK),
      upright('limit', allowance, y - 2, y + THICK + 2),
      upright('cap', cap, y - 5, y + THICK + 5),
    );
    y += THICK + 6;

    for (const name of NAMED) {
      if (ALWAYS.has(name) ? !inFull : isZero(line[name]) || (name === 'credit_spend' && !inFull)) continue;
      const row = labelled(y, labelOf(name), money(name));
      drawn.push(row.drawing);
      y += row.height;
    }
    sentences.push(words.ui('picture.flex.line', {
      year, ...Object.fromEntries(['allowance', 'allocated', 'credit_spend', 'credit_cap', 'forfeited', 'at_risk'].map((name) => [name, money(name)])),
    }));
    for (const name of ['over_cap', 'over_allowance']) {
      if (!isZero(line[name])) sentences.push(words.ui('picture.flex.over', { label: words.name(name), amount: money(name) }));
    }
    y += 14;
  });

  const rest = more(view, answer.lines.length - years.length, y - TEXT_ROW / 2);
  sentences.push(...rest.sentence);

  const some = (name: string): boolean => years.some((line) => !isZero(line[name]));
  const keys: Key[] = [{ kind: 'third', text: words.name('allocated') }];
  if (some('credit_spend')) keys.push({ kind: 'main', text: labelOf('credit_spend') });
  if (some('over_cap') || some('over_allowance')) keys.push({ kind: 'full', text: words.ui('picture.flex.beyond') });
  if (some('forfeited')) keys.push({ kind: 'lost', text: words.name('forfeited') });
  if (some('at_risk')) keys.push({ kind: 'risk', text: words.name('at_risk') });
  keys.push({ kind: 'cap', text: labelOf('credit_cap'), shape: 'line' });
  return framed(view, 'flex', sentences, y - 14 + rest.height, [drawn, rest.drawing], legend(keys));
}
