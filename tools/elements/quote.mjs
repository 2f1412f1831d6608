// <clausewise-quote>, as its users see it. `type` is what a property holds, `takes` what may be set where that is more, and
// `text` what stands in markup where that is something else again.

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
    lang: { type: 'string', isNative: true, says: '`en` or `zh-Hant`; without it the language of the page, also when that changes.' },
    currency: { type: 'CurrencyCode', says: 'The currency to begin with, such as `TWD`.' },
    'as-of': { property: 'asOf', type: 'IsoDate', says: 'The day to answer for, such as `2026-11-21`; without it today.' },
    request: {
      type: 'RequestDraft', takes: 'Partial<RequestDraft> | string | null', text: 'string',
      says: 'What stands in the form. In markup as JSON, or as JSON in a `<script type="application/json">` inside the element; as a property, an object. The same again changes nothing, another is taken over field by field, and `null` or `undefined` clears.',
    },
    terms: {
      type: 'string | PackDocument', takes: 'string | PackDocument | null', text: 'string',
      says: 'Other terms than the built-in ones: the id of a pack, or the address of one as a JSON file; as a property also the pack itself.',
    },
    hide: { type: 'string', says: 'What is not shown, with blanks between: `as-of`, `currency`, `example`, `clear`.' },
    fixed: { type: 'string', says: 'The fields that stand as given and cannot be changed, by their names and with blanks between; `as-of` and `currency` too.' },
    'label-title': { property: 'labelTitle', type: 'string', says: 'A heading over the form.' },
    'label-example': { property: 'labelExample', type: 'string', says: 'Another label for the button that fills in an example.' },
    'label-clear': { property: 'labelClear', type: 'string', says: 'Another label for the button that clears the form.' },
    loading: { type: "'lazy' | 'eager' | ''", text: "'lazy' | 'eager'", says: '`lazy` waits until the element is about to be seen.' },
    name: { type: 'string', says: 'The name under which it belongs to the `<form>` around it: its value is the request as JSON.' },
    required: { type: 'boolean', says: 'Whether the `<form>` around it may only be sent with an answer.' },
    rules: { type: 'string', says: 'The address of a page with all rules, such as `rules.html`: citations then lead to `rules.html#MS-UES-15`.' },
    pages: { type: 'string', says: 'Where the other calculators are, such as `{calculator}.html`: answers then lead on to them, filled in.' },
    glossary: { type: 'string', says: 'The address of a page of terms, to which a term explained beside a label then leads.' },
  },

  properties: {
    answer: { type: 'Frozen<Answer> | null', isReadonly: true, says: 'The answer to what stands in the form; null while there is none. It cannot be changed.' },
    refusal: { type: 'Frozen<Refusal> | null', isReadonly: true, says: 'What is wrong with what stands in the form, or missing; null when there is an answer.' },
    ready: { type: 'Promise<void>', isReadonly: true, says: 'Settled once the form is there to be filled in, or refused where it cannot be.' },
  },

  methods: {
    focus: { isNative: true, type: '(options?: FocusOptions) => void', says: 'Goes to the first field that has something wrong, or else to the first.' },
    retry: { type: '() => void', says: 'Loads once more what could not be loaded.' },
  },

  events: {
    'clausewise-ready': { detail: 'null', says: 'The form is there to be filled in.' },
    'clausewise-error': { detail: 'ClausewiseError', says: 'It cannot start; `detail.reason` says why, and `detail.message` what to do about it.' },
    'clausewise-answer': { detail: 'ClausewiseAnswer', says: 'After every change, also of a form that is not complete yet. It is told at the element alone: what a visitor enters is nobody else’s business.' },
    'clausewise-use': { detail: 'ClausewiseUse', bubbles: true, says: 'For statistics: which calculator, which verdict, how many lines, and nothing that was entered. It bubbles.' },
  },

  slots: {
    '': 'What is shown until the element is ready, and where it cannot run.',
    actions: 'Shown once there is an answer: a button that orders, a link to a form.',
  },

  style: { ...STYLE, ...STYLE_OF_ANSWER },
  parts: PARTS,
};
