// What an answer can be taken along by: `tools="link print keep scenarios workbook files"`, below the headline. What each of them needs
// comes when it is pressed.

import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { AnswerView } from '../answer/view.js';
import { today } from '../form/day.js';
import { complain } from '../host/complain.js';
import { download, fileOf } from '../download.js';
import { troubleTemplate } from '../fallback.js';
import { hasDays, keep } from '../kept.js';
import { quoteWords } from '../late_words.js';
import { Late } from '../late.js';
import { sameness } from '../page/given.js';
import { part } from '../part.js';
import type { Words } from '../words.js';
import { documentOf, isDay, NAMES, TEXTS, type QuoteDocument, type TextName, type Texts } from './document.js';
import type { Linked } from './linked.js';
import { about, offered } from './made.js';
import { besideIn, hasRoom, keepBeside } from './scenarios/beside.js';
import { letterOf } from './scenarios/letters.js';
import { adoptStyles } from './tools_styles.js';

const KNOWN = ['link', 'keep', 'print', 'scenarios', 'workbook', 'files'] as const;
type Tool = (typeof KNOWN)[number];

/** The texts that a person writes; the day on which that was done is told by itself. */
const WRITTEN = NAMES.filter((name) => name !== 'prepared_on');

/** What somebody is about to do with the answers of one element, and what it is to say to people. */
class Travelling {
  open: 'link' | 'files' | 'texts' | undefined;
  /** The answer as a link, made for one document. */
  linked: { of: string; link: Linked | undefined } | undefined;
  said = '';
  isTrouble = false;
  /** What is said in `tools` that there is not, once. */
  told = '';
}

const all = new WeakMap<HTMLElement, Travelling>();

function of(host: HTMLElement): Travelling {
  let own = all.get(host);
  if (!own) all.set(host, own = new Travelling());
  return own;
}

/** What was written for the documents of a matter; of a kept quote that is open, what it says. */
function textsOf({ matter, opened: { keeping } }: Written): Texts {
  const { id, document } = (keeping?.isOpen && keeping.opened) || { id: '', document: {} };
  const own = about(matter);
  if (own.keptId !== id) {
    // What was written for an answer goes into the quote that is made of it.
    const said: Texts = Object.fromEntries(WRITTEN.flatMap((name) => (id && document[name] !== undefined ? [[name, document[name]]] : [])));
    own.texts = { ...(own.keptId ? {} : own.texts), ...said };
    own.keptId = id;
  }
  return own.texts;
}

type Written = Pick<AnswerView, 'matter' | 'opened'>;

/** The document of the answer that stands there, with what was written for it. */
export const standing = (view: AnswerView): QuoteDocument => documentOf(view, { prepared_on: today(), ...textsOf(view) });

/** The same with how each figure was found. */
export function whole(view: AnswerView): QuoteDocument {
  const document = standing(view);
  return { ...document, answer: { ...document.answer, steps: [...view.steps.values()] } };
}

function toolsOf({ tools, host }: AnswerView): ReadonlySet<Tool> {
  const own = of(host);
  const named = offered(tools);
  const unknown = named.filter((word) => !(KNOWN as readonly string[]).includes(word)).join(', ');
  if (unknown !== own.told) {
    own.told = unknown;
    if (unknown) complain(`tools="${tools}": there is no ${unknown}, but ${KNOWN.join(', ')}`);
  }
  return new Set(named as Tool[]);
}

/** A sheet of its own, with every working where those are shown, is fetched when it is first wanted; where it does not arrive, the page itself serves. */
async function paper(view: AnswerView): Promise<void> {
  const loads = Promise.all([part(() => import('./paper/paper.js')), quoteWords.load(view.words.lang)]);
  const [sheet, said] = await loads.catch(() => []);
  if (sheet && said) await sheet.printQuote(view, standing(view), view.host, said, { workings: view.allOpen });
  else print();
}

/** What makes a workbook, and what writes it, is fetched with the first one. */
async function workbook(view: AnswerView): Promise<void> {
  const { workbookOf } = await part(() => import('../workbook/workbook.js'));
  const document = whole(view);
  const { calculator, pack, words, format } = view;
  const said = quoteWords.in(words.lang, () => undefined);
  const beside = said && besideIn(view) ? (await part(() => import('./scenarios/workbook.js'))).besideView(view, said) : undefined;
  const asked = { calculator, pack, words, format, request: view.request, answer: document.answer, texts: document, beside };
  download(await workbookOf(asked), fileOf(view.answer, 'xlsx'));
}

/** What shows scenarios beside each other comes with the first of them. */
const side = new Late(() => import('./scenarios/panel.js'));

