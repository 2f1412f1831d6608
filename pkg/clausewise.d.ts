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

// ---- all of them

export type CalculatorName = keyof Requests;

export interface Requests {
  renewal: RenewalRequest;
  reinstatement: ReinstatementRequest;
  compare: CompareRequest;
  notices: NoticesRequest;
  programme: ProgrammeRequest;
  version: VersionRequest;
  support: SupportRequest;
  addon: AddonRequest;
  flex: FlexRequest;
  credits: CreditsRequest;
  swap: SwapRequest;
  multi_country: MultiCountryRequest;
  calendar: CalendarRequest;
  event: EventRequest;
  response: ResponseRequest;
  cancellation: CancellationRequest;
  use_check: UseCheckRequest;
  true_up: TrueUpRequest;
  licence_return: LicenceReturnRequest;
  late_charge: LateChargeRequest;
  tax: TaxRequest;
  liability: LiabilityRequest;
  dispute: DisputeRequest;
}

export interface Answers {
  renewal: RenewalAnswer;
  reinstatement: ReinstatementAnswer;
  compare: CompareAnswer;
  notices: NoticesAnswer;
  programme: ProgrammeAnswer;
  version: VersionAnswer;
  support: SupportAnswer;
  addon: AddonAnswer;
  flex: FlexAnswer;
  credits: CreditsAnswer;
  swap: SwapAnswer;
  multi_country: MultiCountryAnswer;
  calendar: CalendarAnswer;
  event: EventAnswer;
  response: ResponseAnswer;
  cancellation: CancellationAnswer;
  use_check: UseCheckAnswer;
  true_up: TrueUpAnswer;
  licence_return: LicenceReturnAnswer;
  late_charge: LateChargeAnswer;
  tax: TaxAnswer;
  liability: LiabilityAnswer;
  dispute: DisputeAnswer;
}

export type PortfolioName = 'renewal' | 'reinstatement' | 'notices' | 'swap' | 'cancellation' | 'use_check' | 'true_up' | 'late_charge';

export type RefusalCode =
  | 'missing'
  | 'unknown_field'
  | 'wrong_type'
  | 'not_a_decimal'
  | 'too_many_decimals'
  | 'out_of_range'
  | 'not_a_date'
  | 'unknown_calculator'
  | 'unknown_currency'
  | 'unknown_choice'
  | 'too_many_lines'
  | 'not_applicable'
  | 'overflow'
  | 'bad_terms'
  | 'duplicate_column'
  | 'not_text'
  | 'lost_characters'
  | 'uneven_row'
  | 'unclosed_quote'
  | 'not_utf8'
  | 'not_a_version'
  | 'unknown_country'
  | 'repeated'
  | 'ambiguous'
  | 'other_currency';

// ---- renewal

export interface RenewalInputLine {
  /** at most 80 characters */
  part?: string;
  /** 1 to 1000000 */
  quantity: number;
  /** more than 0, at most 999999999999.99 */
  annual_price: Money;
  /** 1990-01-01 to 2100-12-31 */
  covered_until: IsoDate;
  /** more than 0, at most 999999999999.99 */
  later_annual_price?: Money;
}

export interface RenewalInputCommon {
  /** 0 to 100; at most 4 decimals */
  tax_percent?: Percent;
  /** 1 to 1000 of them */
  lines: RenewalInputLine[];
}

export type RenewalInput = RenewalInputCommon & (
  | { programme: 'PA'; anniversary: IsoDate }
  | { programme: 'PAE'; anniversary?: never });

export interface RenewalRequest extends RequestEnvelope {
  calculator: 'renewal';
  currency: string;
  input: RenewalInput;
}

export interface RenewalFigures {
  net: Money;
  tax?: Money;
  gross?: Money;
}

export interface RenewalDates {
  renew_by?: IsoDate;
  next_anniversary?: IsoDate;
  on_time_until?: IsoDate;
}

export interface RenewalLine {
  part?: string;
  path: 'renewal' | 'reinstatement';
  covered_from?: IsoDate;
  covered_until?: IsoDate;
  months?: number;
  exposed?: boolean;
  on_time_until?: IsoDate;
  amount?: Money;
  amount_later?: Money;
  difference?: Money;
}

export type RenewalFigure = `figures.${keyof RenewalFigures}` | `dates.${keyof RenewalDates}` | `lines.${number}.${keyof RenewalLine}` | `between.${string}`;

export type RenewalReason = 'coverage_lapsed' | 'quote_stays_valid';

export type RenewalAssumption = 'express_renews_its_own_term' | 'last_day_still_renews' | 'on_time_means_before_the_anniversary' | 'part_months_round_up' | 'rounding_not_stated' | 'tax_not_in_text' | 'edition_undated';

export type RenewalWarning = 'last_covered_day' | 'no_further_notice' | 'on_anniversary_day';

export interface RenewalAnswer extends AnswerEnvelope {
  calculator: 'renewal';
  currency: string;
  verdict: 'eligible' | 'refer' | 'ineligible';
  figures: RenewalFigures;
  dates: RenewalDates;
  lines: RenewalLine[];
  steps?: Step<RenewalFigure>[];
  reasons: Note<RenewalReason>[];
  assumptions: Note<RenewalAssumption>[];
  warnings: Note<RenewalWarning>[];
}

// ---- reinstatement

export interface ReinstatementInputLine {
  /** at most 80 characters */
  part?: string;
  family: 'websphere' | 'rational' | 'lotus' | 'information_management' | 'tivoli' | 'other';
  /** 1 to 1000000 */
  quantity: number;
  /** more than 0, at most 999999999999.99 */
  new_licence_price: Money;
  /** 1990-01-01 to 2100-12-31 */
  covered_until: IsoDate;
  /** more than 0, at most 999999999999.99 */
  annual_price?: Money;
}

export interface ReinstatementInput {
  /** 0 to 100; at most 4 decimals */
  tax_percent?: Percent;
  /** 0 to 100; at most 4 decimals; default 60 */
  rate_percent?: Percent;
  /** 1 to 1000 of them */
  lines: ReinstatementInputLine[];
}

export interface ReinstatementRequest extends RequestEnvelope {
  calculator: 'reinstatement';
  currency: string;
  input: ReinstatementInput;
}

export interface ReinstatementFigures {
  reinstatement: Money;
  new_licence: Money;
  saving: Money;
  back_payment: Money;
  tax?: Money;
  gross?: Money;
}

export interface ReinstatementDates {
}

export interface ReinstatementLine {
  part?: string;
  verdict: 'eligible' | 'refer' | 'ineligible';
  reinstatement?: Money;
  new_licence?: Money;
  saving?: Money;
  back_payment?: Money;
  lapsed_days?: number;
  renewal?: Money;
  premium?: Money;
  break_even_years?: Ratio;
}

export type ReinstatementFigure = `figures.${keyof ReinstatementFigures}` | `dates.${keyof ReinstatementDates}` | `lines.${number}.${keyof ReinstatementLine}` | `between.${string}`;

export type ReinstatementReason = 'family_not_listed' | 'latest_version_either_way' | 'reinstatement_includes' | 'still_covered';

export type ReinstatementAssumption = 'approximate_rate' | 'coverage_length_not_stated' | 'newer_version_is_needed' | 'rounding_not_stated' | 'tax_not_in_text' | 'years_as_fees' | 'edition_undated';

export type ReinstatementWarning = 'not_dearer_than_renewal';

export interface ReinstatementAnswer extends AnswerEnvelope {
  calculator: 'reinstatement';
  currency: string;
  verdict: 'eligible' | 'refer' | 'ineligible';
  figures: ReinstatementFigures;
  dates: ReinstatementDates;
  lines: ReinstatementLine[];
  steps?: Step<ReinstatementFigure>[];
  reasons: Note<ReinstatementReason>[];
  assumptions: Note<ReinstatementAssumption>[];
  warnings: Note<ReinstatementWarning>[];
}

// ---- compare

export interface CompareInput {
  family?: 'websphere' | 'rational' | 'lotus' | 'information_management' | 'tivoli' | 'other';
  /** 1 to 1000000 */
  quantity: number;
  /** more than 0, at most 999999999999.99 */
  annual_price: Money;
  /** more than 0, at most 999999999999.99 */
  new_licence_price: Money;
  /** 1990-01-01 to 2100-12-31 */
  covered_until: IsoDate;
  /** 1 to 10 */
  years: number;
  /** 1 to 10; no more than `years` */
  return_year: number;
  /** 0 to 100; at most 4 decimals */
  support_growth_percent?: Percent;
  /** 0 to 100; at most 4 decimals */
  licence_growth_percent?: Percent;
  /** 0 to 100; at most 4 decimals; default 60 */
  rate_percent?: Percent;
  /** 0 to 100; at most 4 decimals */
  tax_percent?: Percent;
}

export interface CompareRequest extends RequestEnvelope {
  calculator: 'compare';
  currency: string;
  input: CompareInput;
}

export interface CompareFigures {
  renewal: Money;
  reinstatement: Money;
  new_licence: Money;
  cheapest: 'renewal' | 'reinstatement';
  difference: Money;
  uncovered_months: number;
  break_even_year?: number;
  changes_in_year?: number;
  growth_cost: Money;
  path: 'renewal' | 'reinstatement';
  renewal_tax?: Money;
  renewal_gross?: Money;
  reinstatement_tax?: Money;
  reinstatement_gross?: Money;
  new_licence_tax?: Money;
  new_licence_gross?: Money;
}

export interface CompareDates {
  first_day: IsoDate;
  uncovered_until?: IsoDate;
  return_on: IsoDate;
}

export interface CompareLine {
  year_from: IsoDate;
  year_until: IsoDate;
  uncovered_months: number;
  renewal: Money;
  reinstatement: Money;
  new_licence: Money;
  renewal_so_far: Money;
  reinstatement_so_far: Money;
  new_licence_so_far: Money;
  cheapest_so_far: 'renewal' | 'reinstatement';
  support_price: Money;
  licence_price: Money;
  reinstatement_fee: Money;
}

export type CompareFigure = `figures.${keyof CompareFigures}` | `dates.${keyof CompareDates}` | `lines.${number}.${keyof CompareLine}` | `between.${string}`;

export type CompareReason = 'always_dearer' | 'family_not_listed' | 'latest_version_either_way' | 'licence_stays_yours' | 'only_reinstatement_now';

export type CompareAssumption = 'approximate_rate' | 'coverage_length_not_stated' | 'family_read_as_listed' | 'later_prices_are_yours' | 'licence_price_of_the_return_year' | 'newer_version_is_needed' | 'prices_and_fees_rounded_once' | 'tax_not_in_text' | 'years_from_the_last_covered_day' | 'edition_undated';

export type CompareWarning = 'last_covered_day' | 'not_dearer_than_renewal' | 'nothing_while_lapsed' | 'return_day_passed';

export interface CompareAnswer extends AnswerEnvelope {
  calculator: 'compare';
  currency: string;
  figures: CompareFigures;
  dates: CompareDates;
  lines: CompareLine[];
  steps?: Step<CompareFigure>[];
  reasons: Note<CompareReason>[];
  assumptions: Note<CompareAssumption>[];
  warnings: Note<CompareWarning>[];
}

// ---- notices

export interface NoticesInputLine {
  /** at most 80 characters */
  label?: string;
  /** 1990-01-01 to 2100-12-31 */
  bought_on: IsoDate;
  /** 1990-01-01 to 2100-12-31 */
  covered_until?: IsoDate;
}

export interface NoticesInputCommon {
  /** 1 to 1000000 */
  remind_days_ahead?: number;
  /** 1 to 1000 of them */
  lines: NoticesInputLine[];
}

export type NoticesInput = NoticesInputCommon & (
  | { programme: 'PA'; anniversary: IsoDate; quote_received_on?: IsoDate }
  | { programme: 'PAE'; anniversary?: never; quote_received_on?: never });

export interface NoticesRequest extends RequestEnvelope {
  calculator: 'notices';
  currency?: string;
  input: NoticesInput;
}

export interface NoticesFiguresNoticesByMonth {
  notice_month: IsoMonth;
  purchases: number;
}

