// Numbers, money and dates for people. Amounts are written from the decimal strings that they are: none ever becomes a float on
// its way to the screen. Intl would write the same, but takes longer to begin with than all the rest of a first answer.

import { nameOf } from './country.js';
import { localeOf } from './locale.js';
import type { Described } from './described.js';
import type { OutValue } from './types.js';
import type { Lang, Words } from './words.js';
import type { Locale } from '../words/locale.js';

const ISO_DATE = /^\d{4}-\d\d-\d\d$/;
const LOCAL_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;
const ISO_MONTH = /^\d{4}-\d\d$/;
/** A month, a day or a time: what is there of each. */
const PARTS = /^(\d{4})-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d))?)?$/;
const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;
const NO_BREAK = '\u00a0';

/** Of the currencies that the form offers, those that have no smaller unit. */
const WITHOUT_DECIMALS = ['JPY', 'KRW', 'VND'];

export class Format {
  private readonly locale: Locale;
  private digits: number | undefined;

  /** `currency` is the answer's; amounts in another one (a cap set in US dollars) name theirs. */
  constructor(readonly lang: Lang, readonly currency?: string) {
    this.locale = localeOf(lang);
  }

  /** "120000" -> NT$120,000, with exactly the decimals of the string. */
  money(amount: string, currency = this.currency): string {
    if (!DECIMAL.test(amount)) return amount;
    if (!currency) return this.decimal(amount);
    const sign = this.sign(currency);
    const minus = amount.startsWith('-') ? '-' : '';
    // A code stands apart from the number.
    return `${minus}${sign}${/[A-Z]$/.test(sign) ? NO_BREAK : ''}${this.decimal(amount.slice(minus.length))}`;
  }

  /** A plain decimal string, grouped, with exactly its decimals. */
  decimal(amount: string): string {
    const [, minus = '', digits, decimals] = DECIMAL.exec(amount) ?? [];
    if (digits === undefined) return amount;
    const whole = digits.replace(/^0+(?=\d)/, '');
    const groups: string[] = [];
    for (let end = whole.length; end > 0; end -= 3) groups.unshift(whole.slice(Math.max(end - 3, 0), end));
    return `${minus}${groups.join(this.locale.group)}${decimals === undefined ? '' : this.locale.point + decimals}`;
  }

  /** "62.5" -> 62.5%. The string already counts in hundredths. */
  percent(amount: string): string {
    return `${this.decimal(amount)}%`;
  }

  count(count: number): string {
    return this.decimal(String(count));
  }

  /** `long`: September 30, 2026 or 2026年9月30日. `short`, for tables: Sep 30, 2026 or 2026/9/30. */
  date(iso: string, style: 'long' | 'short' = 'long'): string {
    return ISO_DATE.test(iso) ? this.written(style === 'long' ? this.locale.date : this.locale.shortDate, iso, style) : iso;
  }

  /** Mon, November 23, 2026 at 09:00, or 2026年11月23日 週一 09:00: of a deadline one wants to know the day of the week. */
  localTime(iso: string, style: 'long' | 'short' = 'long'): string {
    return LOCAL_TIME.test(iso) ? this.written(style === 'long' ? this.locale.dateTime : this.locale.shortDateTime, iso, style) : iso;
  }

  /** Fri 20 or 20 日 週五, for columns of days; where they are narrow, the day of the week alone. */
  weekday(iso: string, alone: boolean): string {
    return ISO_DATE.test(iso) ? this.written(alone ? '{weekday}' : this.locale.columnDay, iso) : iso;
  }

  /** March 2026, or 2026年3月. */
  month(iso: string): string {
    return ISO_MONTH.test(iso) ? this.written(this.locale.month, iso) : iso;
  }