/** Scenarios, where there are any: also those that a link or a kept quote has brought. */
export function scenarios(view: AnswerView): TemplateResult | typeof nothing {
  const { host } = view;
  if (!besideIn(view) && !about(view.matter).removed) return nothing;
  const words = quoteWords.in(view.words.lang, () => host.requestUpdate());
  const load = (): void => void side.load().then((isNew) => {
    if (isNew) host.requestUpdate();
    // Where the network is away, it is asked for again once that is back.
    if (side.failure) addEventListener('online', load, { once: true });
  });
  if (!side.there && !side.failure) load();
  adoptStyles(host);
  if (side.failure) return troubleTemplate(side.failure, view.words.lang, load);
  return words ? (side.there?.scenariosTemplate(view, words) ?? nothing) : nothing;
}

const NONE: ReadonlySet<Tool> = new Set();

/** The words for them, which come with them: in another language once that is there. */
const wordsOf = ({ words, host, tools }: AnswerView): Words | undefined => 
  (tools ? quoteWords.in(words.lang, () => host.requestUpdate()) : undefined);

const downloadJson = (view: AnswerView): void =>
  download(new Blob([JSON.stringify(whole(view), undefined, 1)], { type: 'application/json' }), fileOf(view.answer, 'json'));

/** The buttons; without `tools` those that stand in every page. */
export function toolButtons(view: AnswerView): TemplateResult {
  const { host } = view;
  const state = of(host);
  const { words: own } = view;
  const words = wordsOf(view);
  const tools = words ? toolsOf(view) : NONE;
  if (tools.size) adoptStyles(host);
  const quiet = (act: string, label: string, click: () => void, expanded?: boolean): TemplateResult =>
    html`<button type="button" part="button" class="quiet" data-act=${act} aria-expanded=${expanded === undefined ? nothing : String(expanded)} @click=${click}>${label}</button>`;
  const turn = (which: 'link' | 'files' | 'texts') => (): void => {
    state.open = state.open === which ? undefined : which;
    state.said = '';
    host.requestUpdate();
  };
  // For who asks when to give notice the dates are the answer: they stand in the open, whatever else is offered.
  const calendar = hasDays(view) ? quiet('calendar', own.ui('calendar'), () => void keep(view)) : nothing;
  const printing = view.tools && !offered(view.tools).includes('print') ? nothing : quiet('print', own.ui('print'), () => void paper(view));
  if (!words || !tools.size) return html`${calendar}${printing}`;
  return html`
    ${tools.has('link') ? quiet('link', words.ui('link'), turn('link'), state.open === 'link') : nothing}
    ${tools.has('keep') ? view.opened.button(view, textsOf(view)) : nothing}
    ${tools.has('scenarios') && hasRoom(view) ? quiet('scenario', words.ui('scenario_keep', { letter: letterOf((besideIn(view)?.scenario ?? 1) - 1) }), () => {
      keepBeside(view);
      // With the last one the button goes.
      if (!hasRoom(view)) void host.updateComplete.then(() => host.shadowRoot?.querySelector<HTMLElement>('.scenarios h2')?.focus());
    }) : nothing}
    ${tools.has('workbook') && view.request.steps !== false ? quiet('workbook', words.ui('workbook'), () => void workbook(view).catch((reason: unknown) => {
      console.warn('clausewise-quote:', reason);
      state.open ??= 'files';
      say(view, words.ui('files_failed'), true);
    })) : nothing}
    ${tools.has('files') ? quiet('files', words.ui('files'), turn('files'), state.open === 'files') : nothing}
    ${calendar}
    ${quiet('texts', words.ui('texts'), turn('texts'), state.open === 'texts')}
    ${printing}`;
}

/** What stands below the buttons while one of them is open. */
export function toolPanel(view: AnswerView): TemplateResult | typeof nothing {
  const { host } = view;
  const own = of(host);
  const { open } = own;
  const words = wordsOf(view);
  if (!open || !words) return nothing;
  const said = html`<p role="status" class=${own.isTrouble ? 'warn' : ''}>${own.said}</p>`;
  const inner = open === 'texts' ? textsTemplate(view, words) : open === 'files' ? filesTemplate(view, words) : linkPanel(view, words);
  return html`<section class="travel" part="travel" aria-label=${words.ui(open)} @keydown=${(event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
    event.preventDefault();
    const act = open;
    own.open = undefined;
    host.requestUpdate();
    void host.updateComplete.then(() => host.shadowRoot?.querySelector<HTMLElement>(`.actions [data-act="${act}"]`)?.focus());
  }}><h2>${words.ui(open)}</h2>${inner}${said}</section>`;
}

function say({ host }: AnswerView, text: string, isTrouble = false): void {
  const own = of(host);
  [own.said, own.isTrouble] = [text, isTrouble];
  host.requestUpdate();
}

