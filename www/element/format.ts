// Numbers, money and dates for people. Amounts go to Intl as the decimal strings that they are: Intl formats
// strings exactly, so no amount ever becomes a float on its way to the screen.

import { nameOf } from './country.js';
import type { OutKind, OutValue } from './types.js';
import type { Lang, Words } from './words.js';

const ISO_DATE = /^(\d{4})-(\d\d)-(\d\d)$/;
const LOCAL_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;
const ISO_MONTH = /^\d{4}-\d\d$/;
const DECIMAL = /^-?\d+(\.\d+)?$/;

const digitsOf = (amount: string): number => amount.split('.')[1]?.length ?? 0;

export class Format {
  readonly locale: string;
  private readonly numbers = new Map<string, Intl.NumberFormat>();
  private months: Intl.DateTimeFormat | undefined;
  private readonly dates = new Map<string, Intl.DateTimeFormat>();

  /** `currency` is the answer's; amounts in another one (a cap set in US dollars) name theirs. */
  constructor(readonly lang: Lang, readonly currency?: string) {
    this.locale = lang === 'zh-Hant' ? 'zh-TW' : 'en';
  }

  /** "120000" -> NT$120,000, with exactly the decimals of the string. */
  money(amount: string, currency = this.currency): string {
    if (!DECIMAL.test(amount)) return amount;
    if (!currency) return this.decimal(amount);
    return this.number(amount, currency)
      .formatToParts(amount as Intl.StringNumericLiteral)
      .map((part) => (part.type === 'currency' ? this.signOf(currency, part.value) : part.value))
      .join('');
  }

  /** A plain decimal string, grouped. */
  decimal(amount: string): string {
    return DECIMAL.test(amount) ? this.number(amount).format(amount as Intl.StringNumericLiteral) : amount;
  }

  /** "62.5" -> 62.5%. The string already counts in hundredths. */
  percent(amount: string): string {
    return `${this.decimal(amount)}%`;
  }

  count(count: number): string {
    return this.number('0').format(count);
  }

