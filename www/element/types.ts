// What passes between the page and the core: requests, answers, refusals, and the core's own description of
// its calculators and terms. The names are the contract's; the element reads them and adds nothing.

import type { Format } from './format.js';
import type { QuoteDocument } from './quote/made.js';
import type { Words } from './words.js';

/** A value of a request. Money, percentages and rates are decimal strings; only counts are numbers. */
export type InputValue = string | number | boolean | InputValues[];
export interface InputValues { [name: string]: InputValue }

export interface QuoteRequest {
  calculator: string;
  as_of?: string;
  currency?: string;
  minor_units?: number;
  terms?: unknown;
  steps?: boolean;
  input: InputValues;
}

/** A value of an answer, or of a step. */
export type OutValue = string | number | boolean | OutValues[] | OutList;
export type OutList = (string | number)[];
export interface OutValues { [name: string]: OutValue }

/** How one figure came about. `figure` is the path of the value in the answer, `result` that very value. */
export interface Step {
  figure: string;
  formula: string;
  values: Record<string, OutValue>;
  /** Where each of the values is from: its path, or those of the several that a name stands for. */
  from: Record<string, string | string[]>;
  result: string | number | boolean;
  rounding: 'none' | 'half_up' | 'up' | 'down';
  clause: string;
}

/** A reason, an assumption or a warning. Without `line` it concerns the whole answer. */
export interface Note {
  code: string;
  line?: number;
  allocation?: number;
  values?: Record<string, OutValue>;
  clause?: string;
}

export interface QuoteAnswer {
  calculator: string;
  as_of: string;
  currency?: string;
  minor_units?: number;
  terms: { pack: string; name?: string; edition: string; edition_from?: string; digest: string; checked?: string };
  verdict?: string;
  figures: OutValues;
  dates: Record<string, string>;
  lines: OutValues[];
  steps?: Step[];
  reasons: Note[];
  assumptions: Note[];
  warnings: Note[];
}

export interface Fault {
  code: string;
  field: string;
  values?: Record<string, OutValue>;
  message: string;
}

export interface Refusal { errors: Fault[] }

export type FieldKind = 'money' | 'percent' | 'rate' | 'date' | 'count' | 'text' | 'choice' | 'list' | 'local_time' | 'time' | 'flag' | 'country' | 'currency';

/** It holds by itself, or where `or` does; and only where `and` does too. */
export interface Condition { field: string; in?: string[]; not_in?: string[]; or?: Condition; and?: Condition }

/** One input, as the core describes it. */
export interface Field {
  name: string;
  kind: FieldKind;
  required: boolean;
  min?: number | string;
  max?: number | string;
  above?: string;
  max_decimals?: number;
  /** The currency of an amount that is in another than the request's. */
  currency?: string;
  /** A count beside it that it may not exceed. */
  at_most?: string;
  /** What its number is of. */
  unit?: 'hours' | 'days' | 'months' | 'years' | 'credits';
  /** Texts of the form, and lists of them, one of which it repeats. */
  one_of?: string[];
  max_length?: number;
  choices?: string[];
  default?: string | number | { field: string };
  /** The term that the default is: terms that a page brings may have another. */
  default_term?: string;
  only_if?: Condition;
  items?: Field[];
}

/** A column of a table, and what it is taken for. */
export interface TableColumn {
  header: string;
  field: string | null;
  use: 'field' | 'answer' | 'unused' | 'ask';
  sample: string[];
  /** Where some of its days can be two, such as 3/4/2027: how many, and how many have but one order. */
  days?: { either: number; day_first: number; month_first: number };
}

/** A cell of a table that is no value, with its text; without a row, something that the whole table lacks. */
export interface TableFault { row: number | null; column: string; field: string | null; code: string; values: Record<string, OutValue>; text?: string }

/** A table that somebody has brought, as the core reads it. */
export interface ReadTable {
  encoding: string;
  delimiter: string;
  headed: boolean;
  columns: TableColumn[];
  rows: number;
  csv: Uint8Array;
  faults: TableFault[];
  left_out: { line: number; why: 'title' | 'total' | 'header' | 'note'; text: string }[];
  ask: boolean;
  lines?: Record<string, unknown>[];
}

export type OutKind = 'money' | 'percent' | 'count' | 'date' | 'local_time' | 'time' | 'month' | 'ratio' | 'rate' | 'choice' | 'flag' | 'text' | 'country' | 'clause' | 'places' | 'list';

/** What a value can be. */
export type Kind = OutKind | FieldKind;

/** What a key says that judges: that something is allowed, that it is not, or that it is to be asked. */
export type Tone = 'good' | 'bad' | 'ask';

