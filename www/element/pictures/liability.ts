// Liability: the amounts that the cap is the highest of, and how much of a claim lies within it.

import type { TemplateResult } from 'lit';
import type { PictureView } from '../types.js';
import { BAR, bar, framed, labelled, legend, length, share, upright, type Drawing, type Key } from './drawing.js';

const LIMBS = ['dollar_limb', 'euro_limb', 'paid_limb'];
const ROW_GAP = 12;

export function liability(view: PictureView): TemplateResult | null {
  const { answer, request, words, format } = view;
  const { figures } = answer;
  const cap = figures['cap'];
  if (typeof cap !== 'string') return null;

  const money = (amount: unknown): string => format.money(String(amount));
  const claimed = figures['recoverable'] === undefined ? undefined : String(request.input['claimed'] ?? '');
  const whole = Math.max(length(cap), length(claimed));
  const sentences: string[] = [];
  const drawn: Drawing[] = [];
  const tops: number[] = [];
  let y = 0;
  const row = (name: string, value: string, kind: string, bars: (top: number) => Drawing): void => {
    const head = labelled(y, name, value, kind);
    y += head.height + 2;
    drawn.push(head.drawing, bars(y));
    tops.push(y);
    y += BAR + ROW_GAP;
  };

  for (const limb of LIMBS) {
    const amount = figures[limb];
    if (amount === undefined) continue;
    const decides = amount === cap;
    const values = { name: words.name(limb, 'liability'), amount: money(amount) };
    row(values.name, values.amount, decides ? 'strong' : '', (top) => bar(decides ? 'main' : 'now', 0, share(length(amount), whole), top));
    sentences.push(words.ui(`picture.liability.${decides ? 'decides' : 'limb'}`, values));
  }
  const keys: Key[] = [{ kind: 'main', text: words.ui('picture.liability.key') }];
  if (claimed !== undefined) {
    const [part, rest] = [figures['recoverable'], figures['not_recoverable']];
    const edge = share(length(part), whole);
    row(words.ui('picture.liability.claim'), money(claimed), '', (top) => [bar('third', 0, edge, top), bar('lost', edge, share(length(claimed), whole), top)]);
    sentences.push(words.ui('picture.liability.claimed', { claimed: money(claimed), amount: money(part) }));
    if (length(part) > 0) keys.push({ kind: 'third', text: words.name('recoverable', 'liability') });
    if (length(rest) > 0) keys.push({ kind: 'lost', text: words.name('not_recoverable', 'liability') });
    keys.push({ kind: 'cap', text: `${words.name('cap', 'liability')} ${money(cap)}`, shape: 'line' });
    // From bar to bar, so that it crosses no letters.
    drawn.push(tops.map((top) => upright('cap', share(length(cap), whole), top - 3, top + BAR + 3)));
  }
  return framed(view, 'liability', sentences, y - ROW_GAP + 4, drawn, legend(keys));
}
