// What a page loads: defines the element, once.

import { ClausewiseQuote } from './element.js';

if (!customElements.get('clausewise-quote')) customElements.define('clausewise-quote', ClausewiseQuote);

export { ClausewiseQuote };
