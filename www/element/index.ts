// What a page loads: defines the elements, once.

import { ClausewiseQuote } from './element.js';
import { ClausewiseTerms } from './overview.js';

if (!customElements.get('clausewise-quote')) customElements.define('clausewise-quote', ClausewiseQuote);
if (!customElements.get('clausewise-terms')) customElements.define('clausewise-terms', ClausewiseTerms);

export { ClausewiseQuote, ClausewiseTerms };
