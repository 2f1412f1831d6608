// Tax: one bar as long as the charge with its tax, shared out between IBM and the tax authority.

import type { TemplateResult } from 'lit';
import type { PictureView } from '../types.js';
import { bar, framed, isZero, labelled, legend, length, share, type Drawing, type Key } from './drawing.js';

const THICK = 24;

export function tax(view: PictureView): TemplateResult | null {
  const { answer, words, format } = view;
  const { figures } = answer;
  const whole = length(figures['gross']);
  if (whole <= 0 || (isZero(figures['tax']) && isZero(figures['withheld']))) return null;
  // The longest of the names has a shorter one here.
  const label = (name: string): string =>
    name === 'withheld' ? words.ui('picture.tax.withheld') : words.name(name, answer.calculator);
  const money = (name: string): string => format.money(String(figures[name]));

  // From left to right: IBM's own, the tax that it invoices, and what never reaches it.
  const [reaches, taxed] = [length(figures['to_ibm']), length(figures['tax'])];
  const own = Math.max(reaches - taxed, 0);
  const head = labelled(0, label('gross'), money('gross'), 'strong');
  const top = head.height + 4;
  const drawn: Drawing[] = [
    head.drawing,
    bar('main', 0, share(own, whole), top, THICK),
    bar('third', share(own, whole), share(reaches, whole), top, THICK),
    bar('risk', share(reaches, whole), 1, top, THICK),
  ];
  let y = top + THICK + 8;
  const sentences: string[] = [];
  for (const name of ['to_ibm', 'tax', 'withheld']) {
    if (figures[name] === undefined) continue;
    const row = labelled(y, label(name), money(name));
    drawn.push(row.drawing);
    y += row.height;
    sentences.push(words.ui('picture.tax.part', { label: label(name), amount: money(name) }));
  }
  const keys: Key[] = [{ kind: 'main', text: words.ui('picture.tax.own') }];
  if (taxed > 0) keys.push({ kind: 'third', text: words.ui('picture.tax.tax') });
  if (!isZero(figures['withheld'])) keys.push({ kind: 'risk', text: words.ui('picture.tax.withheld') });
  return framed(view, 'tax', sentences, y, drawn, legend(keys));
}
