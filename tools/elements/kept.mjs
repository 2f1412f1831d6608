// <clausewise-kept>, as its users see it.

import { lang } from './lang.mjs';
import { STYLE } from './look.mjs';

export const kept = {
  tag: 'clausewise-kept',
  name: 'ClausewiseKept',
  script: 'kept.js',
  source: 'www/element/kept_quotes.ts',
  says: 'Lists the quotes that a visitor keeps on the device: to search, sort, open, rename, duplicate, delete, hand out as a file and take in from one.',

  attributes: {
    link: { type: 'string', says: 'Where a calculator’s page is, such as `{calculator}.html`: a quote is opened there, by `#kept=` and its id. Without it none can be opened.' },
    lang,
  },

  properties: {},
  methods: {},
  events: {},
  slots: { '': 'What is shown until the element is ready, and where it cannot run.' },
  style: STYLE,
  parts: {},
};
