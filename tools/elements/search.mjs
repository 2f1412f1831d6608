// <clausewise-search>, as its users see it.

import { lang } from './lang.mjs';
import { STYLE } from './look.mjs';

const place = (what, example) => ({ type: 'string', says: `Where ${what} stands, with \`{key}\` in the address, such as \`${example}\`; without it none is looked for.` });

export const search = {
  tag: 'clausewise-search',
  name: 'ClausewiseSearch',
  script: 'search.js',
  source: 'www/element/search.ts',
  says: 'Finds calculators, rules, services, countries and terms of the trade in every language, while somebody types.',

  attributes: {
    calculator: place('a calculator', '{key}.html'),
    rule: place('a rule', 'rules.html#{key}'),
    service: place('a service of the catalogue', 'services.html#{key}'),
    country: place('a country', 'countries.html#{key}'),
    glossary: place('a term of the trade', 'glossary.html#{key}'),
    lang,
  },

  properties: {},
  methods: {},
  events: {},
  slots: { '': 'What is shown until the element is ready, and where it cannot run.' },
  style: STYLE,
  parts: {},
};
