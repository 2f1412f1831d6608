// Reinstatement: what coming back costs, beside buying new and beside a year's renewal, and that the time
// without cover itself costs nothing.

import { svg, type TemplateResult } from 'lit';
import type { OutValue, PictureView } from '../types.js';
import { bar, framed, isZero, labelled, length, more, nameOf, share, type Drawing } from './drawing.js';

const SHOWN_LINES = 5;
const THICK = 12;

type Amounts = Record<string, OutValue>;

// In the order in which a visitor weighs them. A total of renewals is not among the figures, and none is made here.
const BARS: [name: string, kind: string][] = [['reinstatement', 'main'], ['new_licence', 'other'], ['renewal', 'third'], ['back_payment', 'other']];

export function reinstatement(view: PictureView): TemplateResult | null {
  const { request, answer, words, format } = view;
  const given = request.input['lines'];
  const priced = answer.lines.flatMap((line, index) => (line['reinstatement'] === undefined ? [] : [{ line, index }]));
  if (!priced.length || !Array.isArray(given)) return null;

  const sentences: string[] = [];
  const drawn: Drawing[] = [];
  let y = 0;

  const group = (name: string, detail: string, amounts: Amounts, scale: number): void => {
    const head = labelled(y, name, detail, 'strong');
    drawn.push(head.drawing);
    y += head.height + 2;
    const said: string[] = [];
    for (const [what, kind] of BARS) {
      if (amounts[what] === undefined) continue;
      const label = words.name(what, 'reinstatement');
      const amount = format.money(String(amounts[what]));
      const none = isZero(amounts[what]);
      const row = labelled(y, label, none ? words.ui('picture.reinstatement.none', { amount }) : amount);
      const top = y + row.height;
      drawn.push(
        row.drawing,
        svg`<rect class="track" x="0" width="100%" y=${top} height=${THICK} />`,
        // Where there is nothing to draw a bar of, the stroke at its start says that it is there, and empty.
        none ? svg`<rect class="zero" x="0" width="2" y=${top} height=${THICK} />` : bar(kind, 0, share(length(amounts[what]), scale), top, THICK),
      );
      said.push(words.ui('picture.reinstatement.amount', { label, amount }));
      y = top + THICK + 8;
    }
    sentences.push(words.ui('picture.reinstatement.group', { name, listed: said.join(words.ui('picture.join')) }));
  };
  const largest = (all: Amounts[]): number => Math.max(...all.flatMap((amounts) => BARS.map(([what]) => length(amounts[what]))));
  const lapsed = (days: OutValue | undefined): string =>
    typeof days === 'number' ? words.ui('picture.reinstatement.lapsed', { count: format.count(days) }) : '';

  const [only] = priced;
  if (priced.length === 1 && only) {
    group(nameOf(view, given[only.index]?.['part'], only.index), lapsed(only.line['lapsed_days']), only.line, largest([only.line]));
    return framed(view, 'reinstatement', sentences, y, drawn);
  }

  // The total on a scale of its own: beside a thousand lines' sum none of them would be seen.
  group(words.ui('picture.reinstatement.total'), '', answer.figures, largest([answer.figures]));
  const shown = priced.slice(0, SHOWN_LINES);
  const scale = largest(shown.map(({ line }) => line));
  for (const { line, index } of shown) {
    y += 12;
    drawn.push(svg`<line class="rule" x1="0" x2="100%" y1=${y - 6} y2=${y - 6} />`);
    const { back_payment: _, ...amounts } = line;
    group(nameOf(view, given[index]?.['part'], index), lapsed(line['lapsed_days']), amounts, scale);
  }
  const rest = more(view, priced.length - shown.length, y);
  sentences.push(...rest.sentence);
  return framed(view, 'reinstatement', sentences, y + rest.height, [drawn, rest.drawing]);
}
