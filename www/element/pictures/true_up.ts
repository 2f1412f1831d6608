// True-up: for each program what its excess costs, licences and support end to end.

import { svg, type TemplateResult } from 'lit';
import type { OutValue, OutValues, PictureView } from '../types.js';
import { bar, BAR, framed, isZero, labelled, legend, length, more, nameOf, share, SHOWN, type Drawing, type Key } from './drawing.js';

const ROW_GAP = 12;

export function trueUp(view: PictureView): TemplateResult | null {
  const { answer, words, format } = view;
  const say = (key: string, values: Record<string, string>): string => words.ui(`picture.true_up.${key}`, values);
  const lines = answer.lines.slice(0, SHOWN);
  // What it comes to may be open, where a price is lacking: the licences alone are drawn then.
  const known = (line: OutValues): OutValue | undefined => line['due'] ?? line['licences'];
  const largest = Math.max(...answer.lines.map((line) => length(known(line))));
  if (!(largest > 0)) return null;

  const drawn: Drawing[] = [];
  const sentences: string[] = [];
  let y = 0;
  lines.forEach((line, index) => {
    const name = nameOf(view, line['program'], index);
    const money = (part: string): string => format.money(String(line[part]));
    const isOpen = line['due'] === undefined;
    const head = labelled(y, name, isOpen ? say('open', { licences: money('licences') }) : money('due'));
    y += head.height + 2;
    const licences = share(length(line['licences']), largest);
    drawn.push(
      head.drawing,
      svg`<rect class="track" x="0" width="100%" y=${y} height=${BAR} />`,
      isZero(known(line))
        ? svg`<rect class="zero" x="0" width="2" y=${y} height=${BAR} />`
        : [bar('main', 0, licences, y), bar('half', licences, share(length(known(line)), largest), y)],
    );
    const values = { line: name, excess: format.count(Number(line['excess'])), licences: money('licences') };
    sentences.push(isZero(known(line)) ? say('none', { line: name })
      : isOpen ? say('line_open', values) : say('line', { ...values, support: money('support'), due: money('due') }));
    y += BAR + ROW_GAP;
  });
  const rest = more(view, answer.lines.length - lines.length, y - ROW_GAP);
  sentences.push(...rest.sentence);

  const keys: Key[] = [{ kind: 'main', text: words.name('licences', answer.calculator) }];
  if (lines.some((line) => !isZero(line['support']))) keys.push({ kind: 'half', text: words.name('support', answer.calculator) });
  return framed(view, 'true_up', sentences, y - ROW_GAP + rest.height, [drawn, rest.drawing], legend(keys));
}