export interface NoticesFigures {
  notices: number;
  notices_by_month: NoticesFiguresNoticesByMonth[];
}

export interface NoticesDates {
  first_reminder_on?: IsoDate;
  next_anniversary?: IsoDate;
  on_time_until?: IsoDate;
  refreshed_quote_from?: IsoDate;
  refreshed_quote_until?: IsoDate;
}

export interface NoticesLine {
  label?: string;
  bought_on: IsoDate;
  covered_until: IsoDate;
  notice_month: IsoMonth;
  refreshed_quote: 'sent' | 'not_sent' | 'open';
  noticed: boolean;
  remind_on?: IsoDate;
}

export type NoticesFigure = `figures.${keyof NoticesFigures}` | `dates.${keyof NoticesDates}` | `lines.${number}.${keyof NoticesLine}` | `figures.notices_by_month.${number}.${keyof NonNullable<NoticesFigures['notices_by_month']>[number]}` | `between.${string}`;

export type NoticesReason = 'bought_after_the_quoted_renewal' | 'bought_before_the_quote' | 'bought_before_the_window' | 'bought_in_the_last_month' | 'bought_on_the_day_of_the_quote' | 'quote_date_not_given' | 'quote_stays_valid';

export type NoticesAssumption = 'combining_in_the_last_month' | 'coverage_to_the_end_of_the_month' | 'express_quotes_not_stated' | 'last_month_is_the_calendar_month' | 'months_stay_separate' | 'notice_day_not_stated' | 'on_time_means_before_the_anniversary' | 'purchases_of_one_site' | 'quote_is_for_the_next_anniversary' | 'window_includes_its_first_day' | 'edition_undated';

export type NoticesWarning = 'anniversary_not_on_the_first' | 'coverage_has_ended' | 'ends_before_it_begins' | 'no_further_notice' | 'reminder_has_passed';

export interface NoticesAnswer extends AnswerEnvelope {
  calculator: 'notices';
  figures: NoticesFigures;
  dates: NoticesDates;
  lines: NoticesLine[];
  steps?: Step<NoticesFigure>[];
  reasons: Note<NoticesReason>[];
  assumptions: Note<NoticesAssumption>[];
  warnings: Note<NoticesWarning>[];
}

// ---- programme

export interface ProgrammeInput {
  /** 1 to 1000000 */
  sites: number;
  size: 'smaller' | 'larger' | 'unsure';
}

export interface ProgrammeRequest extends RequestEnvelope {
  calculator: 'programme';
  currency?: string;
  input: ProgrammeInput;
}

export interface ProgrammeFigures {
  programme: 'PA' | 'PAE' | 'either';
}

export interface ProgrammeDates {
}

export type ProgrammeAspect =
  | 'made_for'
  | 'agreement'
  | 'anniversary'
  | 'price_level'
  | 'first_coverage'
  | 'licence'
  | 'products'
  | 'platforms'
  | 'support'
  | 'customer_site'
  | 'channels';

export type ProgrammePa =
  | 'large_companies'
  | 'relationship_agreement'
  | 'common_anniversary'
  | 'rsvp_level'
  | 'full_first_year'
  | 'perpetual'
  | 'same_products'
  | 'same_platforms'
  | 'same_support'
  | 'same_customer_site'
  | 'partner_or_ibm';

export type ProgrammePae =
  | 'smaller_single_site'
  | 'terms_of_each_purchase'
  | 'not_mentioned'
  | 'full_first_year'
  | 'perpetual'
  | 'same_products'
  | 'same_platforms'
  | 'same_support'
  | 'same_customer_site'
  | 'partner_or_ibm';

export interface ProgrammeLine {
  aspect: ProgrammeAspect;
  pa: ProgrammePa;
  pae: ProgrammePae;
  differs: boolean;
  rule: ClauseId;
}

export type ProgrammeFigure = `figures.${keyof ProgrammeFigures}` | `dates.${keyof ProgrammeDates}` | `lines.${number}.${keyof ProgrammeLine}` | `between.${string}`;

export type ProgrammeReason = 'express_for_one_smaller_site' | 'larger_company' | 'more_than_one_site' | 'same_channels' | 'size_decides';

export type ProgrammeAssumption = 'advantage_has_an_agreement' | 'express_renews_its_own_term' | 'one_site_may_take_advantage' | 'rsvp_read_as_advantage' | 'several_sites_read_as_advantage' | 'size_has_no_number' | 'edition_undated';

export type ProgrammeWarning = 'terms_of_each_purchase';

export interface ProgrammeAnswer extends AnswerEnvelope {
  calculator: 'programme';
  figures: ProgrammeFigures;
  dates: ProgrammeDates;
  lines: ProgrammeLine[];
  steps?: Step<ProgrammeFigure>[];
  reasons: Note<ProgrammeReason>[];
  assumptions: Note<ProgrammeAssumption>[];
  warnings: Note<ProgrammeWarning>[];
}

// ---- version

export type VersionProduct =
  | 'websphere_application_server'
  | 'websphere_mq'
  | 'websphere_mq_express'
  | 'rational_clearcase'
  | 'rational_clearquest'
  | 'lotus_notes'
  | 'lotus_domino'
  | 'websphere_portal'
  | 'informix_dynamic_server'
  | 'db2_udb'
  | 'tivoli_storage_manager'
  | 'other';

export interface VersionInput {
  product: VersionProduct;
  /** at most 80 characters */
  version: string;
}

export interface VersionRequest extends RequestEnvelope {
  calculator: 'version';
  currency?: string;
  input: VersionInput;
}

export interface VersionFigures {
  status: 'current' | 'superseded' | 'end_of_service' | 'not_stated';
}

export interface VersionDates {
  served_until?: IsoDate;
  unserved_from?: IsoDate;
}

export type VersionProductOut =
  | 'websphere_application_server'
  | 'websphere_mq'
  | 'websphere_mq_express'
  | 'rational_clearcase'
  | 'rational_clearquest'
  | 'lotus_notes'
  | 'lotus_domino'
  | 'websphere_portal'
  | 'informix_dynamic_server'
  | 'db2_udb'
  | 'tivoli_storage_manager';

export interface VersionLine {
  version: string;
  product?: VersionProductOut;
  mark: 'new' | 'old' | 'end_of_service';
  served_until?: IsoDate;
  status: 'current' | 'superseded' | 'end_of_service' | 'not_stated';
  fits: boolean;
}

export type VersionFigure = `figures.${keyof VersionFigures}` | `dates.${keyof VersionDates}` | `lines.${number}.${keyof VersionLine}` | `between.${string}`;

export type VersionReason = 'end_announced' | 'listed_as_new' | 'move_to_new_version' | 'new_versions_listed' | 'old_without_an_end' | 'product_not_listed' | 'service_ended' | 'service_ended_undated' | 'version_not_exact' | 'version_not_listed';

export type VersionAssumption = 'end_day_still_served' | 'ended_version_still_renews' | 'fix_level_counts_with_its_release' | 'mark_counts_for_the_whole_line' | 'several_versions_are_said_the_same_of' | 'undated_end_already_past' | 'whole_number_is_release_zero' | 'zero_at_the_end_makes_no_difference' | 'zero_in_front_left_out' | 'edition_undated';

export type VersionWarning = 'last_served_day' | 'service_not_prolonged' | 'table_of_its_time';

export interface VersionAnswer extends AnswerEnvelope {
  calculator: 'version';
  figures: VersionFigures;
  dates: VersionDates;
  lines: VersionLine[];
  steps?: Step<VersionFigure>[];
  reasons: Note<VersionReason>[];
  assumptions: Note<VersionAssumption>[];
  warnings: Note<VersionWarning>[];
}

// ---- support

export type SupportProduct =
  | 'lotus'
  | 'rational'
  | 'informix'
  | 'tivoli'
  | 'websphere'
  | 'db2'
  | 'other';

export type SupportQuestion =
  | 'fault_diagnosis'
  | 'installation_or_usage'
  | 'code'
  | 'version_update'
  | 'project_or_on_site'
  | 'licence_or_renewal'
  | 'first_login';

export interface SupportInputHoliday {
  /** 1990-01-01 to 2100-12-31 */
  holiday: IsoDate;
  /** at most 80 characters */
  occasion?: string;
}

export interface SupportInputCommon {
  product: SupportProduct;
  agreement_in_force: boolean;
  question: SupportQuestion;
  severity: 'severity_1' | 'important_or_urgent' | 'other';
  stops_transactions?: boolean;
  /** 1990-01-01T00:00 to 2100-12-31T23:59 */
  local_time: LocalTime;
  /** default 09:00 */
  opens_at?: TimeOfDay;
  /** default 17:30 */
  closes_at?: TimeOfDay;
  /** default monday_to_friday */
  working_days?: 'monday_to_friday' | 'monday_to_saturday' | 'sunday_to_thursday' | 'every_day';
  /** 0 to 1000 of them */
  holidays?: SupportInputHoliday[];
  /** 1 to 1000000 */
  primary_contacts?: number;
}

export type SupportInput = SupportInputCommon & (
  | { coverage: 'covered'; covered_until?: never }
  | { coverage: 'until_a_date'; covered_until: IsoDate }
  | { coverage: 'not_covered'; covered_until?: never });

export interface SupportRequest extends RequestEnvelope {
  calculator: 'support';
  currency?: string;
  input: SupportInput;
}

export type SupportChannel =
  | 'remote_support'
  | 'severity_1_telephone'
  | 'self_service'
  | 'customer_site'
  | 'limited_site'
  | 'support_site'
  | 'separate_contract'
  | 'renewal_team'
  | 'programme_hotline';

export interface SupportFigures {
  channel: SupportChannel;
  number?: string;
  number_hours?: 'not_stated';
  extensions?: string;
  printed_number?: string;
  email?: string;
  fax?: string;
  other_fax?: string;
  site?: string;
  target_hours?: number;
  tier?: 'customer_site' | 'support_centre' | 'contract';
  in_scope?: boolean;
  in_usual_hours: boolean;
  covered: boolean;
  entitled_to_updates: boolean;
  who_may_call?: 'any_number_named';
  most_primary_contacts?: number;
}

export interface SupportDates {
  target_until?: LocalTime;
  next_opening?: LocalTime;
}

export type SupportFeature =
  | 'new_versions'
  | 'new_version_notice'
  | 'named_support_staff'
  | 'severity_1_telephone'
  | 'remote_telephone'
  | 'online_problem_reporting'
  | 'support_site';

export interface SupportLine {
  feature: SupportFeature;
  without_cover: 'none' | 'limited' | 'partly' | 'full' | 'around_the_clock';
  with_cover: 'none' | 'limited' | 'partly' | 'full' | 'around_the_clock';
  yours: 'none' | 'limited' | 'partly' | 'full' | 'around_the_clock';
}

export type SupportFigure = `figures.${keyof SupportFigures}` | `dates.${keyof SupportDates}` | `lines.${number}.${keyof SupportLine}` | `between.${string}`;

export type SupportReason = 'agreement_not_in_force' | 'needs_a_contract' | 'not_covered' | 'support_without_agreement';

export type SupportAssumption = 'centre_for_all_products' | 'closing_time_is_closed' | 'critical_transactions_are_severity_1' | 'first_tier_is_severity_1' | 'general_number' | 'number_hours_not_stated' | 'short_not_quantified' | 'some_named_staff' | 'target_counts_usual_hours' | 'target_from_next_opening' | 'target_runs_round_the_clock' | 'update_service_needs_agreement' | 'usual_hours_as_hotline' | 'usual_hours_are_yours' | 'edition_undated';

export type SupportWarning = 'first_login_by_primary_contact' | 'number_printed_otherwise' | 'one_primary_contact' | 'password_works_once' | 'supported_versions_only' | 'target_is_no_guarantee' | 'target_without_telephone' | 'telephone_not_everywhere';

export interface SupportAnswer extends AnswerEnvelope {
  calculator: 'support';
  verdict: 'eligible' | 'refer' | 'ineligible';
  figures: SupportFigures;
  dates: SupportDates;
  lines: SupportLine[];
  steps?: Step<SupportFigure>[];
  reasons: Note<SupportReason>[];
  assumptions: Note<SupportAssumption>[];
  warnings: Note<SupportWarning>[];
}

