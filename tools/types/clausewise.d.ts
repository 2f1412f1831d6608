// What a request may hold, and what an answer does hold. Written from the core's own description of its
// calculators: do not edit.

/** A decimal string without sign, exponent or grouping, such as `"1200.00"`. Never a number. In answers `"-5.00"` too. */
export type Money = string;
/** A decimal string: `"5"` is 5 %. */
export type Percent = string;
/** A decimal string. */
export type Rate = string;
/** A decimal string. */
export type Ratio = string;
/** A day such as `"2026-11-21"`. */
export type IsoDate = string;
/** A calendar month such as `"2026-11"`. */
export type IsoMonth = string;
/** Wall clock of the place that the rule speaks of, such as `"2026-11-21T16:30"`. */
export type LocalTime = string;
/** A time of day such as `"16:30"`. */
export type TimeOfDay = string;
/** A country or territory by its two letters in ISO 3166-1, such as `"TW"`; `"XK"` is Kosovo. */
export type CountryCode = string;
/** An ISO 4217 code such as `"TWD"`. */
export type CurrencyCode = string;
/** A rule id such as `"MS-UES-15"`; the words files restate it. */
export type ClauseId = string;

/** What every request holds beside its own input. */
export interface RequestEnvelope {
  calculator: CalculatorName;
  /** The day that is asked about. The core never reads a clock. */
  as_of: IsoDate;
  /** An ISO 4217 code. Required where the calculator handles money. */
  currency?: string;
  /** 0 to 4; default the currency's own. Taiwan's price lists are in whole dollars: 0. */
  minor_units?: number;
  /** The id of a built-in pack, or a whole pack; default the one that the calculator belongs to. */
  terms?: string | PackDocument;
  /** `false` leaves the steps out of the answer. */
  steps?: boolean;
}

/** A pack of terms, as JSON: what `terms()` returns, without the digest. */
export interface PackDocument {
  id: string;
  readonly [name: string]: unknown;
}

/** What every answer holds beside its own values. */
export interface AnswerEnvelope {
  schema: 'clausewise.answer/2';
  calculator: CalculatorName;
  as_of: IsoDate;
  currency?: string;
  terms: {
    pack: string;
    /** What the document is called. */
    name: string;
    edition: string;
    /** The month of the edition, such as `2021-10`, where the document says it. */
    edition_from?: string;
    digest: string;
    /** The latest day on which a value that was used was compared with the document. */
    checked: IsoDate;
  };
  /** Never there: what has `errors` is a Refusal. */
  errors?: never;
}

export type Rounding = 'none' | 'half_up' | 'up' | 'down';

/** A value of a step, a note or a fault. */
export type Value = string | number | boolean | readonly Value[] | { readonly [name: string]: Value };

/** How one figure of the answer came about. */
export interface Step<Figure extends string = string> {
  /** The path of the figure in the answer; `between.…` is a value on the way, which the answer does not have. */
  figure: Figure;
  /** In the names of `values`: docs/formulas.md says how it is read. */
  formula: string;
  /** What the names stand for; several where the name stands for several. */
  values: Readonly<Record<string, Value>>;
  /** Where each of them is from: `input.lines.0.fee`, `terms.partial_charge_percent`, `lines.0.charge`, `as_of`. */
  from: Readonly<Record<string, string | readonly string[]>>;
  /** The figure itself. */
  result: Value;
  rounding: Rounding;
  clause: ClauseId;
}

/** A reason, an assumption or a warning. */
export interface Note<Code extends string = string> {
  code: Code;
  /** Index of the line that it concerns; absent where it concerns the whole answer. */
  line?: number;
  /** Index of the allocation in the line, where it concerns one. */
  allocation?: number;
  values: Readonly<Record<string, Value>>;
  clause: ClauseId;
}

/** One thing that is wrong with a request. */
export interface Fault {
  code: RefusalCode;
  /** The path of the field in the request; `""` is the request itself. */
  field: string;
  values: Readonly<Record<string, Value>>;
  /** English, for developers. */
  message: string;
}

/** What comes instead of an answer: everything that is wrong with the request. */
export interface Refusal {
  errors: [Fault, ...Fault[]];
  /** Never there: what names its calculator is an answer. */
  calculator?: never;
}

export type Answer = Answers[CalculatorName];
export type Request = Requests[CalculatorName];
export type AnswerOf<C extends CalculatorName> = Answers[C];
export type RequestOf<C extends CalculatorName> = Requests[C];

