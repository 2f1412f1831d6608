// The answer, from the figure asked for down to what it rests on.

import { html, nothing, type TemplateResult } from 'lit';
import { picture } from '../pictures/index.js';
import { basis } from './document.js';
import { isByHeadline, pairs } from './headline.js';
import { hasDays, keep } from '../kept.js';
import { isCatalogue, linesTemplate, listsTemplate } from './lines.js';
import { notesTemplate } from './notes.js';
import { onwardTemplate } from './onward.js';
import { part } from '../part.js';
import { documentOf as quoteOf } from '../quote/document.js';
import type { AnswerView } from './view.js';
import { waysTemplate } from './ways.js';
import { everyWorking } from './working.js';

/** Everything below the headline. */
export function detailTemplate(view: AnswerView): TemplateResult {
  const { calculator, words, format, request, answer, pack, allOpen, toggleAll } = view;
  const drawn = picture({ calculator: calculator.calculator, request, answer, get steps() { return view.steps; }, get firstSteps() { return view.firstSteps; }, pack, words, format });
  // What is said of the one asked about, and first why, comes before everything that may be asked about.
  const catalogue = isCatalogue(view);
  const dates = pairs(view, 'dates', calculator.answer.dates.filter((out) => !isByHeadline(view, out) && out.name !== calculator.answer.headline));
  return html`<div class="detail" part="detail">
    <div class="bar actions">
      ${onwardTemplate(view)}
      ${catalogue ? html`<button type="button" part="button" class="quiet" data-act="list" @click=${toList}>${words.ui('to_list')}</button>` : nothing}
      <button type="button" part="button" class="quiet" data-act="workings" aria-pressed=${allOpen ? 'true' : 'false'} @click=${toggleAll}>${
        words.ui(allOpen ? 'working_none' : 'working_all')}</button>
      ${hasDays(view) ? html`<button type="button" part="button" class="quiet" data-act="calendar" @click=${() => void keep(view)}>${
        words.ui('calendar')}</button>` : nothing}
      <button type="button" part="button" class="quiet" data-act="print" @click=${(event: Event) => void paper(view, event)}>${words.ui('print')}</button>
    </div>
    ${drawn ? html`<div class="picture" part="picture">${drawn}</div>` : nothing}
    ${waysTemplate(view)}
    ${catalogue ? notesTemplate(view, ['reasons']) : linesTemplate(view)}
    ${listsTemplate(view)}
    ${dates === nothing ? nothing : html`<section class="dates"><h2>${words.ui('dates')}</h2>${dates}</section>`}
    ${catalogue ? html`${notesTemplate(view, ['warnings', 'assumptions'])}${linesTemplate(view)}` : notesTemplate(view)}
    ${everyWorking(view)}
    <p class="basis">${basis(view)}</p>
  </div>`;
}

/** A sheet of its own, with every working where those are shown, is fetched when it is first wanted; where it does not arrive, the page itself serves. */
async function paper(view: AnswerView, { currentTarget }: Event): Promise<void> {
  const { host } = (currentTarget as HTMLElement).getRootNode() as ShadowRoot;
  const sheet = await part(() => import('../quote/paper/paper.js')).catch(() => undefined);
  if (sheet) await sheet.printQuote(view, quoteOf(view, {}), host as HTMLElement, { workings: view.allOpen });
  else print();
}

/** The list stands last; whoever wants to search it need not scroll past everything. */
const toList = ({ currentTarget }: Event): void =>
  ((currentTarget as HTMLElement).getRootNode() as ShadowRoot).querySelector<HTMLElement>('[data-filter]')?.focus();
