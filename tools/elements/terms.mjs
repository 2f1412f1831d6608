// <clausewise-terms>, as its users see it.

import { lang } from './lang.mjs';
import { STYLE } from './look.mjs';

export const terms = {
  tag: 'clausewise-terms',
  name: 'ClausewiseTerms',
  script: 'element.js',
  source: 'www/element/overview.ts',
  says: 'Shows what the documents say, to be searched and sifted: every rule, the terms country by country, or the terms of the trade. What the page’s address names behind `#` (a rule, a country’s code, a term’s key) is gone to.',

  attributes: {
    show: { type: "'rules' | 'countries' | 'glossary'", says: 'What is shown; without it `rules`.' },
    lang,
    pack: { type: 'string', says: 'Whose terms by country; without it those of the licence, `ibm-ilan`.' },
    link: { type: 'string', says: 'Where a calculator’s page is, such as `{calculator}.html`; without it calculators are named and lead nowhere.' },
    rules: { type: 'string', says: 'The address of the page of all rules, to which the clauses of a country lead.' },
  },

  properties: {},
  methods: {},
  events: {},
  slots: { '': 'What is shown until the element is ready, and where it cannot run.' },
  style: STYLE,
  parts: {},
};