  /** `long`: September 30, 2026 or 2026年9月30日. `short`, for tables: Sep 30, 2026 or 2026/9/30. */
  date(iso: string, style: 'long' | 'short' = 'long'): string {
    const parts = ISO_DATE.exec(iso);
    if (!parts) return iso;
    let dates = this.dates.get(style);
    if (!dates) {
      const month = style === 'long' ? 'long' : this.lang === 'en' ? 'short' : 'numeric';
      dates = new Intl.DateTimeFormat(this.locale, { year: 'numeric', month, day: 'numeric', timeZone: 'UTC' });
      this.dates.set(style, dates);
    }
    return dates.format(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])));
  }

  /** Mon, November 23, 2026 at 09:00, or 2026年11月23日 週一 09:00: of a deadline one wants to know the day of the week. */
  localTime(iso: string, style: 'long' | 'short' = 'long'): string {
    if (!LOCAL_TIME.test(iso)) return iso;
    let times = this.dates.get(`${style} time`);
    if (!times) {
      const month = style === 'long' ? 'long' : this.lang === 'en' ? 'short' : 'numeric';
      times = new Intl.DateTimeFormat(this.locale, {
        weekday: 'short', year: 'numeric', month, day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'UTC',
      });
      this.dates.set(`${style} time`, times);
    }
    return times.format(Date.parse(`${iso}Z`));
  }

  /** Fri 20 or 20 日 週五, for columns of days; where they are narrow, the day of the week alone. */
  weekday(iso: string, alone: boolean): string {
    const [, year, month, day] = ISO_DATE.exec(iso) ?? [];
    if (year === undefined) return iso;
    const name = new Intl.DateTimeFormat(this.locale, { weekday: 'short', timeZone: 'UTC' }).format(Date.UTC(Number(year), Number(month) - 1, Number(day)));
    return alone ? name : this.lang === 'en' ? `${name} ${Number(day)}` : `${Number(day)} 日 ${name}`;
  }

  /** March 2026, or 2026年3月. */
  month(iso: string): string {
    if (!ISO_MONTH.test(iso)) return iso;
    this.months ??= new Intl.DateTimeFormat(this.locale, { year: 'numeric', month: 'long', timeZone: 'UTC' });
    return this.months.format(Date.parse(`${iso}-01`));
  }

  /** The sign before an amount, for a control that holds only the digits. */
  sign(currency = this.currency): string {
    if (!currency) return '';
    const part = this.number('0', currency).formatToParts(0).find(({ type }) => type === 'currency');
    return this.signOf(currency, part?.value ?? '');
  }

  /** In Taiwan Intl writes a bare "$", which beside US dollars says too little; and so do those beside others. */
  private signOf(currency: string, sign: string): string {
    if (currency === 'TWD') return 'NT$';
    return currency === 'USD' && this.currency !== 'USD' ? 'US$' : sign;
  }

  /** How many decimals the currency has of its own. */
  get ownDigits(): number {
    try {
      return new Intl.NumberFormat('en', { style: 'currency', currency: this.currency ?? '' }).resolvedOptions().maximumFractionDigits ?? 0;
    } catch {
      return 0;
    }
  }

  list(items: string[]): string {
    // Intl's 和 would stand between numbers without a blank.
    if (this.lang === 'zh-Hant') return items.join('、');
    return new Intl.ListFormat(this.locale, { type: 'conjunction' }).format(items);
  }

  /** One of several: "1.085 or 1,085". */
  either(items: string[]): string {
    if (this.lang === 'zh-Hant') return items.join(' 或 ');
    return new Intl.ListFormat(this.locale, { type: 'disjunction' }).format(items);
  }

  /** "New Taiwan Dollar" of "TWD"; the code itself where nobody knows it. */
  currencyName(code: string): string {
    try {
      return new Intl.DisplayNames(this.locale, { type: 'currency' }).of(code) ?? code;
    } catch {
      return code;
    }
  }

  /** A currency by code and name, as lists of them have it. */
  currencyLabel(code: string): string {
    return this.lang === 'en' ? `${code} – ${this.currencyName(code)}` : `${this.currencyName(code)}（${code}）`;
  }

  private number(amount: string, currency = ''): Intl.NumberFormat {
    const digits = digitsOf(amount);
    const key = `${digits}${currency}`;
    let numbers = this.numbers.get(key);
    if (!numbers) {
      const shape = { minimumFractionDigits: digits, maximumFractionDigits: digits };
      try {
        numbers = new Intl.NumberFormat(this.locale, currency ? { ...shape, style: 'currency', currency } : shape);
      } catch {
        numbers = new Intl.NumberFormat(this.locale, shape);
      }
      this.numbers.set(key, numbers);
    }
    return numbers;
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

/**
 * Any value of an answer or of a step, as a person reads it. The kind is the core's description where there is
 * one (outputs); values of a step tell theirs by name and form.
 */
export function show(
  name: string,
  value: OutValue,
  words: Words,
  format: Format,
  kind?: OutKind,
  dates: 'long' | 'short' = 'long',
): string {
  if (typeof value === 'boolean') return words.ui(value ? 'yes' : 'no');
  if (typeof value === 'number') return format.count(value);
  if (Array.isArray(value)) {
    const items = value.filter((item) => typeof item !== 'object');
    return format.list(items.map((item) => show(name, item, words, format, kind, dates)));
  }
  if (kind === 'text') return value;
  if (kind === 'country' || /(^|_)country$/.test(name)) return nameOf(value, words.lang);
  if (ISO_DATE.test(value)) return format.date(value, dates);
  if (LOCAL_TIME.test(value)) return format.localTime(value, dates);
  if (ISO_MONTH.test(value)) return format.month(value);
  if (DECIMAL.test(value)) {
    if (kind === 'percent' || name.endsWith('_percent')) return format.percent(value);
    if (kind === 'ratio' || /_(rate|years)$/.test(name)) return format.decimal(value);
    return format.money(value, name.endsWith('_usd') ? 'USD' : undefined);
  }
  return words.choice(name, value);
}
