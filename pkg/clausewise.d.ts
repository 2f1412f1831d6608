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
/** Wall clock of the place that the rule speaks of, such as `"2026-11-21T16:30"`. */
export type LocalTime = string;
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
  calculator: CalculatorName;
  as_of: IsoDate;
  currency?: string;
  terms: { pack: string; edition: string; digest: string };
  /** Never there: what has `errors` is a Refusal. */
  errors?: never;
}

export type Rounding = 'none' | 'half_up' | 'up' | 'down';

/** A value of a step, a note or a fault. */
export type Value = string | number | boolean | readonly Value[] | { readonly [name: string]: Value };

/** How one figure of the answer came about. */
export interface Step<Figure extends string = string> {
  /** The path of the figure in the answer. */
  figure: Figure;
  /** In the names of `values`. */
  formula: string;
  values: Readonly<Record<string, Value>>;
  /** The figure itself. */
  result: string | number;
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

export type FieldKind =
  | 'money'
  | 'percent'
  | 'rate'
  | 'date'
  | 'local_time'
  | 'count'
  | 'flag'
  | 'text'
  | 'choice'
  | 'list';

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
  default?: string | number | { field: string };
  /** Elsewhere the field is refused as `not_applicable`. */
  only_if?: { field: string; in?: string[]; not_in?: string[] };
  /** Of a list: the fields of each item. */
  items?: FieldDescription[];
}

/** What a calculator answers. */
export interface OutputDescription {
  name: string;
  kind: 'money' | 'percent' | 'count' | 'date' | 'ratio' | 'choice' | 'flag' | 'text' | 'list';
  choices?: string[];
  items?: OutputDescription[];
  optional?: boolean;
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
  answer: {
    verdicts: string[];
    headline: string;
    figures: OutputDescription[];
    dates: OutputDescription[];
    line: OutputDescription[];
  };
  codes: { reasons: string[]; assumptions: string[]; warnings: string[] };
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
  clauses: Record<ClauseId, { section: string; checked: IsoDate }>;
  values: Record<string, Term>;
  services?: { key: string; table: number; mark: string; group: string }[];
}

/** A request for a portfolio: without the lines, which the rows are. */
export type PortfolioOptions = { [C in PortfolioName]: PortfolioOptionsOf<C> }[PortfolioName];

type PortfolioOptionsOf<C extends PortfolioName> = Omit<Requests[C], 'input' | 'steps'> &
  (object extends WithoutLines<Requests[C]['input']>
    ? { input?: WithoutLines<Requests[C]['input']> }
    : { input: WithoutLines<Requests[C]['input']> });

type WithoutLines<Input> = Input extends unknown ? Omit<Input, 'lines'> : never;

/** Answers what somebody else made: `JSON.parse`d, received, entered. Throws for nothing that it is given. */
export function quote<T>(request: unknown extends T ? T : never): Answer | Refusal;
/** Answers a request, or says everything that is wrong with it. */
export function quote<C extends CalculatorName>(request: { calculator: C } & RequestOf<C>): AnswerOf<C> | Refusal;

/** Every calculator, described. */
export function calculators(): CalculatorDescription[];

/** The packs of terms built in. */
export function terms(): Pack[];

/** Answers every row of a CSV file. A bad row says so in its column `error`; a bad header or request is a Refusal. */
export function quoteCsv(options: PortfolioOptions, bytes: Uint8Array): Uint8Array | Refusal;

export type InitInput = RequestInfo | URL | Response | BufferSource | WebAssembly.Module;

export interface InitOutput {
  readonly memory: WebAssembly.Memory;
}

/** Loads the core, by default from `clausewise_bg.wasm` beside this module. */
export default function init(input?: { module_or_path: InitInput | Promise<InitInput> }): Promise<InitOutput>;

/** Loads the core from bytes, at once: in Node, in workers. */
export function initSync(input: { module: BufferSource | WebAssembly.Module }): InitOutput;

// ---- all of them

export type CalculatorName = keyof Requests;

export interface Requests {
  renewal: RenewalRequest;
  reinstatement: ReinstatementRequest;
  flex: FlexRequest;
  cancellation: CancellationRequest;
}

export interface Answers {
  renewal: RenewalAnswer;
  reinstatement: ReinstatementAnswer;
  flex: FlexAnswer;
  cancellation: CancellationAnswer;
}

export type PortfolioName = 'renewal' | 'reinstatement' | 'cancellation';

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
  | 'not_utf8';

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

export type RenewalInput =
  | (RenewalInputCommon & { programme: 'PA'; anniversary: IsoDate })
  | (RenewalInputCommon & { programme: 'PAE'; anniversary?: never });

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

export type RenewalFigure = `figures.${keyof RenewalFigures}` | `dates.${keyof RenewalDates}` | `lines.${number}.${keyof RenewalLine}`;

export type RenewalReason = 'coverage_lapsed';

export type RenewalAssumption = 'express_renews_its_own_term' | 'last_day_still_renews' | 'on_time_means_before_the_anniversary' | 'part_months_round_up' | 'rounding_not_stated' | 'tax_not_in_text';

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

export type ReinstatementFigure = `figures.${keyof ReinstatementFigures}` | `dates.${keyof ReinstatementDates}` | `lines.${number}.${keyof ReinstatementLine}`;

export type ReinstatementReason = 'family_not_listed' | 'still_covered';

export type ReinstatementAssumption = 'approximate_rate' | 'coverage_length_not_stated' | 'rounding_not_stated' | 'tax_not_in_text' | 'years_as_fees';

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

export type FlexFigure = `figures.${keyof FlexFigures}` | `dates.${keyof FlexDates}` | `lines.${number}.${keyof FlexLine}`;

export type FlexReason = 'included_in_base' | 'not_listed_for_flex' | 'over_allowance' | 'over_credit_cap' | 'success_management_not_payable';

export type FlexAssumption = 'cap_per_year_and_jointly' | 'execution_read_as_signing' | 'later_years_at_signing' | 'usd_rate_is_yours';

export type FlexWarning = 'management_may_be_required';

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

export type CancellationFigure = `figures.${keyof CancellationFigures}` | `dates.${keyof CancellationDates}` | `lines.${number}.${keyof CancellationLine}`;

export type CancellationReason = 'too_late_for_refund';

export type CancellationAssumption = 'after_start_read_as_full_charge' | 'calendar_days' | 'rescheduling_not_addressed' | 'rounding_not_stated';

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
