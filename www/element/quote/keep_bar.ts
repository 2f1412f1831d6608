// The bar above the form that says which quote is open, under which name, and what has to be known or decided of it.

import { html, nothing, type TemplateResult } from 'lit';
import { lateStyles } from '../late_styles.js';
import type { Words } from '../words.js';
import type { Keeping } from './keep.js';
import css from './keep_bar.css';
import { LONGEST_NAME } from './store/record.js';

/** Looks that only those who keep quotes need come with them. */
export const adoptStyles = lateStyles(css);

export function barTemplate(keeping: Keeping, words: Words, pages: string, isSaid: boolean): TemplateResult {
  const { opened, conflict, note, elsewhere } = keeping;
  const name = opened?.name ?? '';
  const said = conflict ? words.ui(conflict.theirs ? 'kept.changed_elsewhere' : 'kept.removed_elsewhere', { name }) : note ? words.ui(`kept.note.${note}`, { name }) : '';
  const button = (act: string, key: string, pressed: () => void): TemplateResult =>
    html`<button type="button" part="button" data-act=${act} @click=${pressed}>${words.ui(key)}</button>`;
  return html`<div class="kept ${conflict || (note && !['kept', 'followed', 'left'].includes(note)) ? 'ask' : ''}" part="kept" role="group" aria-label=${words.ui('kept.open_quote')} lang=${words.locale.tag}>
    ${opened && keeping.isOpen && !conflict ? html`<label for="kept-name">${words.ui('kept.as')}</label>
      <input id="kept-name" part="input" maxlength=${LONGEST_NAME} autocomplete="off" spellcheck="false" enterkeyhint="done" .value=${name}
        @change=${({ target }: Event) => keeping.rename((target as HTMLInputElement).value)} @keydown=${(event: KeyboardEvent) => leaveOnEnter(event, keeping)}>` : nothing}
    <p role="status">${isSaid ? said : nothing}</p>
    ${elsewhere && pages ? html`<a data-act="open-there" href=${`${pages.replace('{calculator}', () => encodeURIComponent(elsewhere.calculator))}#kept=${elsewhere.id}`}>${words.ui('kept.open_there')}</a>` : nothing}
    ${conflict ? html`<div class="bar">
      ${button('keep-mine', conflict.theirs ? 'kept.keep_mine' : 'kept.keep_again', () => void keeping.keepMine())}
      ${button('take-theirs', conflict.theirs ? 'kept.take_theirs' : 'kept.let_go', () => keeping.takeTheirs())}</div>` : nothing}
  </div>`;
}

/** Firefox tells of no change where a script takes the focus away. */
function leaveOnEnter({ key, target, isComposing }: KeyboardEvent, keeping: Keeping): void {
  if (key !== 'Enter' || isComposing) return;
  keeping.rename((target as HTMLInputElement).value);
  (target as HTMLElement).blur();
}
