export { ClausewiseTerms, setBasePath } from './element.js';