/** One output, as the core describes it. */
export interface Out {
  name: string;
  kind: OutKind;
  choices?: string[];
  items?: Out[];
  optional?: boolean;
  /** Only put there, an entry or a word that sorts the line: it has no step. */
  shown?: boolean;
  /** A day that people keep in their calendar. */
  calendar?: boolean;
  /** What one pays in the end: of several offers the lowest is the cheapest. */
  paid?: boolean;
  /** What its number counts; `nth_year` is the place of one year among several. */
  unit?: Field['unit'] | 'minutes' | 'weeks' | 'business_days' | 'nth_year';
  /** Of keys that judge, what each says. */
  tones?: Record<string, Tone>;
  /** The currency of an amount that is in another than the answer's. */
  currency?: string;
}

/** A term that a step can name: one value, a list of keys, or rows of several. */
export interface TermOut extends Pick<Out, 'name' | 'unit' | 'currency'> {
  kind: Kind | 'rows';
  items?: Out[];
}

export interface Calculator {
  calculator: string;
  pack: string;
  money: boolean;
  portfolio: boolean;
  rules: string[];
  fields: Field[];
  answer: {
    verdicts?: string[];
    tones?: Record<string, Tone>;
    headline: string;
    losses?: string[];
    beside?: string[];
    /** The list of the request that the lines answer for, or the count of years; without it the lines are the document's own. */
    lines_of?: string;
    /** Figures that are ways to be weighed, each with its tax and with what it comes to with that. */
    ways?: { net: string; tax: string; gross: string }[];
    figures: Out[];
    dates: Out[];
    line: Out[];
    between?: Out[];
  };
  /** The terms that its steps can name. */
  terms?: TermOut[];
  codes?: { reasons?: string[]; assumptions?: string[]; warnings?: string[] };
  /** What the sentences of notes name, by the note's code. */
  notes?: Record<string, Out[]>;
  /** Where an answer leads on to. */
  onward?: Lead[];
  example: QuoteRequest;
}

/**
 * What a field of another calculator comes from: an entry; `answer.` and what was worked out; `called.` and an entry that is a
 * key, by its name; or a key itself, after `=`.
 */
export type Sources = Record<string, string>;

/** What has to hold of a line, or of the whole: of an entry, or after `answer.` of what was answered. */
export interface Held { of: string; in?: (string | boolean)[]; not_in?: string[]; above?: string; filled?: true }

/** From an answer on to another calculator, with what both ask for in the same sense. */
export interface Lead {
  to: string;
  fields?: Sources;
  /** What has to hold of the whole. */
  when?: Held[];
  /** Lines that go along, from a list to a list; the path of a whole request is empty. Where there are none, nothing leads there. */
  lines?: { from: string; to: string; fields: Sources; only?: Held[]; first?: Held };
}

export interface Service { key: string; table: number; mark: string; group?: string }

export interface Pack {
  id: string;
  edition: string;
  digest: string;
  document: { publisher: string; name: string; language: string };
  calculators: string[];
  clauses: Record<string, { section: string; checked: string; kind?: string }>;
  values?: Record<string, { kind: string; clause: string; dated: { value?: unknown; from?: string; checked: string }[] }>;
  services?: Service[];
}

/** Which calculators answer by a rule, and how its open points are read. */
export interface RuleUse { calculators: string[]; assumptions: string[] }

/** What the package holds for tables of all that the documents say: they need no core. */
export interface Documents { packs: Pack[]; calculators: string[]; byCountry: string[]; uses: Record<string, RuleUse> }

/** What a picture is drawn from. The same request that gave the answer, never a newer one. */
export interface PictureView {
  calculator: string;
  request: QuoteRequest;
  answer: QuoteAnswer;
  /** The steps by the path of their figure, worked out when they are first asked for. */
  readonly steps: ReadonlyMap<string, Step>;
  /** The same, of a long list for the lines alone that a picture shows. */
  readonly firstSteps: ReadonlyMap<string, Step>;
  /** The terms that answered, built in or brought. */
  pack?: Pack | undefined;
  words: Words;
  format: Format;
}

/** `detail` of the event `clausewise-answer`: an answer or a refusal, the other one null; both, where neither could be had. */
export interface AnswerDetail {
  readonly request: QuoteRequest;
  readonly answer: QuoteAnswer | null;
  readonly refusal: Refusal | null;
  /** Request and answer as one, to be kept or handed on, with what was written for it. */
  readonly document: QuoteDocument | null;
}

/** `detail` of the event `clausewise-use`, which everybody may hear: nothing that a visitor has entered. */
export interface UseDetail {
  readonly calculator: string;
  readonly verdict: string | null;
  readonly lines: number;
}
