// Modules that tools/made.mjs makes.

/** The build that all files of the package belong to. */
declare module 'clausewise:build' {
  const build: string;
  export default build;
}

/** What is said where something failed, by language and key. */
declare module 'clausewise:failures' {
  const said: Readonly<Record<string, Readonly<Record<string, string>>>>;
  export default said;
}

/** The languages, each with how it writes, and the one that says everything. */
declare module 'clausewise:locales' {
  const locales: Readonly<Record<string, import('../words/locale.js').Locale>>;
  export default locales;
  export const fallback: string;
}

/** The languages, each with what `lang` says of it, and the one that says everything. */
declare module 'clausewise:tags' {
  const tags: Readonly<Record<string, string>>;
  export default tags;
  export const fallback: string;
}

/** What each calculator's answer is headed by. */
declare module 'clausewise:headings' {
  const headings: import('./quote/kept_list.js').Headings;
  export default headings;
}

/** The way to the element beside a script. */
declare module 'clausewise:element' {
  const load: () => Promise<unknown>;
  export default load;
}

/** What the languages call the countries that the documents name, by code and language. */
declare module 'clausewise:countries' {
  const named: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  export default named;
}

/** The way to the core of each calculator that has one of its own in the package, and to the whole one. */
declare module 'clausewise:cores' {
  type Load = () => Promise<typeof import('./clausewise.js')>;
  const cores: Readonly<Record<string, Load>>;
  export default cores;
  export const whole: Load;
  /** The way to what reads whatever people write, where it has a file of its own; else to the whole core. */
  export const reading: Load;
  /** The build of the cores, which are kept while nothing changes that they are made from. */
  export const build: string;
}

/** The way to what writes workbooks, and its build: it is kept while nothing changes that it is made from. */
declare module 'clausewise:workbook' {
  export const build: string;
  const load: () => Promise<{ build: string; init(given?: URL): Promise<void>; write(description: string): Uint8Array<ArrayBuffer> }>;
  export default load;
}

/** The way to what reads workbooks, and its build. */
declare module 'clausewise:sheets' {
  export const build: string;
  const load: () => Promise<{ build: string; init(given?: URL): Promise<void>; readSheets(bytes: Uint8Array, bounds: { unpacked: number; cells: number }): Promise<import('./form/bringing.js').Sheet[]> }>;
  export default load;
}

/** What workbooks say, by language and key. */
declare module 'clausewise:workbook-words' {
  const said: Readonly<Record<string, Readonly<Record<string, string>>>>;
  export default said;
}

/** The way to each file of words: a whole language, if it says everything, what all calculators share in it, or what one says. */
declare module 'clausewise:words' {
  const files: Readonly<Record<string, () => Promise<{ default: import('./words.js').WordsFile; build: string }>>>;
  export default files;
}

/** The way to what the documents say, for tables of it. */
declare module 'clausewise:documents' {
  const load: () => Promise<{ default: import('./types.js').Documents; build: string }>;
  export default load;
}

/** Simplified characters, and the traditional ones of our words that they stand for. */
declare module 'clausewise:simplified' {
  const simplified: Record<string, string>;
  export default simplified;
}
