// What a page loads: defines the elements, once. Tables of terms stand on few pages, and are fetched for those.

import { ClausewiseQuote } from './element.js';

if (!customElements.get('clausewise-quote')) customElements.define('clausewise-quote', ClausewiseQuote);
if (document.querySelector('clausewise-terms')) void import('./terms.js');

export { ClausewiseQuote };
