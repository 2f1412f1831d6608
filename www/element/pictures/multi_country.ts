// Several countries: a row for each service, a cell for each location, and in it whether its staff may use the service.

import { html, svg, type TemplateResult } from 'lit';
import type { OutValue, OutValues, PictureView } from '../types.js';
import { at, bar, fitColumns, framed, labelled, legend, more, moreText, TEXT_ROW, type Drawing, type Key } from './drawing.js';

/** Beyond so many a phone has no room for their names, and beyond so many services nobody looks for one. */
const LOCATIONS = 10;
const SERVICES = 12;

const CELL = 22;
const ROW_GAP = 8;

const LOOKS = {
  eligible: { kind: 'main', sign: '✓', text: 'yes' },
  refer: { kind: 'risk', sign: '?', text: 'ask' },
  ineligible: { kind: 'track', sign: '–', text: 'no' },
} as const;

const lookOf = (use: OutValues | undefined): (typeof LOOKS)[keyof typeof LOOKS] =>
  LOOKS[use?.['verdict'] as keyof typeof LOOKS] ?? LOOKS.ineligible;

const usesOf = (value: OutValue | undefined): OutValues[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'object') : [];

export function multi_country(view: PictureView): TemplateResult | null {
  const { answer, words, format } = view;
  const lines = answer.lines.slice(0, SERVICES);
  const columns = usesOf(lines[0]?.['use']).slice(0, LOCATIONS);
  if (!columns.length) return null;
  const say = (key: string, values?: Record<string, string>): string => words.ui(`picture.multi_country.${key}`, values);

  const size = 1 / columns.length;
  const middle = (index: number): number => (index + 0.5) * size;
  const drawn: Drawing[] = [];
  const sentences: string[] = [];
  let y = 0;

  // Where the names do not fit over their columns there are numbers, and the names stand below.
  const names = columns.map(({ location }) => String(location));
  const fit = fitColumns(names);
  columns.forEach(({ role }, index) => {
    const [name, number] = [names[index] ?? '', format.count(index + 1)];
    const look = `middle ${role === 'elsewhere' ? 'quiet' : 'strong'}`;
    const write = (where: string, fits: boolean): Drawing =>
      svg`<text class="${look} ${where}" x=${at(middle(index))} y="14">${fits ? name : number}</text>`;
    drawn.push(write('narrow', fit.narrow), write('broad', fit.broad));
  });
  y += TEXT_ROW + 2;

  for (const line of lines) {
    const service = words.choice('service', String(line['service']));
    const bought = line['bought_for'];
    const name = labelled(y, service, typeof bought === 'string' ? say('for', { location: bought }) : '');
    drawn.push(name.drawing);
    y += name.height + 2;
    const uses = usesOf(line['use']);
    columns.forEach((_, index) => {
      const { kind, sign } = lookOf(uses[index]);
      drawn.push(
        bar(kind, index * size, (index + 1) * size, y, CELL),
        index ? svg`<line class="gap" x1=${at(index * size)} x2=${at(index * size)} y1=${y} y2=${y + CELL} />` : '',
        svg`<text class="middle ${kind === 'main' ? 'mark-text' : ''}" x=${at(middle(index))} y=${y + 16}>${sign}</text>`,
      );
    });
    y += CELL + ROW_GAP;
    const said = uses.map((use) => say('at', { location: String(use['location']), use: say(lookOf(use).text) }));
    sentences.push(say('line', { service, uses: said.join(words.locale.semicolon) }));
  }

  const rest = more(view, answer.lines.length - lines.length, y - ROW_GAP / 2);
  sentences.push(...rest.sentence);
  const shown = lines.flatMap((line) => usesOf(line['use']).slice(0, LOCATIONS).map(lookOf));
  const keys: Key[] = Object.values(LOOKS).filter((look) => shown.includes(look)).map(({ kind, sign, text }) => ({ kind, text: `${sign} ${say(text)}` }));
  const hidden = moreText(view, usesOf(lines[0]?.['use']).length - columns.length);
  const named = fit.narrow ? '' : html`<ol class="named ${fit.broad ? 'narrow' : ''}">${names.map((name) => html`<li><span>${name}</span></li>`)}</ol>`;
  return framed(view, 'multi_country', sentences, y - ROW_GAP + rest.height, [drawn, rest.drawing], html`${legend(keys)}${named}${hidden ? html`<p class="keys">${hidden}</p>` : ''}`);
}
