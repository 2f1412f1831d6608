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
  /** Of a count: another beside it that it may not exceed. */
  at_most?: string;
  /** Elsewhere the field is refused as `not_applicable`. */
  only_if?: { field: string; in?: string[]; not_in?: string[] };
  /** Of a list: the fields of each item. */
  items?: FieldDescription[];
}

/** What a calculator answers. */
export interface OutputDescription {
  name: string;
  kind: 'money' | 'percent' | 'count' | 'date' | 'month' | 'ratio' | 'choice' | 'flag' | 'text' | 'list';
  choices?: string[];
  items?: OutputDescription[];
  optional?: boolean;
  /** A day that people keep in their calendar. */
  calendar?: boolean;
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
  compare: CompareRequest;
  notices: NoticesRequest;
  flex: FlexRequest;
  cancellation: CancellationRequest;
  support: SupportRequest;
  programme: ProgrammeRequest;
  version: VersionRequest;
}

export interface Answers {
  renewal: RenewalAnswer;
  reinstatement: ReinstatementAnswer;
  compare: CompareAnswer;
  notices: NoticesAnswer;
  flex: FlexAnswer;
  cancellation: CancellationAnswer;
  support: SupportAnswer;
  programme: ProgrammeAnswer;
  version: VersionAnswer;
}

export type PortfolioName = 'renewal' | 'reinstatement' | 'notices' | 'cancellation';

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
  | 'not_utf8'
  | 'not_a_version';

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

// ---- compare

export interface CompareInput {
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

export type CompareFigure = `figures.${keyof CompareFigures}` | `dates.${keyof CompareDates}` | `lines.${number}.${keyof CompareLine}`;

export type CompareReason = 'always_dearer' | 'latest_version_either_way' | 'licence_stays_yours' | 'only_reinstatement_now';

export type CompareAssumption = 'approximate_rate' | 'coverage_length_not_stated' | 'later_prices_are_yours' | 'licence_price_of_the_return_year' | 'prices_and_fees_rounded_once' | 'tax_not_in_text' | 'years_from_the_last_covered_day';

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

export type NoticesInput =
  | (NoticesInputCommon & { programme: 'PA'; anniversary: IsoDate; quote_received_on?: IsoDate })
  | (NoticesInputCommon & { programme: 'PAE'; anniversary?: never; quote_received_on?: never });

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
  remind_on?: IsoDate;
}

export type NoticesFigure = `figures.${keyof NoticesFigures}` | `dates.${keyof NoticesDates}` | `lines.${number}.${keyof NoticesLine}` | `figures.notices_by_month.${number}.${keyof NoticesFigures['notices_by_month'][number]}`;

export type NoticesReason = 'bought_after_the_quoted_renewal' | 'bought_before_the_quote' | 'bought_before_the_window' | 'bought_in_the_last_month' | 'bought_on_the_day_of_the_quote' | 'quote_date_not_given';

export type NoticesAssumption = 'combining_in_the_last_month' | 'coverage_to_the_end_of_the_month' | 'express_quotes_not_stated' | 'last_month_is_the_calendar_month' | 'on_time_means_before_the_anniversary' | 'purchases_of_one_site' | 'quote_is_for_the_next_anniversary' | 'window_includes_its_first_day';

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

// ---- support

export type SupportProduct =
  | 'lotus'
  | 'rational'
  | 'informix'
  | 'tivoli'
  | 'websphere'
  | 'db2'
  | 'other';

export interface SupportInputHoliday {
  /** 1990-01-01 to 2100-12-31 */
  holiday: IsoDate;
  /** at most 80 characters */
  occasion?: string;
}

export interface SupportInputCommon {
  product: SupportProduct;
  agreement_in_force: boolean;
  question: 'installation_or_usage' | 'code' | 'version_update' | 'project_or_on_site' | 'licence_or_renewal' | 'first_login';
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

export type SupportInput =
  | (SupportInputCommon & { coverage: 'covered'; covered_until?: never })
  | (SupportInputCommon & { coverage: 'until_a_date'; covered_until: IsoDate })
  | (SupportInputCommon & { coverage: 'not_covered'; covered_until?: never });

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
  | 'separate_contract'
  | 'renewal_team'
  | 'programme_hotline';

export interface SupportFigures {
  channel: SupportChannel;
  number?: string;
  extensions?: string;
  printed_number?: string;
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

export type SupportFigure = `figures.${keyof SupportFigures}` | `dates.${keyof SupportDates}` | `lines.${number}.${keyof SupportLine}`;

export type SupportReason = 'agreement_not_in_force' | 'needs_a_contract' | 'not_covered' | 'support_without_agreement';

export type SupportAssumption = 'closing_time_is_closed' | 'critical_transactions_are_severity_1' | 'first_tier_is_severity_1' | 'general_number' | 'number_hours_not_stated' | 'short_not_quantified' | 'some_named_staff' | 'target_counts_usual_hours' | 'target_from_next_opening' | 'target_runs_round_the_clock' | 'usual_hours_as_hotline' | 'usual_hours_are_yours';

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
  rule: string;
}

export type ProgrammeFigure = `figures.${keyof ProgrammeFigures}` | `dates.${keyof ProgrammeDates}` | `lines.${number}.${keyof ProgrammeLine}`;

export type ProgrammeReason = 'express_for_one_smaller_site' | 'larger_company' | 'more_than_one_site' | 'same_channels' | 'size_decides';

export type ProgrammeAssumption = 'advantage_has_an_agreement' | 'express_renews_its_own_term' | 'one_site_may_take_advantage' | 'several_sites_read_as_advantage' | 'size_has_no_number';

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

export type VersionFigure = `figures.${keyof VersionFigures}` | `dates.${keyof VersionDates}` | `lines.${number}.${keyof VersionLine}`;

export type VersionReason = 'end_announced' | 'listed_as_new' | 'move_to_new_version' | 'new_versions_listed' | 'old_without_an_end' | 'product_not_listed' | 'service_ended' | 'service_ended_undated' | 'version_not_exact' | 'version_not_listed';

export type VersionAssumption = 'end_day_still_served' | 'ended_version_still_renews' | 'fix_level_counts_with_its_release' | 'undated_end_already_past' | 'whole_number_is_release_zero';

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