// ---- addon

export type AddonService =
  | 'proof_of_concept'
  | 'architectural_services'
  | 'onboarding_services'
  | 'on_demand_assessment'
  | 'assessment_program'
  | 'offline_assessment'
  | 'proactive_monitoring'
  | 'proactive_operations_programs'
  | 'rap_as_a_service'
  | 'adoption_services'
  | 'development_focused_services'
  | 'it_service_management'
  | 'security_services'
  | 'on_demand_education'
  | 'webcasts'
  | 'hackathon'
  | 'technical_update_briefings'
  | 'chalk_talks'
  | 'workshops'
  | 'custom_proactive_services'
  | 'support_technology_advisor'
  | 'designated_engineering'
  | 'proactive_credits'
  | 'advisory_support'
  | 'problem_resolution_support'
  | 'reactive_support_management'
  | 'root_cause_analysis'
  | 'reactive_support_management_addon'
  | 'success_management_services'
  | 'enhanced_designated_engineering'
  | 'reactive_enhanced_designated_engineering'
  | 'unified_enhanced_response'
  | 'rapid_response'
  | 'azure_event_management'
  | 'office365_engineering_direct'
  | 'developer_support'
  | 'github_engineering_direct'
  | 'support_for_mission_critical'
  | 'azure_engineering_direct'
  | 'cybersecurity_incident_response';

export interface AddonInputCommon {
  service: AddonService;
  azure: 'public' | 'public_and_government_or_sovereign' | 'government' | 'sovereign' | 'none';
  holds_rapid_response: boolean;
  /** default only */
  location?: 'only' | 'host' | 'downstream';
  language?: 'english' | 'chinese' | 'japanese' | 'other';
  /** default not_wanted */
  on_site?: 'not_wanted' | 'wanted' | 'agreed' | 'agreed_and_prepaid';
  /** 1 to 1000000 */
  hours_bought?: number;
  /** 1 to 1000000; no more than `hours_bought` */
  hours_used?: number;
  /** 1990-01-01 to 2100-12-31 */
  starts_on?: IsoDate;
  /** 1 to 1000000 */
  enrolled?: number;
  /** 1 to 1000000 */
  minimum_enrolment?: number;
  /** 1990-01-01T00:00 to 2100-12-31T23:59 */
  requested_at?: LocalTime;
  /** 1990-01-01T00:00 to 2100-12-31T23:59 */
  closed_at?: LocalTime;
  /** 1 to 1000000 */
  quantity?: number;
  /** 1 to 1000000 */
  quantity_limit?: number;
  /** more than 0, at most 999999999999.99; at most 2 decimals */
  product_spend_usd?: Money;
  elects_minimum_price?: boolean;
}

export type AddonInput = AddonInputCommon & (
  | { base_contract: 'in_force'; base_until?: IsoDate }
  | { base_contract: 'with_this_order'; base_until?: IsoDate }
  | { base_contract: 'none'; base_until?: never });

export interface AddonRequest extends RequestEnvelope {
  calculator: 'addon';
  currency?: string;
  input: AddonInput;
}

export type AddonPrerequisite =
  | 'base_contract'
  | 'holds_rapid_response'
  | 'azure'
  | 'public_azure'
  | 'no_government_azure'
  | 'host_only'
  | 'within_limit'
  | 'before_closure';

export interface AddonFiguresPrerequisite {
  prerequisite: AddonPrerequisite;
  outcome: 'met' | 'not_met' | 'refer' | 'open';
}

export type AddonDuty =
  | 'active_azure_with_data_cap'
  | 'administer_environment'
  | 'admit_site_visit'
  | 'agree_service_plan'
  | 'ask_before_closure'
  | 'back_up_data'
  | 'brief_engineer'
  | 'cloud_admin_files_online'
  | 'file_in_cloud_portal'
  | 'grant_remote_access'
  | 'keep_both_contracts'
  | 'name_administrator'
  | 'name_administrator_at_host'
  | 'name_location_at_signing'
  | 'onboard_in_time'
  | 'open_by_phone_or_web'
  | 'own_staff_travel'
  | 'report_contact_changes'
  | 'share_own_code_only'
  | 'supply_diagnostics'
  | 'take_part_in_cases'
  | 'understand_and_reproduce';

export interface AddonFiguresDuty {
  duty: AddonDuty;
}

export type AddonFeature =
  | 'voice_in_engineering'
  | 'crisis_management'
  | 'problem_management'
  | 'service_improvement'
  | 'critical_projects'
  | 'actionable_insights'
  | 'customer_advisory'
  | 'platform_monitoring'
  | 'outage_handling'
  | 'know_me_worldwide';

export interface AddonFiguresFeature {
  feature: AddonFeature;
  granted: 'included' | 'not_included' | 'refer';
}

export interface AddonFigures {
  status: 'included' | 'orderable' | 'orderable_up_to_a_limit' | 'refer' | 'barred';
  payable_with_flex: 'allowed' | 'barred' | 'refer';
  languages: 'english_only' | 'english_japanese' | 'english_chinese_japanese' | 'english_or_yours' | 'site_language_or_english';
  in_your_language?: 'offered' | 'where_available' | 'not_offered';
  delivery: 'remote_only' | 'remote_unless_agreed' | 'on_site_or_remote';
  site_visit?: 'not_offered' | 'needs_agreement' | 'possible' | 'agreed';
  expenses?: 'billed' | 'billed_unless_prepaid' | 'prepaid';
  hours?: 'local_working_hours' | 'around_the_clock' | 'by_severity' | 'business_hours_on_request' | 'agreed_business_hours';
  opens_at?: TimeOfDay;
  closes_at?: TimeOfDay;
  hours_left?: number;
  quarterly_meetings?: number;
  on_site_help_days?: number;
  remote_help_days?: number;
  extended_features?: 'included' | 'not_included' | 'refer';
  prerequisites: AddonFiguresPrerequisite[];
  duties: AddonFiguresDuty[];
  features?: AddonFiguresFeature[];
}

export interface AddonDates {
  ends_on?: IsoDate;
  onboarding_until?: IsoDate;
}

export interface AddonLine {
  service: string;
  status: 'included' | 'orderable' | 'orderable_up_to_a_limit' | 'refer' | 'barred';
  payable_with_flex: 'allowed' | 'barred' | 'refer';
  in_your_language?: 'offered' | 'where_available' | 'not_offered';
  mark: 'included' | 'orderable' | 'orderable_up_to_a_limit';
  group: string;
  table: number;
}

export type AddonFigure = `figures.${keyof AddonFigures}` | `dates.${keyof AddonDates}` | `lines.${number}.${keyof AddonLine}` | `figures.prerequisites.${number}.${keyof NonNullable<AddonFigures['prerequisites']>[number]}` | `figures.duties.${number}.${keyof NonNullable<AddonFigures['duties']>[number]}` | `figures.features.${number}.${keyof NonNullable<AddonFigures['features']>[number]}` | `between.${string}`;

export type AddonReason = 'base_contract_ended' | 'bought_for_host_only' | 'government_cloud_not_covered' | 'has_both_environments' | 'included_in_base' | 'language_not_offered' | 'limit_not_stated' | 'needs_azure' | 'needs_base_contract' | 'needs_rapid_response' | 'not_listed_for_flex' | 'on_site_needs_agreement' | 'on_site_not_offered' | 'over_the_limit' | 'public_azure_only' | 'requested_after_closure' | 'sovereign_cloud_not_listed' | 'spend_below_threshold' | 'spend_not_given' | 'success_management_not_payable';

export type AddonAssumption = 'advice_paragraph_repeated' | 'affiliates_purchases_only' | 'agreed_visit_to_reactive_service' | 'appendix_of_the_work_order' | 'chinese_not_specified' | 'counted_from_service_start' | 'coverage_read' | 'english_read_as_offered' | 'existing_read_as_signed_together' | 'fee_not_computed' | 'last_day_still_counts' | 'mark_read_as_orderable' | 'phone_read_as_base_times' | 'quarterly_read_as_four' | 'sample_code_read_for_all' | 'spend_at_signing_counts' | 'times_of_rapid_response' | 'two_names_one_service' | 'whole_hours' | 'edition_undated';

export type AddonWarning = 'added_any_time' | 'advice_without_design' | 'after_hours_need_addon' | 'availability_varies' | 'below_minimum_enrolment' | 'bought_separately' | 'cancelled_below_minimum' | 'cause_analysis_not_included' | 'counts_toward_credit_cap' | 'delay_if_duties_unmet' | 'emergency_start_at_your_risk' | 'end_not_given' | 'excludes_some_azure_parts' | 'excludes_some_technology' | 'expenses_unquantified' | 'extra_fee' | 'fixed_hours' | 'generally_available_products' | 'github_terms' | 'help_at_extra_fee' | 'host_order_serves_all' | 'internal_use_only' | 'joins_severe_cases' | 'limit_on_work_order' | 'locations_on_work_order' | 'mail_to_users' | 'management_may_be_required' | 'may_cost_extra' | 'minimum_price_not_stated' | 'no_custom_code' | 'no_restricted_staff' | 'not_for_your_customers' | 'on_site_help_not_everywhere' | 'ordered_products_only' | 'other_products_in_services_portal' | 'platform_may_be_required' | 'recording_needs_consent' | 'replaces_base_times' | 'response_times_unchanged' | 'scheduled_as_resources_allow' | 'seat_or_dedicated' | 'severe_cases_escalated' | 'severity_set_by_microsoft' | 'single_location' | 'sold_in_hours' | 'some_technologies_only' | 'stated_on_work_order' | 'subject_to_resources' | 'tenants_listed' | 'third_party_stays_responsible' | 'unapproved_technology_risk' | 'usually_one_day' | 'widespread_incidents_not_first' | 'work_order_may_differ';

export interface AddonAnswer extends AnswerEnvelope {
  calculator: 'addon';
  verdict: 'eligible' | 'refer' | 'ineligible';
  figures: AddonFigures;
  dates: AddonDates;
  lines: AddonLine[];
  steps?: Step<AddonFigure>[];
  reasons: Note<AddonReason>[];
  assumptions: Note<AddonAssumption>[];
  warnings: Note<AddonWarning>[];
}

// ---- flex

export type FlexService =
  | 'proof_of_concept'
  | 'architectural_services'
  | 'onboarding_services'
  | 'on_demand_assessment'
  | 'assessment_program'
  | 'offline_assessment'
  | 'proactive_monitoring'
  | 'proactive_operations_programs'
  | 'rap_as_a_service'
  | 'adoption_services'
  | 'development_focused_services'
  | 'it_service_management'
  | 'security_services'
  | 'on_demand_education'
  | 'webcasts'
  | 'hackathon'
  | 'technical_update_briefings'
  | 'chalk_talks'
  | 'workshops'
  | 'custom_proactive_services'
  | 'support_technology_advisor'
  | 'designated_engineering'
  | 'proactive_credits'
  | 'advisory_support'
  | 'problem_resolution_support'
  | 'reactive_support_management'
  | 'root_cause_analysis'
  | 'reactive_support_management_addon'
  | 'success_management_services'
  | 'enhanced_designated_engineering'
  | 'reactive_enhanced_designated_engineering'
  | 'unified_enhanced_response'
  | 'rapid_response'
  | 'azure_event_management'
  | 'office365_engineering_direct'
  | 'developer_support'
  | 'github_engineering_direct'
  | 'support_for_mission_critical'
  | 'azure_engineering_direct'
  | 'cybersecurity_incident_response';

export interface FlexInputYearAllocation {
  service: FlexService;
  /** more than 0, at most 999999999999.99 */
  amount: Money;
}

export interface FlexInputYear {
  /** more than 0, at most 999999999999.99 */
  allowance: Money;
  /** 0 to 200 of them */
  allocations: FlexInputYearAllocation[];
}

export interface FlexInput {
  /** 1990-01-01 to 2100-12-31 */
  signed_on: IsoDate;
  /** more than 0, at most 1000000; at most 8 decimals; required unless `currency` is USD, and refused there */
  usd_rate?: Rate;
  /** 1 to 10 of them */
  years: FlexInputYear[];
}

