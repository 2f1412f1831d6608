// What <clausewise-terms> draws with: a file of its own in the package, fetched where a page has such an element.

export { countriesTable } from './tables/countries.js';
export { rulesTable } from './tables/rules.js';
export type { RuleFilter, RuleUse } from './tables/rules.js';
