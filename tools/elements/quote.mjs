// <clausewise-quote>, as its users see it. `type` is what a property holds, `takes` what may be set where that is more, and
// `text` what stands in markup where that is something else again.

import { lang, NAMED } from './lang.mjs';
import { PARTS, STYLE, STYLE_OF_ANSWER } from './look.mjs';

export const quote = {
  tag: 'clausewise-quote',
  name: 'ClausewiseQuote',
  script: 'element.js',
  source: 'www/element/element.ts',
  says: 'Draws a calculator’s form and its answer, and computes nothing itself.',

  attributes: {
    calculator: {
      type: "CalculatorName | ''", text: 'CalculatorName', takes: "CalculatorName | '' | null",
      says: 'Which calculator.',
    },
    lang: { ...lang, text: NAMED },
    currency: { type: 'CurrencyCode', says: 'The currency to begin with, such as `TWD`.' },
    'as-of': { property: 'asOf', type: 'IsoDate', says: 'The day to answer for, such as `2026-11-21`; without it today.' },
    request: {
      type: 'RequestDraft', takes: 'Partial<RequestDraft> | string | null', text: 'string',
      says: 'What stands in the form. In markup as JSON, or as JSON in a `<script type="application/json">` inside the element; as a property, an object. The same again changes nothing; another is taken over where it differs, so that what is being typed stays; `null` or `undefined` clears. A calculator named in it is shown until then.',
    },
    terms: {
      type: 'string | PackDocument | null', takes: 'string | PackDocument | null', text: 'string',
      says: 'Other terms than the built-in ones: the id of a pack, or the address of one as a JSON file; as a property also the pack itself.',
    },
    hide: { type: 'string', says: 'What is not shown, with blanks between: `as-of`, `currency`, `example`, `clear`.' },
    fixed: { type: 'string', says: 'The fields that stand as the page gave them and cannot be changed, with blanks between: `programme`, `lines.quantity`, `as-of`, `currency`.' },
    keep: { type: "'tab' | 'none' | ''", text: "'tab' | 'none'", says: '`none`: what a visitor has entered is gone with the page. Otherwise it is there again after a reload or Back, in the same tab, on top of the same `request`.' },
    'label-title': { property: 'labelTitle', type: 'string', says: 'A heading over the form.' },
    'label-example': { property: 'labelExample', type: 'string', says: 'Another label for the button that fills in an example.' },
    'label-clear': { property: 'labelClear', type: 'string', says: 'Another label for the button that clears the form.' },
    'paper-from': { property: 'paperFrom', type: 'string', says: 'Whose name stands above a printed sheet.' },
    'paper-logo': { property: 'paperLogo', type: 'string', says: 'The address of a picture beside that name.' },
    loading: { type: "'lazy' | 'eager' | ''", text: "'lazy' | 'eager'", says: '`lazy` loads nothing before the element is about to be seen.' },
    name: { type: 'string', says: 'The name under which the `<form>` around it sends its value.' },
    required: { type: 'boolean', says: 'The `<form>` around it is only sent with an answer.' },
    disabled: { type: 'boolean', says: 'Nothing can be changed, and the `<form>` around it sends nothing of it.' },
    rules: { type: 'string', says: 'The address of a page with all rules, such as `rules.html`: citations then lead to `rules.html#MS-UES-15`.' },
    pages: { type: 'string', says: 'Where the other calculators are, such as `{calculator}.html`: answers then lead on to them, filled in.' },
    glossary: { type: 'string', says: 'The address of a page of terms, to which a term explained beside a label then leads.' },
    tools: { type: 'string', says: 'What an answer can be taken along by, with blanks between: `link`, `print`, `files`, `workbook` (a file for spreadsheets with live formulas), `scenarios` (up to four ways of the same, side by side), `keep` (quotes stay on the visitor’s device, the one that the address names behind `#kept=` is opened, and what is entered is written into it). Without it, `print` and the calendar file.' },
    links: { type: 'boolean', says: 'A quote in the address (`#quote=`, made by the tool `link`) fills the form, and is said to be one. Implied by the tool `link`.' },
  },

  properties: {
    answer: { type: 'Frozen<Answer> | null', isReadonly: true, says: 'The answer to what stands in the form; null while there is none. It cannot be changed.' },
    refusal: { type: 'Frozen<Refusal> | null', isReadonly: true, says: 'What is wrong with what stands in the form, or missing; null where nothing is.' },
    ready: { type: 'Promise<this>', isReadonly: true, says: 'Kept, with the element, once the form can be filled in; whoever asks later finds it kept.' },
    value: { type: 'string', says: 'What a `<form>` sends: JSON of the request and its answer, without the steps; empty while there is no answer. Setting such a value brings its request back.' },
    form: { type: 'HTMLFormElement | null', isReadonly: true, says: 'The `<form>` that it belongs to.' },
    labels: { type: 'NodeList | undefined', isReadonly: true, says: 'The `<label>`s that name it.' },
    validity: { type: 'ValidityStateFlags', isReadonly: true, says: 'What keeps the `<form>` from being sent.' },
    validationMessage: { type: 'string', isReadonly: true, says: 'The same in words.' },
    willValidate: { type: 'boolean', isReadonly: true, says: 'Whether the `<form>` asks it at all.' },
  },

  methods: {
    focus: { isNative: true, type: '(options?: FocusOptions) => void', says: 'Goes to the first field that is still needed, else to the first; also before there is a form.' },
    retry: { type: '() => void', says: 'Loads and works out once more what failed.' },
    checkValidity: { type: '() => boolean', says: 'Whether the `<form>` may be sent.' },
    reportValidity: { type: '() => boolean', says: 'The same, and shows the visitor what is missing.' },
  },

  events: {
    'clausewise-ready': { detail: 'null', says: 'The form is there to be filled in.' },
    'clausewise-error': { detail: 'ClausewiseError', says: 'Something failed: `detail.reason` says what, `detail.message` what to do about it.' },
    'clausewise-answer': { detail: 'ClausewiseAnswer', says: 'After every change, also of a form that is not complete yet. It is told at the element alone: what a visitor enters is nobody else’s business.' },
    'clausewise-use': { detail: 'ClausewiseUse', bubbles: true, says: 'For statistics: which calculator, which verdict, how many lines, and nothing that was entered. It bubbles.' },
  },

  slots: {
    '': 'What is shown until the element is ready, and where it cannot run.',
    actions: 'Shown once there is an answer: a button that orders, a link to a form.',
    imprint: 'Not shown: its text stands above a printed sheet, such as an address and a number to call.',
  },

  style: { ...STYLE, ...STYLE_OF_ANSWER },
  parts: PARTS,
};