export interface FlexRequest extends RequestEnvelope {
  calculator: 'flex';
  currency: string;
  input: FlexInput;
}

export interface FlexFigures {
  allowance: Money;
  allocated: Money;
  unallocated: Money;
  at_risk: Money;
  forfeited: Money;
  over_cap: Money;
  over_allowance: Money;
  loss: 'forfeited' | 'at_risk' | 'none';
}

export interface FlexDates {
  allocate_by: IsoDate;
}

export interface FlexLineAllocation {
  service: string;
  amount: Money;
  verdict: 'allowed' | 'barred' | 'refer';
  counts_toward_cap: boolean;
}

export interface FlexLine {
  allowance: Money;
  allocated: Money;
  credit_cap: Money;
  credit_spend: Money;
  over_cap: Money;
  over_allowance: Money;
  unallocated: Money;
  at_risk: Money;
  forfeited: Money;
  allocations: FlexLineAllocation[];
}

export type FlexFigure = `figures.${keyof FlexFigures}` | `dates.${keyof FlexDates}` | `lines.${number}.${keyof FlexLine}` | `lines.${number}.allocations.${number}.${keyof NonNullable<FlexLine['allocations']>[number]}` | `between.${string}`;

export type FlexReason = 'included_in_base' | 'not_listed_for_flex' | 'over_allowance' | 'over_credit_cap' | 'success_management_not_payable';

export type FlexAssumption = 'cap_per_year_and_jointly' | 'execution_read_as_signing' | 'later_years_at_signing' | 'usd_rate_is_yours' | 'edition_undated';

export type FlexWarning = 'allowance_forfeited' | 'allowance_may_be_forfeited' | 'management_may_be_required';

export interface FlexAnswer extends AnswerEnvelope {
  calculator: 'flex';
  currency: string;
  verdict: 'eligible' | 'refer' | 'ineligible';
  figures: FlexFigures;
  dates: FlexDates;
  lines: FlexLine[];
  steps?: Step<FlexFigure>[];
  reasons: Note<FlexReason>[];
  assumptions: Note<FlexAssumption>[];
  warnings: Note<FlexWarning>[];
}

// ---- credits

export interface CreditsInputCommon {
  /** more than 0, at most 1000000; at most 8 decimals */
  balance: Rate;
}

export type CreditsDefinedService =
  | 'proof_of_concept'
  | 'architectural_services'
  | 'onboarding_services'
  | 'on_demand_assessment'
  | 'assessment_program'
  | 'offline_assessment'
  | 'proactive_monitoring'
  | 'proactive_operations_programs'
  | 'rap_as_a_service'
  | 'adoption_services'
  | 'development_focused_services'
  | 'it_service_management'
  | 'security_services'
  | 'on_demand_education'
  | 'webcasts'
  | 'hackathon'
  | 'technical_update_briefings'
  | 'chalk_talks'
  | 'workshops'
  | 'custom_proactive_services'
  | 'support_technology_advisor'
  | 'designated_engineering'
  | 'proactive_credits'
  | 'advisory_support'
  | 'problem_resolution_support'
  | 'reactive_support_management'
  | 'root_cause_analysis'
  | 'reactive_support_management_addon'
  | 'success_management_services'
  | 'enhanced_designated_engineering'
  | 'reactive_enhanced_designated_engineering'
  | 'unified_enhanced_response'
  | 'rapid_response'
  | 'azure_event_management'
  | 'office365_engineering_direct'
  | 'developer_support'
  | 'github_engineering_direct'
  | 'support_for_mission_critical'
  | 'azure_engineering_direct'
  | 'cybersecurity_incident_response';

export interface CreditsInputLine {
  defined_service?: CreditsDefinedService;
  /** at most 80 characters */
  service?: string;
  /** more than 0, at most 1000000; at most 8 decimals */
  value: Rate;
}

export interface CreditsInputException {
  country: CountryCode;
}

export type CreditsInput = CreditsInputCommon & (
  | { purpose: 'convert'; credits_out?: never; from_location?: never; from_country?: never; from_currency?: never; from_rate?: never; to_location?: never; to_country?: never; to_currency?: never; to_rate?: never; exchange_rate?: never; lines: CreditsInputLine[]; exceptions?: never }
  | { purpose: 'exchange'; credits_out: Rate; from_location: 'host' | 'downstream' | 'not_listed'; from_country: CountryCode; from_currency: CurrencyCode; from_rate: Rate; to_location: 'host' | 'downstream' | 'not_listed'; to_country: CountryCode; to_currency: CurrencyCode; to_rate: Rate; exchange_rate?: Rate; lines?: never; exceptions?: CreditsInputException[] });

export interface CreditsRequest extends RequestEnvelope {
  calculator: 'credits';
  currency?: string;
  input: CreditsInput;
}

export interface CreditsFigures {
  credits_in?: Ratio;
  credits_unrounded?: Ratio;
  balance_after: Ratio;
  balance_worst_case?: Ratio;
  deducted?: Ratio;
  deducted_worst_case?: Ratio;
  needed?: Ratio;
  missing?: Ratio;
}

export interface CreditsDates {
}

export interface CreditsLine {
  defined_service?: string;
  service?: string;
  deducted?: Ratio;
  needed?: Ratio;
  worst_case?: Ratio;
  missing?: Ratio;
  balance_after: Ratio;
  verdict: 'eligible' | 'ineligible';
}

export type CreditsFigure = `figures.${keyof CreditsFigures}` | `dates.${keyof CreditsDates}` | `lines.${number}.${keyof CreditsLine}` | `between.${string}`;

export type CreditsReason = 'balance_too_low' | 'downstream_to_downstream' | 'from_excepted_country' | 'from_location_not_listed' | 'to_excepted_country' | 'to_location_not_listed';

export type CreditsAssumption = 'any_listed_pair' | 'balance_not_below_zero' | 'defined_in_the_document' | 'exceptions_are_yours' | 'half_a_credit_up' | 'nearest_whole_credit' | 'other_service_read_as_any' | 'rates_are_yours' | 'received_rounded_up' | 'uncovered_left_out' | 'values_are_yours' | 'edition_undated';

export type CreditsWarning = 'change_in_writing' | 'exchange_tax' | 'no_exceptions_entered' | 'worst_case_not_covered';

export interface CreditsAnswer extends AnswerEnvelope {
  calculator: 'credits';
  verdict: 'eligible' | 'refer' | 'ineligible';
  figures: CreditsFigures;
  dates: CreditsDates;
  lines: CreditsLine[];
  steps?: Step<CreditsFigure>[];
  reasons: Note<CreditsReason>[];
  assumptions: Note<CreditsAssumption>[];
  warnings: Note<CreditsWarning>[];
}

// ---- swap

export type SwapService =
  | 'proof_of_concept'
  | 'architectural_services'
  | 'onboarding_services'
  | 'on_demand_assessment'
  | 'assessment_program'
  | 'offline_assessment'
  | 'proactive_monitoring'
  | 'proactive_operations_programs'
  | 'rap_as_a_service'
  | 'adoption_services'
  | 'development_focused_services'
  | 'it_service_management'
  | 'security_services'
  | 'on_demand_education'
  | 'webcasts'
  | 'hackathon'
  | 'technical_update_briefings'
  | 'chalk_talks'
  | 'workshops'
  | 'custom_proactive_services'
  | 'support_technology_advisor'
  | 'designated_engineering'
  | 'proactive_credits'
  | 'advisory_support'
  | 'problem_resolution_support'
  | 'reactive_support_management'
  | 'root_cause_analysis'
  | 'reactive_support_management_addon'
  | 'success_management_services'
  | 'enhanced_designated_engineering'
  | 'reactive_enhanced_designated_engineering'
  | 'unified_enhanced_response'
  | 'rapid_response'
  | 'azure_event_management'
  | 'office365_engineering_direct'
  | 'developer_support'
  | 'github_engineering_direct'
  | 'support_for_mission_critical'
  | 'azure_engineering_direct'
  | 'cybersecurity_incident_response';

export interface SwapInputLine {
  /** at most 80 characters */
  given_service?: string;
  paid_with: 'cash' | 'flex' | 'credits';
  /** more than 0, at most 999999999999.99 */
  given_value: Money;
  service: SwapService;
  /** more than 0, at most 999999999999.99 */
  wanted_value: Money;
  available?: boolean;
  agreed?: boolean;
}

export interface SwapInput {
  /** 1 to 1000 of them */
  lines: SwapInputLine[];
}

export interface SwapRequest extends RequestEnvelope {
  calculator: 'swap';
  currency: string;
  input: SwapInput;
}

export interface SwapFigures {
  shortfall: Money;
  surplus: Money;
}

export interface SwapDates {
}

export interface SwapLine {
  given_service?: string;
  shortfall?: Money;
  surplus?: Money;
  verdict: 'eligible' | 'refer' | 'ineligible';
}

export type SwapFigure = `figures.${keyof SwapFigures}` | `dates.${keyof SwapDates}` | `lines.${number}.${keyof SwapLine}` | `between.${string}`;

export type SwapReason = 'agreement_not_asked' | 'availability_not_asked' | 'included_in_base' | 'not_listed_for_flex' | 'staff_do_not_agree' | 'success_management_not_payable' | 'wanted_not_available';

export type SwapAssumption = 'flex_pays_for_what_it_becomes' | 'shortfall_is_paid' | 'surplus_not_paid_back' | 'edition_undated';

export type SwapWarning = 'change_in_writing' | 'flex_cap_may_apply';

export interface SwapAnswer extends AnswerEnvelope {
  calculator: 'swap';
  currency: string;
  verdict: 'eligible' | 'refer' | 'ineligible';
  figures: SwapFigures;
  dates: SwapDates;
  lines: SwapLine[];
  steps?: Step<SwapFigure>[];
  reasons: Note<SwapReason>[];
  assumptions: Note<SwapAssumption>[];
  warnings: Note<SwapWarning>[];
}

// ---- multi_country

export interface MultiCountryInputDownstream {
  /** at most 80 characters */
  location: string;
}

export interface MultiCountryInputElsewhere {
  /** at most 80 characters */
  location: string;
}

export type MultiCountryService =
  | 'proof_of_concept'
  | 'architectural_services'
  | 'onboarding_services'
  | 'on_demand_assessment'
  | 'assessment_program'
  | 'offline_assessment'
  | 'proactive_monitoring'
  | 'proactive_operations_programs'
  | 'rap_as_a_service'
  | 'adoption_services'
  | 'development_focused_services'
  | 'it_service_management'
  | 'security_services'
  | 'on_demand_education'
  | 'webcasts'
  | 'hackathon'
  | 'technical_update_briefings'
  | 'chalk_talks'
  | 'workshops'
  | 'custom_proactive_services'
  | 'support_technology_advisor'
  | 'designated_engineering'
  | 'proactive_credits'
  | 'advisory_support'
  | 'problem_resolution_support'
  | 'reactive_support_management'
  | 'root_cause_analysis'
  | 'reactive_support_management_addon'
  | 'success_management_services'
  | 'enhanced_designated_engineering'
  | 'reactive_enhanced_designated_engineering'
  | 'unified_enhanced_response'
  | 'rapid_response'
  | 'azure_event_management'
  | 'office365_engineering_direct'
  | 'developer_support'
  | 'github_engineering_direct'
  | 'support_for_mission_critical'
  | 'azure_engineering_direct'
  | 'cybersecurity_incident_response';

export interface MultiCountryInputLine {
  service: MultiCountryService;
  /** at most 80 characters; one of those in `host`, `downstream`, `elsewhere` */
  bought_for?: string;
  on_site?: boolean;
}

export interface MultiCountryInput {
  /** at most 80 characters */
  host: string;
  /** 1 to 30 of them */
  downstream: MultiCountryInputDownstream[];
  /** 0 to 30 of them */
  elsewhere?: MultiCountryInputElsewhere[];
  /** 1 to 100 of them */
  lines: MultiCountryInputLine[];
}

