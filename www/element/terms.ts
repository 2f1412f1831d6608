// Defines <clausewise-terms>. A file of its own in the package: few pages have such an element, and those that do get
// it by the script that every page loads.

import { ClausewiseTerms } from './overview.js';

if (!customElements.get('clausewise-terms')) customElements.define('clausewise-terms', ClausewiseTerms);

export { ClausewiseTerms };
