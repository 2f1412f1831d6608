// What a visitor types, made into what the core reads, wherever that leaves no doubt. Everything else goes to
// the core as it stands, so that the core's refusal is what the visitor sees. Texts only: nothing is computed.

const FULL_WIDTH: Record<string, string> = { '．': '.', '，': ',', '／': '/', '－': '-', '％': '%', '＄': '$', '￥': '¥', '\u3000': ' ', '\u00a0': ' ' };

/** Full-width digits and signs, as Chinese input methods give them, and blanks at either end. */
const narrow = (typed: string): string =>
  typed
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[．，／－％＄￥\u3000\u00a0]/g, (sign) => FULL_WIDTH[sign] ?? sign)
    .trim();

/** "1,234,567" only in proper threes: "1,23" may be a decimal comma and stays. */
const ungroup = (text: string): string =>
  /^\d{1,3}(,\d{3})+(\.\d*)?$/.test(text) ? text.replaceAll(',', '') : text;

/** A point at the end is somebody about to type decimals. */
const unpoint = (text: string): string => (/^\d+\.$/.test(text) ? text.slice(0, -1) : text);

/** The signs that mean the chosen currency; "US$" before an amount in euros is left for the core to refuse. */
function signsOf(currency: string): string[] {
  const signs = [currency, '$'];
  try {
    for (const currencyDisplay of ['symbol', 'narrowSymbol'] as const) {
      for (const locale of ['en', 'zh-TW']) {
        const shape = { style: 'currency', currency, currencyDisplay } as const;
        const part = new Intl.NumberFormat(locale, shape).formatToParts(0).find(({ type }) => type === 'currency');
        if (part) signs.push(part.value);
      }
    }
  } catch {
    // Not a currency code (yet): the core says so at its own field.
  }
  const dollars = signs.slice(2).some((sign) => sign.endsWith('$'));
  return signs.filter((_sign, index) => index !== 1 || dollars).sort((a, b) => b.length - a.length);
}

const signs = new Map<string, string[]>();

export function tidyMoney(typed: string, currency: string): string {
  let text = narrow(typed);
  if (currency && /[^\d.,]/.test(text)) {
    const known = signs.get(currency) ?? signsOf(currency);
    signs.set(currency, known);
    const lead = known.find((sign) => text.toUpperCase().startsWith(sign.toUpperCase()));
    if (lead) text = text.slice(lead.length).trim();
    else if (currency === 'TWD') text = text.replace(/\s*元$/, '');
  }
  const tidy = unpoint(ungroup(text));
  return /^[\d.]+$/.test(tidy) ? tidy : narrow(typed);
}

export const tidyRate = (typed: string): string => unpoint(ungroup(narrow(typed)));

export const tidyPercent = (typed: string): string => unpoint(narrow(typed).replace(/\s*%$/, ''));

export const tidyCount = (typed: string): string => ungroup(narrow(typed));

/** twd as TWD. */
export const tidyCode = (typed: string): string => narrow(typed).toUpperCase();

/** A count goes out as a number; what is no number goes out as the text that it is. */
export const countOf = (typed: string): number | string => {
  const text = tidyCount(typed);
  return /^(0|[1-9]\d*)(\.\d+)?$/.test(text) ? Number(text) : text;
};

const pad = (digits: string, length: number): string => digits.padStart(length, '0');

/**
 * 2026-9-30, 2026/9/30, 2026.9.30, 20260930, 2026年9月30日; of the Republic's years 民國115年9月30日 and 115/9/30,
 * whose three digits can be nothing else. 9/10/2026 could be two days and stays as it is.
 */
export function tidyDate(typed: string): string {
  const text = narrow(typed).replace(/\s+/g, '');
  const western = /^(\d{4})(?:[-/.年])(\d{1,2})(?:[-/.月])(\d{1,2})日?$/.exec(text) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(text);
  const republic = /^(?:民國|民国)(\d{2,3})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? /^(1\d\d)[/.年](\d{1,2})[/.月](\d{1,2})日?$/.exec(text);
  const parts = western ?? republic;
  if (!parts) return narrow(typed);
  const [, year = '', month = '', day = ''] = parts;
  return `${pad(republic && !western ? String(Number(year) + 1911) : year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** The visitor's own day. The core never reads a clock; somebody has to. */
export function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => pad(String(part), 2)).join('-');
}

/** 9:00 and ９：００ as 09:00; what is no time stays as it is. */
export function tidyTime(typed: string): string {
  const text = narrow(typed).replace('：', ':');
  return /^\d:\d\d$/.test(text) ? `0${text}` : text;
}

/** 2026/11/23 9:00 as 2026-11-23T09:00: a date, and a time behind a blank or a T. */
export function tidyLocalTime(typed: string): string {
  const text = narrow(typed);
  const [, date, time] = /^(.*\S)(?:T|\s+)(\d{1,2}[:：]\d\d)$/.exec(text) ?? [];
  return date === undefined || time === undefined ? text : `${tidyDate(date)}T${tidyTime(time)}`;
}

/** A day that there is, as the core writes it: no 30th of February. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