/** A request as far as it has got: what a form holds, and perhaps to be refused. A count that is none stands as it was typed. */
export type RequestDraft<C extends CalculatorName = CalculatorName> = C extends CalculatorName
  ? Partial<Omit<RequestEnvelope, 'calculator'>> & { calculator: C; input: Partly<Requests[C]['input']> }
  : never;

type Partly<T> = T extends readonly (infer Item)[]
  ? readonly Partly<Item>[]
  : T extends object
    ? { readonly [Name in keyof T]?: Partly<T[Name]> | undefined }
    : T extends number ? T | string : T;

/** What nobody can change any more. */
export type Frozen<T> = T extends object ? { readonly [Name in keyof T]: Frozen<T[Name]> } : T;

export type FieldKind =
  | 'money'
  | 'percent'
  | 'rate'
  | 'date'
  | 'local_time'
  | 'time'
  | 'count'
  | 'time'
  | 'flag'
  | 'text'
  | 'currency'
  | 'choice'
  | 'country'
  | 'list';

/** When a field applies: by what another field of its own, of the input, or of the request holds. */
export interface ConditionDescription {
  field: string;
  in?: string[];
  not_in?: string[];
  /** What may hold in its place. */
  or?: ConditionDescription;
  /** What has to hold as well. */
  and?: ConditionDescription;
}

/** What a calculator asks for. */
export interface FieldDescription {
  name: string;
  kind: FieldKind;
  required: boolean;
  min?: number | string;
  max?: number | string;
  /** Exclusive lower bound. */
  above?: string;
  max_decimals?: number;
  max_length?: number;
  choices?: string[];
  /** Whether the choices are those of the terms: terms that are handed in may have others. */
  from_terms?: boolean;
  default?: string | number | { field: string };
  /** The term of the pack that the default is; terms that are handed in may have another. */
  default_term?: string;
  /** Of a count: another beside it that it may not exceed. */
  at_most?: string;
  /** What its number is of; `read` takes it as an option. */
  unit?: 'hours' | 'days' | 'months' | 'years' | 'credits';
  /** Of a text: the texts, and lists of them, one of which it repeats. */
  one_of?: string[];
  /** Elsewhere the field is refused as `not_applicable`. */
  only_if?: ConditionDescription;
  /** Of a list: the fields of each item. */
  items?: FieldDescription[];
}

/** What a number counts; `nth_year` is the place of one year among several. */
export type CountedUnit = 'minutes' | 'hours' | 'days' | 'business_days' | 'weeks' | 'months' | 'years' | 'nth_year' | 'credits';

/** What a key says that judges: that something is allowed, that it is not, or that it is to be asked. */
export type Tone = 'good' | 'bad' | 'ask';

/** What a calculator answers. */
export interface OutputDescription {
  name: string;
  kind: 'money' | 'percent' | 'count' | 'date' | 'month' | 'local_time' | 'time' | 'ratio' | 'rate' | 'choice' | 'flag' | 'text' | 'clause' | 'places' | 'list';
  choices?: string[];
  /** Of keys that judge, what each says. */
  tones?: Record<string, Tone>;
  /** Of an amount in a currency of its own. */
  currency?: string;
  unit?: CountedUnit;
  /** Whether the choices are those of the terms. */
  from_terms?: boolean;
  items?: OutputDescription[];
  optional?: boolean;
  /** A day that people keep in their calendar. */
  calendar?: boolean;
  /** Only put there, an entry or a word that sorts the line: it has no step. */
  shown?: boolean;
}

/** A value that a formula may name: one of the terms, with the columns of its rows, or one on the way. */
export interface NamedDescription {
  name: string;
  kind: OutputDescription['kind'] | 'rows';
  choices?: string[];
  /** Of an amount in a currency of its own. */
  currency?: string;
  unit?: CountedUnit;
  items?: NamedDescription[];
}

/** What has to hold of a line, or of the whole: of an entry or, after `answer.`, of what was answered. */
export interface LeadCondition {
  of: string;
  in?: (string | boolean)[];
  not_in?: string[];
  /** More than that, which is always nothing. */
  above?: '0';
  /** A list with something in it. */
  filled?: true;
}