function textsTemplate(view: AnswerView, words: Words): TemplateResult {
  const { host } = view;
  const texts = textsOf(view);
  const write = (which: TextName) => ({ target }: Event): void => {
    const { value } = target as HTMLInputElement;
    if (value) texts[which] = value;
    else delete texts[which];
    view.opened.keeping?.say(Object.fromEntries(WRITTEN.map((name) => [name, texts[name] ?? ''])));
    host.requestUpdate();
  };
  return html`<p class="beside">${words.ui('texts_hint')}</p><div class="cells">${WRITTEN.map((which) => {
    const id = `quote-${which}`;
    const value = live(texts[which] ?? '');
    return html`<div class="field ${which === 'remarks' ? 'wide' : ''}"><label for=${id}>${words.ui(`quote_${which}`)}</label>${which === 'remarks'
      ? html`<textarea id=${id} part="input" data-text=${which} rows="3" maxlength=${TEXTS[which]} .value=${value} @input=${write(which)}></textarea>`
      : html`<input id=${id} part="input" data-text=${which} type=${isDay(which) ? 'date' : 'text'} maxlength=${TEXTS[which]} autocomplete="off" .value=${value} @input=${write(which)}>`}</div>`;
  })}</div>`;
}

function filesTemplate(view: AnswerView, words: Words): TemplateResult {
  const button = (act: string, click: () => unknown): TemplateResult =>
    html`<button type="button" part="button" class="quiet" data-act=${act} @click=${click}>${words.ui(act)}</button>`;
  const trouble = (): void => say(view, words.ui('files_failed'), true);
  const tables = () => part(() => import('./table.js'));
  return html`<div class="bar">
    ${button('file_csv', () => tables().then(({ csvOf }) => download(csvOf(view), fileOf(view.answer, 'csv')), trouble))}
    ${button('file_json', () => downloadJson(view))}
    ${button('copy_table', () => tables().then(({ copyTable }) => copyTable(view)).then(() => say(view, words.ui('copied_table')), () => say(view, words.ui('copy_failed'), true)))}
  </div>`;
}

/** The link is made as soon as its panel opens: a browser lets a page write what is copied only at the very press. */
function linkPanel(view: AnswerView, words: Words): TemplateResult {
  const { host } = view;
  const own = of(host);
  const document = standing(view);
  const key = sameness(document);
  if (own.linked?.of !== key) {
    const made = own.linked = { of: key, link: undefined as Linked | undefined };
    part(() => import('./linked.js')).then(({ linked }) => linked(document, location.href)).then((link) => {
      made.link = link;
      host.requestUpdate();
    }, () => say(view, words.ui('link_failed'), true));
  }
  const { link } = own.linked;
  if (!link) return html`<p role="status">${words.ui('link_making')}</p>`;
  const { address, code, isFine } = link;
  if (address === undefined) {
    return html`<p class="warn" role="status">${words.ui('link_too_long')}</p><div class="bar"><button type="button" part="button" class="quiet" data-act="file_json" @click=${() => downloadJson(view)}>${words.ui('file_json')}</button></div>`;
  }
  const copy = (): void => {
    const fallback = (): void => {
      host.shadowRoot?.querySelector<HTMLInputElement>('[data-link]')?.select();
      say(view, words.ui('copy_failed'), true);
    };
    try {
      navigator.clipboard.writeText(address).then(() => say(view, words.ui('link_copied')), fallback);
    } catch {
      fallback();
    }
  };
  const share = (): void => {
    navigator.share({ title: textsOf(view).title ?? view.words.calculator(view.answer.calculator).title, url: address }).catch((reason: unknown) => {
      // Whoever changes his mind has done nothing wrong.
      if (!(reason instanceof DOMException) || reason.name !== 'AbortError') say(view, words.ui('share_failed'), true);
    });
  };
  const warned = view.isBrought ? html`<p class="warn">${words.ui('link_terms')}</p>` : nothing;
  return html`<p class="beside">${words.ui('link_hint')}</p>${warned}
    <div class="bar link"><input part="input" readonly data-link aria-label=${words.ui('link')} .value=${address} @focus=${({ target }: Event) => (target as HTMLInputElement).select()}>
      <button type="button" part="button" data-act="copy_link" @click=${copy}>${words.ui('copy_link')}</button>
      ${'share' in navigator ? html`<button type="button" part="button" class="quiet" data-act="share" @click=${share}>${words.ui('share')}</button>` : nothing}</div>
    ${code ? html`<figure class="code ${isFine ? 'fine' : ''}">${code}<figcaption>${words.ui(isFine ? 'code_fine' : 'code_hint')}</figcaption></figure>` : html`<p class="beside">${words.ui('code_too_long')}</p>`}`;
}
