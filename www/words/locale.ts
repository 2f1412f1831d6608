// What a language has besides its words: how it writes numbers, days and lists. Each language has one, in its folder.

export interface Locale {
  /** What `lang` says where something is written in it (BCP 47). */
  readonly tag: string;
  /** By what the browser's Intl names countries, and writes amounts in currencies that are not below (BCP 47). */
  readonly intl: string;
  /** What it calls itself, for the switch of languages. */
  readonly name: string;
  /** What its readers' amounts are in as long as nothing else is said (ISO 4217). */
  readonly currency: string;
  /** A currency in a list, by `{code}` and `{name}`. */
  readonly currencyLabel: string;
  /** The currencies that the form offers: what stands before an amount, and what they are called. */
  readonly currencies: Readonly<Record<string, readonly [sign: string, name: string]>>;
  /** Between thousands, and before decimals. */
  readonly group: string;
  readonly point: string;
  /** What its months and the days of its week are called, from January and from Sunday; and in tables. */
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  readonly weekdays: readonly string[];
  /** A day, a day with its time, and a month, by `{year}`, `{month}`, `{day}`, `{weekday}` and `{time}`; and in tables. */
  readonly date: string;
  readonly shortDate: string;
  readonly dateTime: string;
  readonly shortDateTime: string;
  readonly month: string;
  /** A day at the head of a column, by `{day}` and `{weekday}`. */
  readonly columnDay: string;
  /** At the end of a sentence, between two of them, and after what is about to be said. */
  readonly stop: string;
  readonly space: string;
  readonly colon: string;
  /** Between the entries of a list, and between those that have commas of their own. */
  readonly comma: string;
  readonly semicolon: string;
  /** Between the values of a formula. */
  readonly operands: string;
  /** Between a place and what lies within it: line 2, quantity. */
  readonly within: string;
  /** Between the last two entries of a list, and of a choice, where that is not what Intl has. */
  readonly and?: string;
  readonly or?: string;
}
