// Swap: what is given up above what is wanted, on one scale, with what has to be paid on top or is not paid back.

import { svg, type TemplateResult } from 'lit';
import type { PictureView } from '../types.js';
import { bar, BAR, framed, isZero, labelled, legend, length, more, nameOf, share, type Drawing, type Key } from './drawing.js';

const SHOWN_LINES = 5;

export function swap(view: PictureView): TemplateResult | null {
  const { request, answer, steps, words, format } = view;
  const given = request.input['lines'];
  const lines = answer.lines.slice(0, SHOWN_LINES);
  if (!Array.isArray(given) || !lines.length) return null;
  const say = (key: string, values?: Record<string, string>): string => words.ui(`picture.swap.${key}`, values);
  /** With the currency's digits where the answer reckoned with it, else as it was entered. */
  const valueOf = (index: number, name: string): string => {
    return String(steps.get(`lines.${index}.shortfall`)?.values[name] ?? given[index]?.[name]);
  };

  const sentences: string[] = [];
  const drawn: Drawing[] = [];
  let y = 0;
  lines.forEach((line, index) => {
    const [had, wanted] = [valueOf(index, 'given_value'), valueOf(index, 'wanted_value')];
    const owed = ['shortfall', 'surplus'].find((name) => !isZero(line[name]));
    const difference = line['shortfall'] === undefined ? say('refused')
      : owed === undefined ? say('equal') : say('difference', { label: words.name(owed, 'swap'), amount: format.money(String(line[owed])) });
    const name = nameOf(view, given[index]?.['given_service'], index);
    if (index) {
      drawn.push(svg`<line class="rule" x1="0" x2="100%" y1=${y + 6} y2=${y + 6} />`);
      y += 14;
    }
    const title = `${name} → ${words.choice('service', String(given[index]?.['service']))}`;
    const verdict = String(line['verdict']);
    const head = labelled(y, title, verdict === 'eligible' ? '' : words.choice('verdict', verdict), 'strong');
    drawn.push(head.drawing);
    y += head.height;
    const whole = Math.max(length(had), length(wanted));
    const [first, second] = [share(length(had), whole), share(length(wanted), whole)];
    const row = (label: string, amount: string, bars: (top: number) => Drawing[]): void => {
      const said = labelled(y, label, format.money(amount));
      y += said.height;
      drawn.push(said.drawing, bars(y));
      y += BAR + 6;
    };
    // Where the swap is refused there is no difference to settle, and none is hatched.
    const isRefused = line['shortfall'] === undefined;
    const both = Math.min(first, second);
    row(say('given'), had, (top) => [bar('other', 0, both, top), bar(isRefused ? 'other' : 'lost', both, first, top)]);
    row(say('wanted'), wanted, (top) => [bar('main', 0, both, top), bar(isRefused ? 'main' : 'exposed', both, second, top)]);
    sentences.push(say('line', { line: title, given: format.money(had), wanted: format.money(wanted), difference }));
  });
  const rest = more(view, answer.lines.length - lines.length, y);
  sentences.push(...rest.sentence);

  const some = (name: string): boolean => lines.some((line) => !isZero(line[name]));
  const keys: Key[] = [{ kind: 'other', text: say('given') }, { kind: 'main', text: say('wanted') }];
  if (some('shortfall')) keys.push({ kind: 'exposed', text: words.name('shortfall', 'swap') });
  if (some('surplus')) keys.push({ kind: 'lost', text: words.name('surplus', 'swap') });
  return framed(view, 'swap', sentences, y - 6 + rest.height, [drawn, rest.drawing], legend(keys));
}