/** From an answer on to another calculator, with what both ask for in the same sense. */
export interface LeadDescription {
  to: CalculatorName;
  /**
   * For each field of the other one what it comes from: an entry; `answer.` and what was worked out; `called.` and an entry that
   * is a key, by its name; or a key itself, after `=`.
   */
  fields?: Record<string, string>;
  /** What has to hold of the whole. */
  when?: LeadCondition[];
  /** Lines that go along, from a list to a list; the path of a whole request is empty. Where there are none, nothing leads there. */
  lines?: { from: string; to: string; fields: Record<string, string>; only?: LeadCondition[]; first?: LeadCondition };
}

/** A calculator, described well enough to draw its form from. */
export interface CalculatorDescription<C extends CalculatorName = CalculatorName> {
  calculator: C;
  /** The built-in pack that it belongs to. */
  pack: string;
  /** Whether it handles money, and so needs a currency. */
  money: boolean;
  /** Whether `quoteCsv` takes it. */
  portfolio: boolean;
  rules: ClauseId[];
  fields: FieldDescription[];
  /** What it takes out of its pack: terms by name, and `services` where it looks at the catalogue. */
  takes: string[];
  /** Of these, what a formula may name. */
  terms: NamedDescription[];
  answer: {
    verdicts: string[];
    /** What each verdict says. */
    tones: Record<string, Tone>;
    /** The figure or day that people came for. */
    headline: string;
    /** Figures that go before it where there is any of them: what is lost, or may be. */
    losses?: string[];
    /** Days that the question asks for as well. */
    beside?: string[];
    /** The list of the request that the lines answer for, or the count of years; without it the lines are the document's own. */
    lines_of?: string;
    /** Figures that are ways to be weighed, each with its tax and with what it comes to with that. */
    ways?: { net: string; tax: string; gross: string }[];
    /** Of a portfolio's rows: the value of a line that says what becomes of it, and the day, entered or worked out, to whose month it belongs. */
    rows_by?: { key: string; day?: string };
    figures: OutputDescription[];
    dates: OutputDescription[];
    line: OutputDescription[];
    /** Values on the way: they have steps, and stand nowhere in the answer. */
    between?: NamedDescription[];
  };
  codes: { reasons: string[]; assumptions: string[]; warnings: string[] };
  /** What the sentences of notes name, by the note's code. */
  notes: Record<string, OutputDescription[]>;
  /** Where an answer leads on to. */
  onward: LeadDescription[];
  example: Requests[C];
}

/** A value of a pack with the days from which it holds, and on which it was last compared with the document. */
export interface Term {
  kind: string;
  clause: ClauseId;
  dated: { value?: Value; from?: IsoDate; checked: IsoDate }[];
}

/** A pack of terms built in. */
export interface Pack extends PackDocument {
  edition: string;
  /** SHA-256 over the pack as canonical JSON. */
  digest: string;
  document: { publisher: string; name: string; language: string };
  calculators: CalculatorName[];
  clauses: Record<ClauseId, { section: string; checked: IsoDate; kind?: 'calculation' | 'eligibility' | 'lookup' | 'notice' }>;
  values: Record<string, Term>;
  services?: { key: string; table: number; mark: string; group: string }[];
}

/** A request for a portfolio: without the lines, which the rows are. */
export type PortfolioOptions = { [C in PortfolioName]: PortfolioOptionsOf<C> }[PortfolioName];

type PortfolioOptionsOf<C extends PortfolioName> = Omit<Requests[C], 'input' | 'steps'> &
  (object extends WithoutLines<Requests[C]['input']>
    ? { input?: WithoutLines<Requests[C]['input']> }
    : { input: WithoutLines<Requests[C]['input']> }) & {
    /** Whether columns `reasons`, `assumptions`, `warnings` and `clauses` stand before `error`: codes and ids of rules, parted by blanks. */
    notes?: boolean;
  };

type WithoutLines<Input> = Input extends unknown ? Omit<Input, 'lines'> : never;

/** Answers what somebody else made: `JSON.parse`d, received, entered. Throws for nothing that it is given. */
export function quote<T>(request: unknown extends T ? T : never): Answer | Refusal;
/** Answers a request, or says everything that is wrong with it. */
export function quote<C extends CalculatorName>(request: { readonly calculator: C } & Frozen<RequestOf<C>>): AnswerOf<C> | Refusal;

/** Every calculator, described. */
export function calculators(): CalculatorDescription[];

/** The packs of terms built in. */
export function terms(): Pack[];