export interface MultiCountryRequest extends RequestEnvelope {
  calculator: 'multi_country';
  currency?: string;
  input: MultiCountryInput;
}

export interface MultiCountryFigures {
  to_buy: number;
  named_at_signing: number;
  locations: number;
}

export interface MultiCountryDates {
}

export interface MultiCountryLineUse {
  location: string;
  role: 'host' | 'downstream' | 'elsewhere';
  verdict: 'eligible' | 'refer' | 'ineligible';
  rule: ClauseId;
}

export interface MultiCountryLine {
  service: string;
  buy: 'in_base' | 'any_location' | 'one_location' | 'host_only';
  bought_for?: string;
  verdict: 'eligible' | 'refer' | 'ineligible';
  rule: ClauseId;
  use: MultiCountryLineUse[];
}

export type MultiCountryFigure = `figures.${keyof MultiCountryFigures}` | `dates.${keyof MultiCountryDates}` | `lines.${number}.${keyof MultiCountryLine}` | `lines.${number}.use.${number}.${keyof NonNullable<MultiCountryLine['use']>[number]}` | `between.${string}`;

export type MultiCountryReason = 'at_designated_locations_only' | 'base_at_designated_locations' | 'bought_for_the_host_alone' | 'bought_twice' | 'delivered_to_one_location' | 'delivered_where_bought' | 'downstream_to_downstream' | 'enhanced_at_host_or_downstream' | 'goes_to_named_contacts' | 'moves_by_exchange' | 'not_for_this_location' | 'not_on_the_work_order' | 'on_site_for_own_staff' | 'others_join_at_discretion' | 'quantities_on_work_order' | 'reactive_goes_remotely' | 'staff_of_designated_locations' | 'to_location_not_listed';

export type MultiCountryAssumption = 'any_designated_location' | 'any_listed_pair' | 'check_marks_alike' | 'credits_stay_where_bought' | 'included_means_on_work_order' | 'listed_as_maintenance' | 'one_location_for_all_staff' | 'remote_unless_said' | 'tax_free_passage_left_out' | 'edition_undated';

export type MultiCountryWarning = 'availability_decides' | 'change_in_writing' | 'excepted_countries_barred' | 'exchange_tax' | 'host_allocates' | 'host_allocates_hours' | 'invoices_may_be_split' | 'name_location_at_signing' | 'work_order_may_differ';

export interface MultiCountryAnswer extends AnswerEnvelope {
  calculator: 'multi_country';
  verdict: 'eligible' | 'refer' | 'ineligible';
  figures: MultiCountryFigures;
  dates: MultiCountryDates;
  lines: MultiCountryLine[];
  steps?: Step<MultiCountryFigure>[];
  reasons: Note<MultiCountryReason>[];
  assumptions: Note<MultiCountryAssumption>[];
  warnings: Note<MultiCountryWarning>[];
}

// ---- calendar

export interface CalendarInputCommon {
  /** 1990-01-01 to 2100-12-31 */
  starts_on: IsoDate;
  /** 1990-01-01 to 2100-12-31 */
  ends_on: IsoDate;
  flex_bought: boolean;
}

export interface CalendarInputRootCause {
  /** at most 80 characters */
  label?: string;
  /** 1990-01-01 to 2100-12-31 */
  requested_on: IsoDate;
  /** 1990-01-01 to 2100-12-31 */
  mitigated_on?: IsoDate;
  /** 1990-01-01 to 2100-12-31 */
  closed_on?: IsoDate;
}

export interface CalendarInputImprovementPlan {
  /** 1990-01-01 to 2100-12-31 */
  plan_requested_on: IsoDate;
}

export interface CalendarInputHoliday {
  /** 1990-01-01 to 2100-12-31 */
  holiday: IsoDate;
  /** at most 80 characters */
  occasion?: string;
}

export interface CalendarInputRootCause {
  /** at most 80 characters */
  label?: string;
  /** 1990-01-01 to 2100-12-31 */
  requested_on: IsoDate;
  /** 1990-01-01 to 2100-12-31 */
  mitigated_on?: IsoDate;
  /** 1990-01-01 to 2100-12-31 */
  closed_on?: IsoDate;
}

export interface CalendarInputImprovementPlan {
  /** 1990-01-01 to 2100-12-31 */
  plan_requested_on: IsoDate;
}

export interface CalendarInputHoliday {
  /** 1990-01-01 to 2100-12-31 */
  holiday: IsoDate;
  /** at most 80 characters */
  occasion?: string;
}

export type CalendarInput = CalendarInputCommon & (
  | { enhanced_response: 'not_bought'; enhanced_response_from?: never }
  | { enhanced_response: 'from_the_start'; enhanced_response_from?: never }
  | { enhanced_response: 'from_a_date'; enhanced_response_from: IsoDate }) & (
  | { engineering_direct: 'not_bought'; monitoring_scenarios?: never; root_causes?: never; improvement_plans?: never; holidays?: never }
  | { engineering_direct: 'standard'; monitoring_scenarios?: never; root_causes?: CalendarInputRootCause[]; improvement_plans?: CalendarInputImprovementPlan[]; holidays?: CalendarInputHoliday[] }
  | { engineering_direct: 'extended'; monitoring_scenarios?: number; root_causes?: CalendarInputRootCause[]; improvement_plans?: CalendarInputImprovementPlan[]; holidays?: CalendarInputHoliday[] });

export interface CalendarRequest extends RequestEnvelope {
  calculator: 'calendar';
  currency?: string;
  input: CalendarInput;
}

export interface CalendarFiguresFlexYear {
  year_from: IsoDate;
  flex_until: IsoDate;
}

export interface CalendarFiguresPlanYear {
  year_from: IsoDate;
  plans_until: IsoDate;
  plans_used: number;
  plans_left: number;
}

export interface CalendarFigures {
  plans_left?: number;
  scenarios_left?: number;
  flex_years?: CalendarFiguresFlexYear[];
  plan_years?: CalendarFiguresPlanYear[];
}

export interface CalendarDates {
  safe_request_until: IsoDate;
  borderline_request_on: IsoDate;
  enhanced_onboarding_until?: IsoDate;
  onboarding_until?: IsoDate;
  monitors_ready_by?: IsoDate;
  usable_until: IsoDate;
}

export interface CalendarLine {
  label?: string;
  counted_from?: IsoDate;
  report_due_on?: IsoDate;
  days_before_closing?: number;
  early_enough?: boolean;
  late_enough?: boolean;
  verdict: 'eligible' | 'refer' | 'ineligible';
}

export type CalendarFigure = `figures.${keyof CalendarFigures}` | `dates.${keyof CalendarDates}` | `lines.${number}.${keyof CalendarLine}` | `figures.flex_years.${number}.${keyof NonNullable<CalendarFigures['flex_years']>[number]}` | `figures.plan_years.${number}.${keyof NonNullable<CalendarFigures['plan_years']>[number]}` | `between.${string}`;

export type CalendarReason = 'after_the_request_days' | 'after_the_term' | 'closing_day_not_given' | 'only_days_before_holds' | 'only_within_days_holds' | 'on_the_borderline_day' | 'requested_after_closing' | 'requested_on_the_closing_day';

export type CalendarAssumption = 'borderline_day_read_as_in_time' | 'business_days_monday_to_friday' | 'enhanced_onboarding_from_its_start' | 'first_day_is_day_one' | 'flex_years_from_the_start' | 'plan_years_from_the_start' | 'short_year_counts' | 'edition_undated';

export type CalendarWarning = 'ask_when_opening_the_case' | 'borderline_before_the_start' | 'enhanced_onboarding_by_the_letter' | 'enhanced_onboarding_over' | 'enhanced_onboarding_today' | 'last_safe_day' | 'monitors_due_today' | 'monitors_overdue' | 'more_plans_than_allowed' | 'more_scenarios_than_covered' | 'not_mitigated' | 'onboarding_over' | 'onboarding_today' | 'outside_the_term' | 'own_incidents_only' | 'past_the_end' | 'plans_outside_the_term' | 'report_due_today' | 'report_only_if_asked_in_time' | 'report_overdue' | 'term_not_begun' | 'unused_lapses';

export interface CalendarAnswer extends AnswerEnvelope {
  calculator: 'calendar';
  verdict: 'eligible' | 'refer' | 'ineligible';
  figures: CalendarFigures;
  dates: CalendarDates;
  lines: CalendarLine[];
  steps?: Step<CalendarFigure>[];
  reasons: Note<CalendarReason>[];
  assumptions: Note<CalendarAssumption>[];
  warnings: Note<CalendarWarning>[];
}

// ---- event

export interface EventInput {
  event_kind: 'high_load' | 'new_feature' | 'new_solution' | 'migration' | 'other';
  cloud: 'public' | 'public_and_government_or_sovereign' | 'government_or_sovereign';
  /** 1 to 1000000 */
  solutions: number;
  /** 1990-01-01 to 2100-12-31 */
  starts_on: IsoDate;
  /** 1990-01-01 to 2100-12-31 */
  ends_on: IsoDate;
  /** 1990-01-01 to 2100-12-31 */
  arranged_on?: IsoDate;
  /** 1990-01-01 to 2100-12-31 */
  confirmed_on?: IsoDate;
  /** default not_asked */
  shorter_notice?: 'not_asked' | 'agreed' | 'declined';
  restricted_staff?: boolean;
}

export interface EventRequest extends RequestEnvelope {
  calculator: 'event';
  currency?: string;
  input: EventInput;
}

export interface EventFigures {
  units: number;
  days: number;
  units_per_solution: number;
  arranged_in_time: boolean;
  confirmed_in_time: boolean;
  file_through: 'azure_portal';
  case_mark: string;
}

export interface EventDates {
  settle_by: IsoDate;
}

export interface EventLine {
}

export type EventFigure = `figures.${keyof EventFigures}` | `dates.${keyof EventDates}` | `lines.${number}.${keyof EventLine}` | `between.${string}`;

export type EventReason = 'arranged_too_late' | 'confirmed_too_late' | 'event_cloud_not_covered' | 'event_kind_not_listed' | 'has_both_environments' | 'no_time_to_arrange' | 'no_time_to_confirm' | 'shorter_notice_agreed' | 'shorter_notice_declined' | 'shorter_notice_not_asked' | 'staff_cannot_be_restricted';

export type EventAssumption = 'both_days_keep_the_notice' | 'first_and_last_day_count' | 'one_unit_a_solution' | 'edition_undated';

export type EventWarning = 'assessment_may_be_cut' | 'cancelled_without_resources' | 'event_in_english_only' | 'event_is_over' | 'last_day_to_settle' | 'scope_set_beforehand' | 'still_to_arrange' | 'still_to_confirm';

export interface EventAnswer extends AnswerEnvelope {
  calculator: 'event';
  verdict: 'eligible' | 'refer' | 'ineligible';
  figures: EventFigures;
  dates: EventDates;
  lines: EventLine[];
  steps?: Step<EventFigure>[];
  reasons: Note<EventReason>[];
  assumptions: Note<EventAssumption>[];
  warnings: Note<EventWarning>[];
}

// ---- response

export type ResponseProduct =
  | 'azure_component'
  | 'azure_storsimple'
  | 'github_ae'
  | 'azure_communication_services'
  | 'billing_and_subscription_management'
  | 'us_gov_clouds'
  | 'a40'
  | 'azure_media_services'
  | 'azure_stack'
  | 'm365_test_base'
  | 'microsoft_mesh'
  | 'universal_print'
  | 'other_product';

export interface ResponseInputHoliday {
  /** 1990-01-01 to 2100-12-31 */
  holiday: IsoDate;
  /** at most 80 characters */
  occasion?: string;
}

export interface ResponseInputCommon {
  severity: '1' | 'A' | 'B' | 'C';
  product: ResponseProduct;
  /** 1990-01-01T00:00 to 2100-12-31T23:59 */
  local_time: LocalTime;
  channel: 'phone' | 'web' | 'portal';
  unified_enhanced_response: boolean;
  rapid_response: boolean;
  /** default 09:00 */
  opens_at?: TimeOfDay;
  /** default 17:30 */
  closes_at?: TimeOfDay;
  /** default monday_to_friday */
  working_days?: 'monday_to_friday' | 'monday_to_saturday' | 'sunday_to_thursday' | 'every_day';
  /** 0 to 1000 of them */
  holidays?: ResponseInputHoliday[];
}

