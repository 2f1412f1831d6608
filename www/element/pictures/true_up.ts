// True-up: for each program what its excess costs, licences and support end to end.

import { svg, type TemplateResult } from 'lit';
import type { PictureView } from '../types.js';
import { bar, BAR, framed, isZero, labelled, legend, length, more, nameOf, share, SHOWN, type Drawing, type Key } from './drawing.js';

const ROW_GAP = 12;

export function trueUp(view: PictureView): TemplateResult | null {
  const { answer, words, format } = view;
  const say = (key: string, values: Record<string, string>): string => words.ui(`picture.true_up.${key}`, values);
  const lines = answer.lines.slice(0, SHOWN);
  const largest = Math.max(...answer.lines.map((line) => length(line['due'])));
  if (!(largest > 0)) return null;

  const drawn: Drawing[] = [];
  const sentences: string[] = [];
  let y = 0;
  lines.forEach((line, index) => {
    const name = nameOf(view, line['program'], index);
    const money = (part: string): string => format.money(String(line[part]));
    const head = labelled(y, name, money('due'));
    y += head.height + 2;
    const licences = share(length(line['licences']), largest);
    drawn.push(
      head.drawing,
      svg`<rect class="track" x="0" width="100%" y=${y} height=${BAR} />`,
      isZero(line['due'])
        ? svg`<rect class="zero" x="0" width="2" y=${y} height=${BAR} />`
        : [bar('main', 0, licences, y), bar('half', licences, share(length(line['due']), largest), y)],
    );
    sentences.push(isZero(line['due']) ? say('none', { line: name }) : say('line', {
      line: name, excess: format.count(Number(line['excess'])), licences: money('licences'), support: money('support'), due: money('due'),
    }));
    y += BAR + ROW_GAP;
  });
  const rest = more(view, answer.lines.length - lines.length, y - ROW_GAP);
  sentences.push(...rest.sentence);

  const keys: Key[] = [{ kind: 'main', text: words.name('licences', answer.calculator) }];
  if (lines.some((line) => !isZero(line['support']))) keys.push({ kind: 'half', text: words.name('support', answer.calculator) });
  return framed(view, 'true_up', sentences, y - ROW_GAP + rest.height, [drawn, rest.drawing], legend(keys));
}
