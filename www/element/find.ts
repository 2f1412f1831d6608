// What <clausewise-search> finds with: a file of its own in the package, fetched once somebody is about to type.

export { buildIndex } from './search/find.js';
export { Words } from './words.js';