export type ResponseInput = ResponseInputCommon & (
  | { event: 'no_event'; event_from?: never; event_until?: never; aem_in_description?: never }
  | { event: 'about_the_event'; event_from: IsoDate; event_until: IsoDate; aem_in_description: boolean }
  | { event: 'about_something_else'; event_from?: never; event_until?: never; aem_in_description?: never });

export interface ResponseRequest extends RequestEnvelope {
  calculator: 'response';
  currency?: string;
  input: ResponseInput;
}

export interface ResponseFiguresCountedDay {
  counted_from: LocalTime;
  counted_until: LocalTime;
  counted_minutes: number;
}

export type ResponseDuty =
  | 'critical_situation_resource'
  | 'critical_situation_oversight'
  | 'senior_incident_manager'
  | 'experienced_specialists'
  | 'engineers_who_know_the_solution'
  | 'escalate_at_response'
  | 'escalate_to_product_group'
  | 'escalate_to_cloud_operations'
  | 'resolve_around_the_clock'
  | 'resolve_in_business_hours'
  | 'notify_own_executives'
  | 'summary_after_the_event'
  | 'incident_review'
  | 'notify_your_executives'
  | 'resources_around_the_clock'
  | 'rapid_access'
  | 'matching_resources'
  | 'change_control_response'
  | 'correct_case_contact'
  | 'reply';

export interface ResponseFiguresDuty {
  side: 'microsoft' | 'customer';
  duty: ResponseDuty;
  within_hours?: number;
  counted_in?: 'around_the_clock' | 'business_hours';
  plan: 'base' | 'uer' | 'rapid_response' | 'aem';
}

export interface ResponseFigures {
  plan: 'base' | 'uer' | 'rapid_response' | 'aem';
  target_minutes: number;
  clock: 'around_the_clock' | 'business_hours';
  resolution: 'around_the_clock' | 'business_hours';
  situation: 'system_down' | 'core_process_lost' | 'system_degraded' | 'moderate_impact' | 'minor_impact';
  situation_also?: 'core_process_lost';
  in_business_hours?: boolean;
  counted_days?: ResponseFiguresCountedDay[];
  duties: ResponseFiguresDuty[];
}

export interface ResponseDates {
  respond_by: LocalTime;
  attention_by: LocalTime;
  critical_resource_by?: LocalTime;
  clock_starts?: LocalTime;
}

export type ResponseWhyNot =
  | 'not_held'
  | 'no_time_for_severity'
  | 'component_left_out'
  | 'azure_components_only'
  | 'not_about_the_event'
  | 'outside_the_event'
  | 'portal_only'
  | 'aem_not_in_description'
  | 'times_replaced';

export interface ResponseLine {
  plan: 'base' | 'uer' | 'rapid_response' | 'aem';
  held: boolean;
  applies: boolean;
  target_minutes?: number;
  respond_by?: LocalTime;
  why_not?: ResponseWhyNot;
}

export type ResponseFigure = `figures.${keyof ResponseFigures}` | `dates.${keyof ResponseDates}` | `lines.${number}.${keyof ResponseLine}` | `figures.counted_days.${number}.${keyof NonNullable<ResponseFigures['counted_days']>[number]}` | `figures.duties.${number}.${keyof NonNullable<ResponseFigures['duties']>[number]}` | `between.${string}`;

export type ResponseReason = 'aem_not_in_description' | 'azure_components_only' | 'component_left_out' | 'no_time_for_severity' | 'not_about_the_event' | 'outside_the_event' | 'portal_only' | 'times_replaced';

export type ResponseAssumption = 'business_hours_are_yours' | 'business_hours_as_stated' | 'closing_time_is_closed' | 'counted_from_opening' | 'event_days_count_whole' | 'left_out_takes_other_time' | 'one_cell_for_1_and_a' | 'one_list_leaves_it_out' | 'portal_is_on_the_web' | 'response_counts_business_hours' | 'severity_a_note_is_downgrade' | 'shortest_of_several' | 'two_components_in_one' | 'edition_undated';

export type ResponseWarning = 'aem_english_only' | 'around_the_clock_may_end' | 'enhanced_response_languages' | 'expected_not_guaranteed' | 'not_covered_by_aed' | 'online_cases_by_portal' | 'rapid_response_languages' | 'severity_may_be_lowered';

export interface ResponseAnswer extends AnswerEnvelope {
  calculator: 'response';
  figures: ResponseFigures;
  dates: ResponseDates;
  lines: ResponseLine[];
  steps?: Step<ResponseFigure>[];
  reasons: Note<ResponseReason>[];
  assumptions: Note<ResponseAssumption>[];
  warnings: Note<ResponseWarning>[];
}

// ---- cancellation

export interface CancellationInputLine {
  /** at most 80 characters */
  service?: string;
  /** more than 0, at most 999999999999.99 */
  fee: Money;
  /** 1990-01-01 to 2100-12-31 */
  starts_on: IsoDate;
  /** 1990-01-01 to 2100-12-31; default `as_of` */
  cancelled_on?: IsoDate;
  paid_with?: 'cash' | 'flex' | 'credits';
}

export interface CancellationInput {
  /** 1 to 1000 of them */
  lines: CancellationInputLine[];
}

export interface CancellationRequest extends RequestEnvelope {
  calculator: 'cancellation';
  currency: string;
  input: CancellationInput;
}

export interface CancellationFigures {
  fee: Money;
  charge: Money;
  refund: Money;
}

export interface CancellationDates {
  full_refund_until: IsoDate;
  half_refund_until: IsoDate;
}

export interface CancellationLine {
  service?: string;
  days_ahead: number;
  charge_percent: Percent;
  charge: Money;
  refund: Money;
  full_refund_until: IsoDate;
  half_refund_until: IsoDate;
  verdict: 'eligible' | 'ineligible';
}

export type CancellationFigure = `figures.${keyof CancellationFigures}` | `dates.${keyof CancellationDates}` | `lines.${number}.${keyof CancellationLine}` | `between.${string}`;

export type CancellationReason = 'too_late_for_refund';

export type CancellationAssumption = 'after_start_read_as_full_charge' | 'calendar_days' | 'full_refund_where_applicable' | 'rescheduling_not_addressed' | 'rounding_not_stated' | 'edition_undated';

export type CancellationWarning = 'refund_form_unstated';

export interface CancellationAnswer extends AnswerEnvelope {
  calculator: 'cancellation';
  currency: string;
  verdict: 'eligible' | 'ineligible';
  figures: CancellationFigures;
  dates: CancellationDates;
  lines: CancellationLine[];
  steps?: Step<CancellationFigure>[];
  reasons: Note<CancellationReason>[];
  assumptions: Note<CancellationAssumption>[];
  warnings: Note<CancellationWarning>[];
}

// ---- use_check

export type UseCheckIntendedUse =
  | 'current_use'
  | 'planned_use'
  | 'unpaid_use'
  | 'use_abroad'
  | 'own_staff_and_contractors'
  | 'affiliate_or_other_person'
  | 'copies_with_notices'
  | 'copies_without_notices'
  | 'rent_or_lease'
  | 'host_for_others'
  | 'reverse_engineer'
  | 'separate_components'
  | 'high_risk'
  | 'supporting_with_principal'
  | 'supporting_alone'
  | 'install_update'
  | 'replaced_version'
  | 'sublicense'
  | 'transfer'
  | 'after_termination'
  | 'link_other_programs'
  | 'content_across_borders'
  | 'export'
  | 'tangible_delivery'
  | 'persons_informed'
  | 'persons_not_informed'
  | 'guidance_as_advice';

export interface UseCheckInputLine {
  intended_use: UseCheckIntendedUse;
  /** 0 to 1000000 */
  entitled?: number;
  /** 0 to 1000000 */
  copies?: number;
  used_in?: CountryCode;
  /** default nothing */
  permitted_by?: 'nothing' | 'unsure' | 'mandatory_law' | 'transaction_document' | 'ibm';
}

export interface UseCheckInput {
  country: CountryCode;
  /** 1 to 1000 of them */
  lines: UseCheckInputLine[];
}

export interface UseCheckRequest extends RequestEnvelope {
  calculator: 'use_check';
  currency?: string;
  input: UseCheckInput;
}

export interface UseCheckFigures {
  barred: number;
  on_conditions: number;
  permitted: number;
}

export interface UseCheckDates {
}

export interface UseCheckLine {
  intended_use: UseCheckIntendedUse;
  excess?: number;
  verdict: 'eligible' | 'refer' | 'ineligible';
}

export type UseCheckFigure = `figures.${keyof UseCheckFigures}` | `dates.${keyof UseCheckDates}` | `lines.${number}.${keyof UseCheckLine}` | `between.${string}`;

export type UseCheckReason = 'acquire_before_use' | 'ask_your_own_experts' | 'comply_with_export_law' | 'components_stay_together' | 'content_may_cross_borders' | 'copies_carry_notices' | 'copies_need_notices' | 'country_not_named' | 'delivered_to_the_carrier' | 'destroy_copies' | 'document_permits' | 'for_you_and_on_your_behalf' | 'ibm_permits' | 'law_permits' | 'may_be_permitted' | 'more_than_entitled' | 'new_terms_accepted' | 'no_reverse_engineering' | 'no_transfer' | 'not_among_the_users' | 'not_for_rent' | 'not_for_third_parties' | 'not_where_failure_harms' | 'only_this_country' | 'only_to_support_the_principal' | 'only_where_acquired' | 'pay_before_use' | 'persons_come_first' | 'persons_have_been_informed' | 'stop_using_the_replaced' | 'supports_the_principal' | 'third_party_terms_accepted' | 'used_where_acquired' | 'within_entitlement';

export type UseCheckAssumption = 'consent_needs_terms' | 'law_exception_names_transfers' | 'listed_in_parts' | 'metric_not_stated' | 'name_may_mean_two_countries' | 'one_territory_under_two_names' | 'saint_lucia_under_another_name' | 'territory_words_in_the_third_sentence' | 'users_named_are_all';

export type UseCheckWarning = 'additional_rights_for_a_fee' | 'country_of_acquisition_decides' | 'japanese_export_law' | 'old_version_stops' | 'some_terms_outlive' | 'transaction_document_decides' | 'before_this_edition';

export interface UseCheckAnswer extends AnswerEnvelope {
  calculator: 'use_check';
  verdict: 'eligible' | 'refer' | 'ineligible';
  figures: UseCheckFigures;
  dates: UseCheckDates;
  lines: UseCheckLine[];
  steps?: Step<UseCheckFigure>[];
  reasons: Note<UseCheckReason>[];
  assumptions: Note<UseCheckAssumption>[];
  warnings: Note<UseCheckWarning>[];
}

// ---- true_up

export interface TrueUpInputLine {
  /** at most 80 characters */
  program?: string;
  /** 0 to 1000000 */
  entitled: number;
  /** 0 to 1000000 */
  deployed: number;
  /** more than 0, at most 999999999999.99 */
  current_price: Money;
  /** more than 0, at most 999999999999.99 */
  support_price?: Money;
  /** 0 to 1000000 */
  excess_months: number;
}

export interface TrueUpInput {
  country: CountryCode;
  /** 1990-01-01 to 2100-12-31 */
  notified_on?: IsoDate;
  /** more than 0, at most 999999999999.99 */
  other_charges?: Money;
  /** 0 to 100; at most 4 decimals */
  tax_percent?: Percent;
  /** 1 to 1000 of them */
  lines: TrueUpInputLine[];
}

export interface TrueUpRequest extends RequestEnvelope {
  calculator: 'true_up';
  currency: string;
  input: TrueUpInput;
}

export interface TrueUpFigures {
  total?: Money;
  excess: number;
  licences: Money;
  support?: Money;
  other_charges?: Money;
  tax?: Money;
  gross?: Money;
}

export interface TrueUpDates {
  data_due_by?: IsoDate;
}

