// The answer, from the figure asked for down to what it rests on.

import { html, nothing, type TemplateResult } from 'lit';
import { picture } from '../pictures/index.js';
import { basis } from './document.js';
import { isByHeadline, pairs } from './headline.js';
import { scenarios, toolButtons, toolPanel } from '../quote/tools.js';
import { isCatalogue, linesTemplate, listsTemplate } from './lines.js';
import { notesTemplate } from './notes.js';
import { onwardTemplate } from './onward.js';
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
      ${toolButtons(view)}
    </div>
    ${toolPanel(view)}
    ${scenarios(view)}
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

/** The list stands last; whoever wants to search it need not scroll past everything. */
const toList = ({ currentTarget }: Event): void =>
  ((currentTarget as HTMLElement).getRootNode() as ShadowRoot).querySelector<HTMLElement>('[data-filter]')?.focus();
