// What <clausewise-terms> draws with: a file of its own in the package, fetched where a page has such an element.

export { countriesIn, countriesTable } from './tables/countries.js';
export { glossaryList } from './tables/glossary.js';
export { rulesTable } from './tables/rules.js';
export type { RuleFilter } from './tables/rules.js';
