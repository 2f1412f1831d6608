// The custom element `<clausewise-terms>`, for whoever wants it by its own name. Do not edit here.

export { ClausewiseTerms, setBasePath } from './element.js';
