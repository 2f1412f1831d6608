// Where parts of others lie in the package, as far as they are in many files alike.

/** The cores as WebAssembly. */
export const CORES = ['clausewise_bg.wasm', 'only/*_bg.wasm'];

/** What opens them. */
export const OPENERS = ['clausewise.js', 'only/*.js'];

/** What writes workbooks and what reads them, and what opens each. */
export const WORKBOOK = ['workbook_bg.wasm'];
export const WORKBOOK_OPENER = ['workbook.js'];
export const SHEETS = ['sheets_bg.wasm'];
export const SHEETS_OPENER = ['sheets.js'];
