// Credits: the balance as a bar, and out of it what each conversion takes; or what one location gives and the other
// receives, with what rounding up adds.

import { svg, type TemplateResult } from 'lit';
import { nameOf as countryName } from '../country.js';
import type { OutValue, PictureView } from '../types.js';
import { at, bar, BAR, framed, labelled, legend, length, more, nameOf, share, SHOWN, upright, type Drawing, type Key } from './drawing.js';

const ROW_GAP = 8;

export function credits(view: PictureView): TemplateResult | null {
  return view.request.input['purpose'] === 'exchange' ? exchanged(view) : converted(view);
}

function converted(view: PictureView): TemplateResult | null {
  const { request, answer, words, format } = view;
  const [balance, given] = [request.input['balance'], request.input['lines']];
  const lines = answer.lines.slice(0, SHOWN);
  if (typeof balance !== 'string' || !Array.isArray(given) || !lines.length) return null;
  const plain = (value: OutValue | undefined): string => format.decimal(String(value));

  const all = length(balance);
  // Before a line there was what is left after it, and what it took.
  const rows = lines.map((line) => {
    const taken = all - length(line['balance_after']) - length(line['deducted']);
    const most = length(line['worst_case'] ?? line['deducted'] ?? line['needed']);
    return { line, taken, most };
  });
  const whole = Math.max(all, ...rows.map(({ taken, most }) => taken + most));
  const limit = share(all, whole);
  const track = (y: number): Drawing => svg`<rect class="track" x="0" width=${at(limit)} y=${y} height=${BAR} />`;

  const start = labelled(0, words.name('balance', 'credits'), plain(balance), 'strong');
  const drawn: Drawing[] = [start.drawing, track(start.height)];
  const sentences = [words.ui('picture.credits.started', { balance: plain(balance) })];
  let y = start.height + BAR + ROW_GAP;
  rows.forEach(({ line, taken, most }, index) => {
    const name = nameOf(view, given[index]?.['service'], index);
    const needed = line['needed'];
    const size = length(line['deducted'] ?? needed);
    const head = labelled(y, name, needed === undefined ? `−${plain(line['deducted'])}` : words.ui('picture.credits.lacks', { missing: plain(line['missing']) }));
    y += head.height;
    const [from, to, worst] = [taken, taken + size, taken + most].map((end) => share(end, whole)) as [number, number, number];
    drawn.push(head.drawing, track(y), bar('now', 0, from, y), bar(needed === undefined ? 'main' : 'lost', from, to, y), bar('risk', to, worst, y),
      upright('limit', limit, y - 2, y + BAR + 2));
    sentences.push(needed === undefined
      ? words.ui('picture.credits.taken', { line: name, deducted: plain(line['deducted']), left: plain(line['balance_after']) })
      : words.ui('picture.credits.refused', { line: name, needed: plain(needed), missing: plain(line['missing']) }));
    y += BAR + ROW_GAP;
  });
  const rest = more(view, answer.lines.length - lines.length, y);
  sentences.push(...rest.sentence);

  const some = (name: string): boolean => lines.some((line) => line[name] !== undefined);
  const keys: Key[] = [];
  if (some('deducted')) keys.push({ kind: 'main', text: words.ui('picture.credits.main') });
  if (rows.some(({ taken }) => taken > 0)) keys.push({ kind: 'now', text: words.ui('picture.credits.now') });
  if (some('needed')) keys.push({ kind: 'lost', text: words.ui('picture.credits.short') });
  if (some('worst_case')) keys.push({ kind: 'risk', text: words.ui('picture.credits.worst') });
  return framed(view, 'credits', sentences, y - ROW_GAP + rest.height, [drawn, rest.drawing], legend(keys));
}

function exchanged(view: PictureView): TemplateResult | null {
  const { request, answer, words, format } = view;
  const [balance, out, from, to] = ['balance', 'credits_out', 'from_country', 'to_country'].map((name) => request.input[name]);
  if (typeof balance !== 'string' || typeof out !== 'string') return null;
  const { credits_in: received, credits_unrounded: exact, balance_after: left } = answer.figures;
  const plain = (value: OutValue | undefined): string => format.decimal(String(value));
  const [giving, receiving] = [from, to].map((code) => countryName(String(code), words.lang)) as [string, string];

  const whole = Math.max(length(balance), length(out), length(received));
  const edge = share(length(balance), whole);
  const first = labelled(0, words.ui('picture.credits.from', { country: giving }), plain(out), 'strong');
  let y = first.height;
  const drawn: Drawing[] = [
    first.drawing,
    svg`<rect class="track" x="0" width=${at(edge)} y=${y} height=${BAR} />`,
    bar(received === undefined ? 'lost' : 'main', 0, share(length(out), whole), y),
    upright('limit', edge, y - 2, y + BAR + 2),
  ];
  y += BAR;
  const keys: Key[] = received === undefined
    ? [{ kind: 'lost', text: words.ui('picture.credits.not_out') }]
    : [{ kind: 'main', text: words.ui('picture.credits.out') }, { kind: 'track', text: words.ui('picture.credits.rest') }];
  const sentences = [received === undefined
    ? words.ui('picture.credits.kept', { country: giving, balance: plain(balance) })
    : words.ui('picture.credits.from_said', { country: giving, out: plain(out), balance: plain(balance), left: plain(left) })];
  if (received !== undefined) {
    const second = labelled(y + ROW_GAP, words.ui('picture.credits.to', { country: receiving }), plain(received), 'strong');
    y += ROW_GAP + second.height;
    const [until, end] = [share(length(exact), whole), share(length(received), whole)];
    drawn.push(second.drawing, bar('third', 0, until, y), bar('exposed', until, end, y));
    y += BAR;
    keys.push({ kind: 'third', text: words.ui('picture.credits.in') });
    if (length(exact) < length(received)) keys.push({ kind: 'exposed', text: words.ui('picture.credits.up') });
    sentences.push(words.ui('picture.credits.to_said', { country: receiving, received: plain(received), exact: plain(exact) }));
  }
  return framed(view, 'credits', sentences, y + 2, drawn, legend(keys));
}
