// The page that first figures are measured against: the same cancellation as rules of publicodes, in a form of React, with
// the figure's explanation one click away by the components that publicodes has for it.

import { RulePage } from '@publicodes/react-ui';
import Engine from 'publicodes';
import { createElement as h, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { RULES, situationOf } from '../publicodes/cancellation.mjs';

const FIGURES = ['refund', 'charge', 'charge percent', 'days ahead'];
const FIELDS = [['fee', 'Fee', 'text'], ['cancelled_on', 'Cancelled on', 'date'], ['starts_on', 'Starts on', 'date']];
const DOCUMENTATION = '/doc';
const GIVEN = JSON.parse(document.querySelector('script[type="application/json"]').textContent);

const shown = ({ nodeValue, unit }) =>
  (unit?.numerators.includes('USD') ? nodeValue.toLocaleString('en', { style: 'currency', currency: 'USD' }) : `${nodeValue} ${unit?.numerators.join() ?? ''}`);

const Link = ({ to, children }) => h('a', { href: to }, children);

function Page() {
  const [given, change] = useState(GIVEN);
  const [explained, explain] = useState();
  const engine = useMemo(() => new Engine(RULES, { warn: false }), []);
  engine.setSituation(situationOf(given));
  return h('main', {},
    h('h1', {}, 'Cancellation'),
    h('form', {}, FIELDS.map(([name, label, type]) => h('label', { key: name }, label,
      h('input', { type, value: given[name], onChange: ({ target }) => change({ ...given, [name]: target.value }) })))),
    h('dl', {}, FIGURES.flatMap((figure) => [
      h('dt', { key: `${figure} name` }, figure),
      h('dd', { key: figure }, h('button', { 'data-figure': figure, onClick: () => explain(figure) }, shown(engine.evaluate(figure)))),
    ])),
    explained && h(RulePage, { engine, rulePath: explained, documentationPath: DOCUMENTATION, language: 'en', renderers: { Link } }));
}

createRoot(document.querySelector('#page')).render(h(Page));
