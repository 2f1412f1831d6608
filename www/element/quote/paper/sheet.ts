// The sheet, from whom it is for down to what it rests on. Nothing on it is to be pressed, and nothing is said by a colour.

import { html, nothing, type TemplateResult } from 'lit';
import { basis } from '../../answer/document.js';
import { headOf, textOf, verdictText } from '../../answer/head.js';
import { gather, isOfSome, whereText, type Kind } from '../../answer/notes.js';
import { waysOf } from '../../answer/ways.js';
import { TONE_ICONS, type AnswerView } from '../../answer/view.js';
import { today } from '../../form/day.js';
import { show } from '../../format.js';
import { icon } from '../../icons.js';
import type { Out } from '../../types.js';
import type { Words } from '../../words.js';
import type { QuoteDocument } from '../document.js';
import { annexTemplate } from './annex.js';
import { entryPairs, entryTables, type Pair } from './entries.js';
import { letterheadTemplate, type Letterhead } from './letterhead.js';
import { tablesOf } from './lines.js';
import type { Ruler } from './ruler.js';
import { scenarioTables } from './scenarios.js';
import { tableTemplate } from './table.js';

/** What a sheet is made from. */
export interface Paper {
  view: AnswerView;
  /** The words of the sheet alone. */
  said: Words;
  quote: QuoteDocument;
  letterhead: Letterhead;
  ruler: Ruler;
  /** What tells workings, where they are wanted. */
  opened: typeof import('../../answer/opened.js') | undefined;
}

/** By this a browser calls the file that it prints into. */
export function titleOf({ words, calculator }: AnswerView, { number, title, customer }: QuoteDocument): string {
  return [number, title ?? words.calculator(calculator.calculator).title, customer].filter(Boolean).join(' ');
}

export function sheetTemplate(paper: Paper): TemplateResult {
  const { view, said, quote, opened, letterhead, ruler } = paper;
  const { words } = view;
  const tables = (all: ReturnType<typeof tablesOf>): unknown => all.map((table) => tableTemplate(view, said, ruler, table));
  return html`${letterheadTemplate(letterhead)}
    ${aboutTemplate(view, said, quote)}
    ${totalTemplate(view)}
    ${section(words.ui('dates'), listed(datesOf(view)))}
    ${section(said.ui('paper_entries'), listed(entryPairs(view)))}
    ${tables(entryTables(view))}
    ${tables(tablesOf(view))}
    ${tables(scenarioTables(view, said))}
    ${(['warnings', 'reasons', 'assumptions'] as const).map((kind) => notesTemplate(view, kind))}
    ${quote.remarks ? section(said.ui('quote_remarks'), html`<p class="remarks">${quote.remarks}</p>`) : nothing}
    <footer><p>${basis(view)}</p><p>${said.ui('paper_disclaimer')}</p></footer>
    ${opened ? annexTemplate(view, said, opened) : nothing}`;
}

const section = (title: string, inside: TemplateResult | typeof nothing): TemplateResult | typeof nothing =>
  (inside === nothing ? nothing : html`<section><h2>${title}</h2>${inside}</section>`);

function listed(pairs: Pair[], kind = ''): TemplateResult | typeof nothing {
  const said = pairs.filter(({ text }) => text);
  return said.length ? html`<dl class=${kind}>${said.map(({ label, text }) => html`<div><dt>${label}</dt><dd>${text}</dd></div>`)}</dl>` : nothing;
}

/** Whom it is for, what it is called, and what day it is about. */
function aboutTemplate({ words, format, calculator, answer }: AnswerView, said: Words, quote: QuoteDocument): TemplateResult {
  const { title, question } = words.calculator(calculator.calculator);
  const day = (date: string | undefined): string => (date === undefined ? '' : format.date(date));
  return html`${quote.title ? html`<p class="kind">${title}</p>` : nothing}<h1>${quote.title ?? title}</h1><p class="question">${question}</p>
    ${listed([
      { label: said.ui('quote_customer'), text: quote.customer ?? '' },
      { label: said.ui('quote_number'), text: quote.number ?? '' },
      { label: said.ui('quote_prepared_by'), text: quote.prepared_by ?? '' },
      { label: said.ui('quote_prepared_on'), text: day(quote.prepared_on ?? today()) },
      { label: said.ui('quote_valid_until'), text: day(quote.valid_until) },
      { label: words.name('as_of'), text: day(answer.as_of) },
      { label: words.name('currency'), text: calculator.money && answer.currency ? format.currencyLabel(answer.currency) : '' },
    ], 'about')}`;
}

/** A figure or a day with what it is called. */
function pairOf({ words, format, calculator, answer }: AnswerView, at: 'figures' | 'dates', out: Out): Pair[] {
  const { name, kind, unit } = out;
  const value = answer[at][name];
  if (kind === 'list' || value === undefined) return [];
  const text = show(out, value, words, format);
  return [{ label: words.name(name, calculator.calculator), text: unit === 'nth_year' ? words.ui('item_years', { n: text }) : text }];
}

/** What the answer comes to: first what was asked for, then the rest. */
function totalTemplate(view: AnswerView): TemplateResult {
  const { words, calculator } = view;
  const { name, isSentence, isVerdict, said, below, tone } = headOf(view);
  const shown = [...said, ...below].flatMap((piece) => (typeof piece === 'string' ? [] : [piece.name]));
  const ways = waysOf(view);
  const others = calculator.answer.figures.filter((out) => !shown.includes(out.name) && !ways.has(out.name)).flatMap((out) => pairOf(view, 'figures', out));
  const verdict = tone && !isVerdict ? verdictText(view) : '';
  const mark = tone ? html`<span class="mark">${icon(TONE_ICONS[tone])}</span>` : nothing;
  return html`<section class="total">
    ${said.length ? isSentence ? html`<p class="sentence">${isVerdict ? mark : nothing}${textOf(said)}</p>`
      : html`<div class="figure"><p>${words.name(name, calculator.calculator)}</p><p class="large">${textOf(said)}</p></div>` : nothing}
    ${below.length ? html`<p>${textOf(below)}</p>` : nothing}
    ${verdict ? html`<p class="verdict">${mark}${verdict}</p>` : nothing}
    ${listed(others, 'sums')}
  </section>`;
}

const datesOf = (view: AnswerView): Pair[] => view.calculator.answer.dates.flatMap((out) => pairOf(view, 'dates', out));

function notesTemplate(view: AnswerView, kind: Kind): TemplateResult | typeof nothing {
  const { words, answer } = view;
  // The kinds are three, and the answer has each.
  const said = gather(view, answer[kind], kind);
  if (!said.length) return nothing;
  return section(words.ui(kind), html`<ul>${said.map((note) => html`<li>${note.text}${
    isOfSome(view, note) ? html` <span class="where">${whereText(view, note)}</span>` : nothing}${
    note.clauses.size ? html` <span class="rule">${[...note.clauses].join(words.comma)}</span>` : nothing}</li>`)}</ul>`);
}
