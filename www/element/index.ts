// The script that a page names: defines the elements, once. On a server, where there is nothing to define them in, importing
// it does nothing.

import { setBasePath } from './base.js';
import { define } from './define.js';
import { ClausewiseQuote } from './element.js';
import { ClausewiseTerms } from './overview.js';

define('clausewise-quote', ClausewiseQuote);
define('clausewise-terms', ClausewiseTerms);

export { ClausewiseQuote, ClausewiseTerms, setBasePath };