export interface TrueUpLine {
  program?: string;
  excess: number;
  licences: Money;
  charged_months: number;
  support?: Money;
  due?: Money;
  standing: 'within' | 'beyond';
  verdict: 'eligible' | 'refer' | 'ineligible';
  lacks?: 'support_price';
}

export type TrueUpFigure = `figures.${keyof TrueUpFigures}` | `dates.${keyof TrueUpDates}` | `lines.${number}.${keyof TrueUpLine}` | `between.${string}`;

export type TrueUpReason = 'country_not_named' | 'more_than_entitled';

export type TrueUpAssumption = 'data_due_on_the_last_day' | 'listed_in_parts' | 'metric_by_the_proof' | 'name_may_mean_two_countries' | 'no_month_of_excess' | 'one_territory_under_two_names' | 'rounding_not_stated' | 'saint_lucia_under_another_name' | 'support_by_the_month' | 'support_even_without_any' | 'tax_not_in_text' | 'yearly_on_request';

export type TrueUpWarning = 'audit_on_notice' | 'buy_before_use_grows' | 'country_of_acquisition_decides' | 'data_are_overdue' | 'order_at_once' | 'support_price_missing' | 'transaction_document_decides' | 'before_this_edition';

export interface TrueUpAnswer extends AnswerEnvelope {
  calculator: 'true_up';
  currency: string;
  verdict: 'eligible' | 'refer' | 'ineligible';
  figures: TrueUpFigures;
  dates: TrueUpDates;
  lines: TrueUpLine[];
  steps?: Step<TrueUpFigure>[];
  reasons: Note<TrueUpReason>[];
  assumptions: Note<TrueUpAssumption>[];
  warnings: Note<TrueUpWarning>[];
}

// ---- licence_return

export interface LicenceReturnInputCommon {
  country: CountryCode;
  downloaded: boolean;
  proof_in_hand: boolean;
}

export type LicenceReturnInput = LicenceReturnInputCommon & (
  | { acceptance: 'accepted'; acquired_on: IsoDate; returned_on?: IsoDate }
  | { acceptance: 'not_accepted'; acquired_on?: never; returned_on?: never }
  | { acceptance: 'without_authority'; acquired_on?: never; returned_on?: never });

export interface LicenceReturnRequest extends RequestEnvelope {
  calculator: 'licence_return';
  currency?: string;
  input: LicenceReturnInput;
}

export interface LicenceReturnFigures {
  refund_from: 'ibm_or_partner' | 'whom_it_came_from' | 'supplier' | 'as_law_provides' | 'nobody';
  hand_back: 'program_and_proof' | 'as_instructed' | 'media_documentation_and_proof' | 'proof' | 'nothing';
  destroy_copies: boolean;
  days_left?: number;
}

export interface LicenceReturnDates {
  return_by?: IsoDate;
  careful_return_by?: IsoDate;
}

export interface LicenceReturnLine {
}

export type LicenceReturnFigure = `figures.${keyof LicenceReturnFigures}` | `dates.${keyof LicenceReturnDates}` | `lines.${number}.${keyof LicenceReturnLine}` | `between.${string}`;

export type LicenceReturnReason = 'country_not_named' | 'law_may_provide' | 'no_other_refund' | 'proof_missing' | 'returned_in_time' | 'returned_too_late' | 'terms_not_accepted';

export type LicenceReturnAssumption = 'first_acquisition_counts' | 'first_day_excluded' | 'listed_in_parts' | 'name_may_mean_two_countries' | 'one_territory_under_two_names' | 'refused_after_downloading' | 'saint_lucia_under_another_name' | 'sent_or_received';

export type LicenceReturnWarning = 'ask_for_instructions' | 'careful_day_has_passed' | 'country_of_acquisition_decides' | 'destroy_every_copy' | 'other_contract_may_refund' | 'return_at_once' | 'returned_before_acquired' | 'transaction_document_decides' | 'before_this_edition';

export interface LicenceReturnAnswer extends AnswerEnvelope {
  calculator: 'licence_return';
  verdict: 'eligible' | 'refer' | 'ineligible';
  figures: LicenceReturnFigures;
  dates: LicenceReturnDates;
  lines: LicenceReturnLine[];
  steps?: Step<LicenceReturnFigure>[];
  reasons: Note<LicenceReturnReason>[];
  assumptions: Note<LicenceReturnAssumption>[];
  warnings: Note<LicenceReturnWarning>[];
}

// ---- late_charge

export interface LateChargeInputLine {
  /** at most 80 characters */
  invoice?: string;
  /** more than 0, at most 999999999999.99 */
  amount: Money;
  /** 1990-01-01 to 2100-12-31 */
  invoiced_on: IsoDate;
  /** 1990-01-01 to 2100-12-31; only where `country` is not FR, UA */
  invoice_received_on?: IsoDate;
  /** 1990-01-01 to 2100-12-31; default `as_of` */
  paid_on?: IsoDate;
  /** more than 0, at most 999999999999.99; only where `country` is HK, ID, KR, MO, MY, PH, SG, VN */
  legal_maximum?: Money;
}

export interface LateChargeInput {
  country: CountryCode;
  /** 0 to 100; at most 4 decimals; required where `country` is FR */
  ecb_rate_percent?: Percent;
  /** 0 to 100; at most 4 decimals; required where `country` is UA */
  nbu_rate_percent?: Percent;
  /** required where `country` is IT */
  asked_in_writing?: boolean;
  /** more than 0, at most 1000000; at most 8 decimals; required where `country` is FR and `currency` is not EUR */
  eur_rate?: Rate;
  /** 1 to 1000 of them */
  lines: LateChargeInputLine[];
}

export interface LateChargeRequest extends RequestEnvelope {
  calculator: 'late_charge';
  currency: string;
  input: LateChargeInput;
}

export interface LateChargeFigures {
  charge?: Money;
  interest?: Money;
  fixed_sum?: Money;
  other_charge?: Money;
  invoices_late: number;
}

export interface LateChargeDates {
  pay_by: IsoDate;
}

export interface LateChargeLine {
  invoice?: string;
  pay_by: IsoDate;
  due_on?: IsoDate;
  days_late: number;
  outcome: 'on_time' | 'charged' | 'not_asked_in_writing' | 'rate_not_stated';
  periods?: number;
  late_percent?: Percent;
  rate_for?: 'period_begun' | 'month' | 'year';
  interest?: Money;
  fixed_sum?: Money;
  charge?: Money;
  other_charge?: Money;
}

export type LateChargeFigure = `figures.${keyof LateChargeFigures}` | `dates.${keyof LateChargeDates}` | `lines.${number}.${keyof LateChargeLine}` | `between.${string}`;

export type LateChargeReason = 'capped_by_law' | 'country_not_named' | 'not_asked_in_writing' | 'rate_not_stated';

export type LateChargeAssumption = 'basis_points_as_printed' | 'begun_periods_count_whole' | 'condition_is_on_the_charge' | 'due_day_is_the_last_day' | 'ecb_rate_is_yours' | 'eur_rate_is_yours' | 'fixed_sum_for_each_invoice' | 'late_after_the_last_day' | 'legal_maximum_not_entered' | 'listed_in_parts' | 'month_of_thirty_days' | 'name_may_mean_two_countries' | 'nbu_rate_is_yours' | 'no_compounding' | 'one_territory_under_two_names' | 'paid_when_received' | 'rounding_not_stated' | 'saint_lucia_under_another_name' | 'ten_days_replace_thirty' | 'year_of_365_days';

export type LateChargeWarning = 'charge_is_optional' | 'commercial_code_excluded' | 'country_of_acquisition_decides' | 'may_mean_percentage_points' | 'more_costs_may_be_claimed' | 'pay_by_transfer' | 'pay_by_transfer_or_in_person' | 'received_after_the_last_day' | 'registered_mail_notice' | 'transaction_document_decides' | 'before_this_edition';

export interface LateChargeAnswer extends AnswerEnvelope {
  calculator: 'late_charge';
  currency: string;
  verdict?: 'refer';
  figures: LateChargeFigures;
  dates: LateChargeDates;
  lines: LateChargeLine[];
  steps?: Step<LateChargeFigure>[];
  reasons: Note<LateChargeReason>[];
  assumptions: Note<LateChargeAssumption>[];
  warnings: Note<LateChargeWarning>[];
}

// ---- tax

export interface TaxInput {
  country: CountryCode;
  /** more than 0, at most 999999999999.99 */
  net: Money;
  /** 0 to 100; at most 4 decimals */
  tax_percent?: Percent;
  /** 0 to 100; at most 4 decimals */
  withholding_percent?: Percent;
  /** default before_tax */
  withheld_on?: 'before_tax' | 'with_tax';
  cross_border?: boolean;
  /** only where `country` is CA, US */
  benefit_elsewhere?: boolean;
  /** only where `country` is US */
  electronic_delivery?: boolean;
  /** only where `country` is IN */
  exemption_certificate?: boolean;
}

export interface TaxRequest extends RequestEnvelope {
  calculator: 'tax';
  currency: string;
  input: TaxInput;
}

export interface TaxFigures {
  tax?: Money;
  gross: Money;
  withheld?: Money;
  to_ibm: Money;
}

export interface TaxDates {
}

export interface TaxLine {
}

export type TaxFigure = `figures.${keyof TaxFigures}` | `dates.${keyof TaxDates}` | `lines.${number}.${keyof TaxLine}` | `between.${string}`;

export type TaxReason = 'country_not_named';

export type TaxAssumption = 'listed_in_parts' | 'name_may_mean_two_countries' | 'one_territory_under_two_names' | 'rounding_not_stated' | 'saint_lucia_under_another_name' | 'tax_not_in_text' | 'tax_route_not_stated' | 'taxes_invoiced_on_top' | 'withholding_base_not_stated' | 'withholding_is_deducted';

export type TaxWarning = 'cooperate_on_exemption' | 'cooperate_on_relief' | 'country_of_acquisition_decides' | 'cross_border_duties_are_yours' | 'file_tds_return' | 'keep_documents_current' | 'no_tangible_property' | 'notify_of_location' | 'pay_authority_and_send_certificate' | 'rejected_certificate' | 'transaction_document_decides' | 'before_this_edition';

export interface TaxAnswer extends AnswerEnvelope {
  calculator: 'tax';
  currency: string;
  verdict?: 'refer';
  figures: TaxFigures;
  dates: TaxDates;
  lines: TaxLine[];
  steps?: Step<TaxFigure>[];
  reasons: Note<TaxReason>[];
  assumptions: Note<TaxAssumption>[];
  warnings: Note<TaxWarning>[];
}

// ---- liability

export type LiabilityDamage =
  | 'direct'
  | 'data'
  | 'special'
  | 'nominal'
  | 'exemplary'
  | 'moral'
  | 'incidental'
  | 'punitive'
  | 'indirect'
  | 'economic_consequential'
  | 'other_consequential'
  | 'profits'
  | 'business_opportunity'
  | 'value'
  | 'revenue'
  | 'goodwill'
  | 'reputation'
  | 'anticipated_savings'
  | 'third_party_claims'
  | 'waived_benefits';

export type LiabilityGround =
  | 'ordinary'
  | 'intent'
  | 'gross_negligence'
  | 'personal_injury'
  | 'guarantee'
  | 'mandatory_law'
  | 'consumer_guarantee'
  | 'consumer_title_guarantee'
  | 'non_ibm_product'
  | 'not_from_ibm'
  | 'own_materials'
  | 'business_partner';

export interface LiabilityInputCommon {
  country: CountryCode;
  /** more than 0, at most 1000000; at most 8 decimals; required unless `currency` is USD, and refused there */
  usd_rate?: Rate;
  /** more than 0, at most 1000000; at most 8 decimals; required where `country` is BE, DE, ES, FR, IT, LU, MT, PT and `currency` is not EUR */
  eur_rate?: Rate;
  /** default direct */
  damage?: LiabilityDamage;
  /** default ordinary */
  ground?: LiabilityGround;
  /** more than 0, at most 999999999999.99 */
  claimed?: Money;
}