/** Answers every row of a CSV file. A bad row says so in its column `error`; a bad header or request is a Refusal. */
export function quoteCsv(options: PortfolioOptions, bytes: Uint8Array): Uint8Array | Refusal;

/** What `quoteCsvStream` throws where the options, the header or a row without an end (16 MiB) are refused. */
export interface Refused extends Error, Refusal {
  name: 'Refused';
}

/**
 * The same for rows that come in pieces, wherever those are cut: from a file, a pipe, a response. Priced rows go out while the next
 * come in, and no more than a piece is held. The options are read once, when it is called.
 */
export function quoteCsvStream(options: PortfolioOptions, rows: AsyncIterable<Uint8Array> | Iterable<Uint8Array> | ByteStream): AsyncGenerator<Uint8Array, void>;

/** A `ReadableStream` of bytes, which Safari does not let be gone through. That type belongs to the browser's library, which need not be there. */
export interface ByteStream {
  getReader(): { read(): Promise<{ done: boolean; value?: Uint8Array | undefined }>; cancel(): Promise<void> };
}

/** What a text may be read as: any kind of a field but a list. */
export type ReadKind = Exclude<FieldKind, 'list'>;

/** What reading needs to know beside the text. */
export interface ReadOptions {
  /** ISO 4217 code of an amount; without one, an amount in any currency is read. */
  currency?: string;
  /** Decimals of an amount; the currency's own where it is left out. */
  minor_units?: number;
  /** The keys of a choice, or for each key the words that people have for it. */
  choices?: readonly string[] | { readonly [key: string]: readonly string[] };
  /** The fewest of a count. */
  min?: number;
  /** The most of a count. */
  max?: number;
  /** What a count or a number is of: its words are read behind it, and those of other units refused. */
  unit?: 'hours' | 'days' | 'months' | 'years' | 'credits';
}

/** The value of a kind, as a request holds it. */
export type ReadValue<K extends ReadKind> = K extends 'count' ? number : K extends 'flag' ? boolean : string;

/**
 * Reads what a person wrote: "NT$ 3.6萬", "民國115年12月15日", "是". Where it can mean several values it is refused as `ambiguous`
 * with all of them in `values.readings`.
 */
export function read<K extends ReadKind>(kind: K, text: string, options?: ReadOptions): { value: ReadValue<K> } | Refusal;

/** How a table is to be read: what a portfolio needs, as far as it is known by then. */
export interface TableOptions {
  calculator: CalculatorName;
  as_of?: string;
  currency?: string;
  minor_units?: number;
  terms?: string | object;
  input?: object;
  /** As `quoteCsv` has it; to read, it makes no difference. */
  notes?: boolean;
  /** The field of each column that somebody has chosen by its heading; an empty one leaves the column out. */
  columns?: { readonly [header: string]: string };
  /** For columns of days by their heading: whether the day stands before the month. */
  day_first?: { readonly [header: string]: boolean };
  /** The encoding, where somebody knows it. */
  encoding?: string;
  /** What stands between cells, where somebody knows it. */
  delimiter?: string;
  /** Whether there is a row of headings, where somebody knows. */
  headed?: boolean;
  /** Another list than the lines, such as `years.allocations`. */
  list?: string;
  /** What stands above the columns of a table that has no headings of its own. */
  headings?: readonly string[];
  /** More names of fields, choices and countries. */
  names?: {
    readonly fields?: { readonly [field: string]: readonly string[] };
    readonly choices?: { readonly [field: string]: { readonly [key: string]: readonly string[] } };
    readonly countries?: { readonly [code: string]: readonly string[] };
  };
}

/** A column of a table, and what it is taken for. */
export interface TableColumn {
  /** What stands above it, or its position, counted from 1. */
  header: string;
  field: string | null;
  use: 'field' | 'answer' | 'unused' | 'ask';
  /** Its first cells, as they are. */
  sample: string[];
  /** Where some of its days can be two, such as 3/4/2027: how many, and how many have but one order. */
  days?: { either: number; day_first: number; month_first: number };
}

/** A cell that could not be read or has to be asked about; where there is no row, something that the whole table lacks. */
export interface TableFault {
  /** Row of the data, counted from 1. */
  row: number | null;
  /** Heading of the column. */
  column: string;
  field: string | null;
  code: string;
  values: Record<string, unknown>;
  /** The cell as it is. */
  text?: string;
}