  /** A day as the language has it. What Intl says of it, and takes twenty times as long for, is the same. */
  private written(pattern: string, iso: string, style: 'long' | 'short' = 'long'): string {
    const [, year = '', month = '', day = '01', time = ''] = PARTS.exec(iso) ?? [];
    const { months, shortMonths, weekdays } = this.locale;
    const name = (style === 'long' ? months : shortMonths)[Number(month) - 1];
    const weekday = weekdays[new Date(`${year}-${month}-${day}T00:00Z`).getUTCDay()];
    if (name === undefined || weekday === undefined) return iso;
    const parts = new Map([['year', String(Number(year))], ['month', name], ['day', String(Number(day))], ['weekday', weekday], ['time', time]]);
    return pattern.replace(/\{(\w+)\}/g, (_, part: string) => parts.get(part) ?? '');
  }

  /** The sign before an amount, for a control that holds only the digits. US dollars beside others say whose they are. */
  sign(currency = this.currency): string {
    if (!currency) return '';
    if (currency === 'USD' && this.currency !== 'USD') return 'US$';
    return this.known(currency)?.[0] ?? signBefore(this.locale.intl, currency);
  }

  /** How many decimals the currency has of its own. */
  get ownDigits(): number {
    const { currency = '' } = this;
    this.digits ??= this.known(currency) ? (WITHOUT_DECIMALS.includes(currency) ? 0 : 2) : digitsOf(currency);
    return this.digits;
  }

  list(items: string[]): string {
    return this.joined(items, 'conjunction', this.locale.and);
  }

  /** One of several: "1.085 or 1,085". */
  either(items: string[]): string {
    return this.joined(items, 'disjunction', this.locale.or);
  }

  private joined(items: string[], type: 'conjunction' | 'disjunction', own: string | undefined): string {
    return own === undefined ? new Intl.ListFormat(this.locale.intl, { type }).format(items) : items.join(own);
  }

  /** "New Taiwan Dollar" of "TWD"; the code itself where nobody knows it. */
  currencyName(code: string): string {
    const known = this.known(code);
    if (known) return known[1];
    try {
      return new Intl.DisplayNames(this.locale.intl, { type: 'currency' }).of(code) ?? code;
    } catch {
      return code;
    }
  }

  /** A currency by code and name, as lists of them have it. */
  currencyLabel(code: string): string {
    return this.locale.currencyLabel.replace('{code}', code).replace('{name}', this.currencyName(code));
  }

  private known(currency: string): Locale['currencies'][string] | undefined {
    const { currencies } = this.locale;
    return Object.hasOwn(currencies, currency) ? currencies[currency] : undefined;
  }
}

/** What Intl writes before amounts in a currency that the form does not offer: the code, where nobody knows another. */
function signBefore(intl: string, currency: string): string {
  try {
    return new Intl.NumberFormat(intl, { style: 'currency', currency }).formatToParts(0).find(({ type }) => type === 'currency')?.value ?? currency;
  } catch {
    return '';
  }
}

/** How many decimals such a currency has. */
function digitsOf(currency: string): number {
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 0;
  } catch {
    return 0;
  }
}

const made = new Map<string, Format>();

/** One for each language and currency: what Intl makes is costly to make again with every letter typed. */
export function formatFor(lang: Lang, currency = ''): Format {
  const key = lang + currency;
  const format = made.get(key) ?? new Format(lang, currency || undefined);
  made.set(key, format);
  return format;
}

/** Any value of an answer or of a step, as a person reads it, by the kind that the core describes it as. */
export function show(described: Pick<Described, 'name' | 'kind' | 'currency'>, value: OutValue, words: Words, format: Format, dates: 'long' | 'short' = 'long'): string {
  const { name, kind, currency } = described;
  if (typeof value === 'boolean') return words.ui(value ? 'yes' : 'no');
  if (typeof value === 'number') return format.count(value);
  if (Array.isArray(value)) {
    const items = value.filter((item) => typeof item !== 'object');
    return format.list(items.map((item) => show(described, item, words, format, dates)));
  }
  switch (kind) {
    case 'text': case 'clause': return value;
    case 'country': return nameOf(value, words.lang);
    case 'date': return format.date(value, dates);
    case 'local_time': return format.localTime(value, dates);
    case 'month': return format.month(value);
    case 'percent': return format.percent(value);
    case 'rate': case 'ratio': case 'count': return format.decimal(value);
    case 'money': return format.money(value, currency);
    default: return words.choice(name, value);
  }
}