export type LiabilityInput = LiabilityInputCommon & (
  | { payment: 'free'; paid_once?: never; monthly_charge?: never; months_paid?: never; yearly_charge?: never; years_paid?: never }
  | { payment: 'once'; paid_once: Money; monthly_charge?: never; months_paid?: never; yearly_charge?: never; years_paid?: never }
  | { payment: 'recurring'; paid_once?: never; monthly_charge: Money; months_paid: number; yearly_charge?: never; years_paid?: never }
  | { payment: 'both'; paid_once: Money; monthly_charge: Money; months_paid: number; yearly_charge?: never; years_paid?: never }
  | { payment: 'yearly'; paid_once?: never; monthly_charge?: never; months_paid?: never; yearly_charge: Money; years_paid: number }
  | { payment: 'once_and_yearly'; paid_once: Money; monthly_charge?: never; months_paid?: never; yearly_charge: Money; years_paid: number });

export interface LiabilityRequest extends RequestEnvelope {
  calculator: 'liability';
  currency: string;
  input: LiabilityInput;
}

export interface LiabilityFiguresUncapped {
  ground: LiabilityGround;
}

export interface LiabilityFiguresRemedy {
  remedy: 'repair' | 'replacement' | 'equivalent_supply' | 'cost_of_replacement' | 'cost_of_repair';
}

export interface LiabilityFigures {
  paid_counted: Money;
  dollar_limb: Money;
  euro_limb?: Money;
  paid_limb: Money;
  cap: Money;
  decided_by: 'dollars' | 'euros' | 'paid' | 'equal';
  extent: 'up_to_the_cap' | 'without_a_cap' | 'excluded' | 'not_at_all' | 'remedies';
  recoverable?: Money;
  not_recoverable?: Money;
  uncapped: LiabilityFiguresUncapped[];
  remedies?: LiabilityFiguresRemedy[];
}

export interface LiabilityDates {
}

export interface LiabilityLine {
  damage: LiabilityDamage;
  excluded: boolean;
}

export type LiabilityFigure = `figures.${keyof LiabilityFigures}` | `dates.${keyof LiabilityDates}` | `lines.${number}.${keyof LiabilityLine}` | `figures.uncapped.${number}.${keyof NonNullable<LiabilityFigures['uncapped']>[number]}` | `figures.remedies.${number}.${keyof NonNullable<LiabilityFigures['remedies']>[number]}` | `between.${string}`;

export type LiabilityReason = 'actual_and_proven_damages' | 'all_consequential_damages' | 'cap_on_any_legal_basis' | 'country_not_named' | 'damage_excluded' | 'damage_excluded_here' | 'direct_damages_only' | 'euro_floor' | 'foreseeable_damages_agreed' | 'german_kinds_uncapped' | 'list_of_damages_replaced' | 'lifted_for_intent_and_gross_negligence' | 'moral_damages_too' | 'mandatory_law_replaced' | 'no_cap_on_this' | 'not_answered_for' | 'nothing_paid' | 'partners_answer_alone' | 'repair_or_replacement' | 'share_of_what_was_paid' | 'waived_benefits_too';

export type LiabilityAssumption = 'cap_rounded_once' | 'dollar_limb_stays' | 'euros_converted' | 'exchange_day_not_stated' | 'insertion_splits_a_term' | 'listed_in_parts' | 'months_before_the_claim' | 'name_may_mean_two_countries' | 'not_named_may_be_indirect' | 'once_and_recurring_add_up' | 'one_territory_under_two_names' | 'only_the_cap_is_lifted' | 'quoted_words_differ' | 'saint_lucia_under_another_name' | 'share_of_at_most_twelve_months' | 'title_guarantee_left_open';

export type LiabilityWarning = 'affiliates_share_the_limit' | 'all_claims_together' | 'consumer_law_preserved' | 'country_of_acquisition_decides' | 'law_may_forbid_limits' | 'no_warranty' | 'rest_stays_in_force' | 'sole_remedy' | 'transaction_document_decides' | 'before_this_edition';

export interface LiabilityAnswer extends AnswerEnvelope {
  calculator: 'liability';
  currency: string;
  verdict?: 'refer';
  figures: LiabilityFigures;
  dates: LiabilityDates;
  lines: LiabilityLine[];
  steps?: Step<LiabilityFigure>[];
  reasons: Note<LiabilityReason>[];
  assumptions: Note<LiabilityAssumption>[];
  warnings: Note<LiabilityWarning>[];
}

// ---- dispute

export interface DisputeInputCommon {
  country: CountryCode;
  /** 1990-01-01 to 2100-12-31; required where `country` is not BG, BR, HR, RS, RU, SI and `nature` is interim_relief, ip_validity, other or `country` is not PL */
  arose_on?: IsoDate;
  /** more than 0, at most 999999999999.99; required where `country` is IN */
  amount_in_dispute?: Money;
  /** more than 0, at most 1000000; at most 8 decimals; required where `country` is IN and `currency` is not INR */
  inr_rate?: Rate;
  /** default party */
  brought_by?: 'party' | 'third_party';
  acquired_from?: 'ibm' | 'partner';
  /** 1990-01-01 to 2100-12-31; only where `country` is AE, AF, AL, AM, AO, AZ, BA, BF, BG, BH, BI, BJ, BW, BY, CD, CF, CG, CI, CM, CV, DJ, DZ, EE, EG, EH, ER, ET, GA, GE, GF, GH, GM, GN, GQ, GW, HR, IQ, JO, KE, KG, KW, KZ, LB, LR, LS, LT, LV, LY, MA, MD, ME, MG, MK, ML, MR, MW, MZ, NA, NE, NG, OM, PF, PK, PS, QA, RO, RS, RU, RW, SA, SC, SD, SL, SN, SO, ST, SZ, TD, TG, TJ, TM, TN, TZ, UA, UG, UZ, XK, YE, ZA, ZM, ZW */
  second_arbitrator_on?: IsoDate;
}

export type DisputeInput = DisputeInputCommon & (
  | { nature: 'receivable'; due_on?: IsoDate; amount_owed?: Money; usd_rate?: Rate }
  | { nature: 'interim_relief'; due_on?: never; amount_owed?: never; usd_rate?: never }
  | { nature: 'ip_validity'; due_on?: never; amount_owed?: never; usd_rate?: never }
  | { nature: 'other'; due_on?: never; amount_owed?: never; usd_rate?: never });

export interface DisputeRequest extends RequestEnvelope {
  calculator: 'dispute';
  currency: string;
  input: DisputeInput;
}

export type DisputeForum =
  | 'austrian_chamber_vienna'
  | 'fai_helsinki'
  | 'lcia_london'
  | 'icc_paris'
  | 'afsa_johannesburg'
  | 'siac_singapore'
  | 'india_1996_act'
  | 'bani_jakarta'
  | 'cietac_beijing'
  | 'vietnam_centre'
  | 'buenos_aires_commercial_courts'
  | 'santiago_courts'
  | 'colombian_judges'
  | 'quito_civil_judges'
  | 'caracas_courts'
  | 'lima_courts'
  | 'montevideo_courts'
  | 'sao_paulo_courts'
  | 'mexico_city_courts'
  | 'seoul_central_district_court'
  | 'paris_commercial_court'
  | 'vienna_inner_city_court'
  | 'nicosia_court'
  | 'stuttgart_court'
  | 'athens_court'
  | 'tel_aviv_court'
  | 'milan_court'
  | 'lisbon_court'
  | 'madrid_court'
  | 'zurich_commercial_court'
  | 'istanbul_courts'
  | 'none_named';

export type DisputeSeat =
  | 'vienna'
  | 'helsinki'
  | 'london'
  | 'paris'
  | 'johannesburg'
  | 'singapore'
  | 'bangalore'
  | 'jakarta'
  | 'beijing'
  | 'vietnam';

export type DisputeLaw =
  | 'new_york'
  | 'ontario_and_canada'
  | 'argentina'
  | 'chile'
  | 'colombia'
  | 'ecuador'
  | 'venezuela'
  | 'peru'
  | 'uruguay'
  | 'australian_state'
  | 'hong_kong'
  | 'korea'
  | 'taiwan'
  | 'india'
  | 'austria'
  | 'finland'
  | 'france'
  | 'england'
  | 'switzerland'
  | 'south_africa'
  | 'law_of_the_transaction';

export interface DisputeFigures {
  forum: DisputeForum;
  route: 'court' | 'arbitration' | 'arbitration_or_court' | 'arbitration_on_request' | 'none_named';
  court_limit?: Money;
  seat?: DisputeSeat;
  language?: 'english' | 'french' | 'not_stated';
  arbitrators?: number;
  one_arbitrator_limit?: Money;
  law: DisputeLaw;
  rights_hold_in: 'country_alone' | 'country_or_agreed_use';
  limitation_years?: number;
  days_left?: number;
  responsible_company?: 'ibm_company_that_sold' | 'ibm_company_of_country';
}

export interface DisputeDates {
  file_by?: IsoDate;
  chair_by?: IsoDate;
}

export interface DisputeLine {
}

export type DisputeFigure = `figures.${keyof DisputeFigures}` | `dates.${keyof DisputeDates}` | `lines.${number}.${keyof DisputeLine}` | `between.${string}`;

export type DisputeReason = 'arbitrators_not_stated' | 'award_is_final' | 'claim_is_late' | 'country_not_named' | 'either_party_may_arbitrate' | 'exclusive_court' | 'interim_relief_in_court' | 'ip_validity_in_court' | 'law_may_set_another_period' | 'law_without_a_forum' | 'neither_law_nor_forum_named' | 'no_exception_for_this_claim' | 'no_exception_named' | 'no_period_in_the_text' | 'no_rights_for_third_parties' | 'receivable_above_the_limit' | 'receivable_within_the_limit' | 'sale_convention_excluded' | 'vacancy_keeps_the_stage';

export type DisputeAssumption = 'all_disputes_of_this_contract' | 'arbitration_counts_as_action' | 'arbitration_without_a_law' | 'bare_name_read_as_law' | 'chair_days_from_the_second' | 'court_without_a_law' | 'inr_rate_is_yours' | 'institution_printed_otherwise' | 'last_day_still_in_time' | 'law_and_arbitration_apart' | 'leap_day_on_the_28th' | 'limit_for_each_claim' | 'limit_itself_included' | 'listed_in_parts' | 'macau_under_hong_kong_law' | 'name_may_mean_two_countries' | 'negation_missing' | 'one_territory_under_two_names' | 'paragraph_lettered_otherwise' | 'period_from_the_cause' | 'prejudice_misprinted' | 'saint_lucia_under_another_name' | 'section_eight_read_as_seven' | 'spelled_two_ways' | 'territory_sentence_counted_otherwise' | 'usd_rate_is_yours' | 'years_word_printed_otherwise';

export type DisputeWarning = 'address_change_ahead' | 'agreement_in_english' | 'assignment_restricted' | 'award_within_the_contract' | 'claims_against_parent_open' | 'consumer_law_preserved' | 'country_of_acquisition_decides' | 'cure_first' | 'czech_code_excluded' | 'czech_terms_acknowledged' | 'dutch_rights_waived' | 'english_version_prevails' | 'financial_terms_considered' | 'force_majeure' | 'force_majeure_listed' | 'force_majeure_replaced' | 'french_code_excluded' | 'hungarian_terms_acknowledged' | 'ibm_may_assign' | 'japanese_export_law' | 'last_day_to_file' | 'no_claims_against_parent' | 'not_arisen_yet' | 'notices_in_writing' | 'privacy_requests_to_madrid' | 'romanian_unusual_terms' | 'settle_first' | 'sole_remedy' | 'termination_without_court' | 'transaction_document_decides' | 'before_this_edition';

export interface DisputeAnswer extends AnswerEnvelope {
  calculator: 'dispute';
  currency: string;
  verdict: 'eligible' | 'refer' | 'ineligible';
  figures: DisputeFigures;
  dates: DisputeDates;
  lines: DisputeLine[];
  steps?: Step<DisputeFigure>[];
  reasons: Note<DisputeReason>[];
  assumptions: Note<DisputeAssumption>[];
  warnings: Note<DisputeWarning>[];
}