/** A table, made ready for `quoteCsv`. */
export interface ReadTable {
  /** As the Encoding Standard calls it. */
  encoding: string;
  delimiter: string;
  /** Whether there is a row of headings. */
  headed: boolean;
  columns: TableColumn[];
  /** How many rows of data there are. */
  rows: number;
  /** UTF-8, the contract's names of fields above, one row for each row of data; cells with a fault are empty. */
  csv: Uint8Array;
  faults: TableFault[];
  /** Titles and totals, by the line of the table, counted from 1. */
  left_out: { line: number; why: 'title' | 'total' | 'header' | 'note'; text: string }[];
  /** Whether somebody has to say which column is which. */
  ask: boolean;
  /** The rows as lines of a request, where a request may hold as many. */
  lines?: Record<string, unknown>[];
}

/** Reads a table as people keep it, in whatever encoding, with whatever headings. */
export function readTable(options: TableOptions, bytes: Uint8Array): ReadTable | Refusal;

/** Rows of one kind and one month. */
export interface TableSum {
  /** What becomes of them: the value of the line that `answer.rows_by.key` of the calculator names. */
  key: string;
  /** The month of the day that `answer.rows_by.day` names, such as `"2026-12"`; none where a calculator has no such day. */
  month: IsoMonth | null;
  rows: number;
  /** The amounts of a line by name, each summed up, as far as any of the rows has it; null where a sum is too large to be written. */
  amounts: { readonly [name: string]: Money | null };
}

/** A table that was read and priced. */
export interface QuotedTable {
  /** What it was read as, and everything that is wrong with its rows, be it in reading or in pricing. */
  table: Omit<ReadTable, 'csv' | 'lines'>;
  /**
   * UTF-8: its own columns in their places and as they are, then the answers, then `error`. A row for each row of data; titles and
   * totals are left out. A row that could not be read is not priced.
   */
  csv: Uint8Array;
  /** How many rows are priced. Absent where `table.ask` or a missing column has to be settled first: then nothing is. */
  priced?: number;
  sums: TableSum[];
}

/** What to price a table needs: what `quoteCsv` takes, and how the table is to be read. */
export type QuoteTableOptions = PortfolioOptions & Omit<TableOptions, keyof PortfolioOptions | 'list'>;

/** Prices a table as its owner keeps it: `readTable` and `quoteCsv` in one, with all of the owner's columns kept. */
export function quoteTable(options: QuoteTableOptions, bytes: Uint8Array): QuotedTable | Refusal;

/**
 * The same for a table that comes in pieces, wherever those are cut: each part that is yielded has the rows of its own (`table.rows`,
 * `priced`, `csv`, `sums`), the header stands in the first, and `row` and `line` count through. Where somebody has to say first which
 * column is which, that part is the last. It throws where `quoteTable` refuses.
 */
export function quoteTableStream(options: QuoteTableOptions, rows: AsyncIterable<Uint8Array> | Iterable<Uint8Array> | ByteStream): AsyncGenerator<QuotedTable, void>;

/** Bytes of WebAssembly. */
export type WasmBytes = ArrayBuffer | ArrayBufferView;

/** A `WebAssembly.Module`. That type belongs to the browser's library, which need not be there. */
export type WasmModule = object & { readonly then?: never; readonly href?: never; readonly url?: never; readonly module?: never; readonly module_or_path?: never };

/** Where the WebAssembly is (a text, a `URL`, a `Request`), what came from there (a `Response`), its bytes, or the compiled module. */
export type WasmSource =
  | string
  | { readonly href: string }
  | { readonly url: string; readonly method: string }
  | { readonly url: string; readonly ok: boolean; arrayBuffer(): Promise<ArrayBuffer> }
  | WasmBytes
  | WasmModule;

export type InitInput = WasmSource | PromiseLike<WasmSource> | { module_or_path: WasmSource | PromiseLike<WasmSource> };

export type ModuleInput = WasmBytes | WasmModule | { module: WasmBytes | WasmModule };

/** Opens the core, once; by itself it finds `clausewise_bg.wasm` beside this module, also in Node, Deno and Bun. */
export default function init(input?: InitInput): Promise<void>;

/** Opens the core at once, from bytes or a compiled module. */
export function initSync(input: ModuleInput): void;

/** The build that this script and its WebAssembly belong to. */
export const build: string;
