// The numbers in a sentence, however it writes them, and those of a pack: each with what it is a number of. A number of a law's
// article, of a severity or of a table is a number of nothing that terms count.

const UNITS = {
  en: {
    days: '(?:(?:business|calendar|full|whole|more) )?days?', weeks: '(?:calendar )?weeks?', months: '(?:full |whole )?months?|(?:monthly )charges', years: 'years?', hours: '(?:business )?hours?', minutes: 'minutes?',
    percent: '%|percent\\b|percentage points?', basis: 'basis points?', usd: 'US dollars', eur: 'euros?', inr: 'rupees',
    sites: '(?:single )?(?:sites?|places?)', contacts: '(?:primary )?contacts?', meetings: '(?:quarterly )?meetings?', hosts: 'hosts?(?: location)?|location that agrees', plans: '(?:improvement )?plans?',
    scenarios: '(?:monitoring )?scenarios?', arbitrators: 'arbitrators?', times: 'times\\b',
  },
  'zh-Hant': {
    days: '個?(?:營業日|工作日|工作天|日曆天|日曆日|曆日|日(?!曆)|天)', weeks: '個?(?:日曆)?(?:週|星期)', months: '個月', years: '年', hours: '個?小時', minutes: '分鐘?',
    percent: '[%％]|個百分點', basis: '個?基點', usd: '美元', eur: '歐元', inr: '(?:印度)?盧比', sites: '個(?:據點|地點|場所)', contacts: '[名位個](?:主要)?聯絡人', meetings: '次(?:季度?)?會議',
    hosts: '個主機', plans: '[份個項](?:改善|服務改進)?計[畫劃]', scenarios: '[個種](?:監控|監視)?情[境況]', arbitrators: '[名位個](?:獨任)?仲裁[人員]', times: '倍',
  },
};

const WORDS = Object.fromEntries(['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen']
  .map((word, value) => [word, value]).concat([['twenty', 20], ['thirty', 30], ['forty', 40], ['fifty', 50], ['sixty', 60], ['ninety', 90], ['single', 1]]));
const ORDINALS = { first: 1, second: 2, third: 3, thirtieth: 30, sixtieth: 60, ninetieth: 90 };
const HAN = { 零: 0, 〇: 0, 一: 1, 二: 2, 兩: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const TENS = { 十: 10, 百: 100, 千: 1000 };
/** A share of a fee or a refund that is said without a number. */
const HALF = { en: /\bhalf (?:the|of|a refund|refund|price)/i, 'zh-Hant': /半[額價數]|一半的?(?:費用|退款)/ };
const TWICE = { en: /\b(?:twice|double)\b/i, 'zh-Hant': /[兩雙]倍|加倍/ };

/** 三十 is 30, 十二 12, 五千萬 50,000,000. */
function ofHan(text) {
  const [high, low] = text.includes('萬') ? text.split('萬') : ['', text];
  const small = (part) => {
    let [sum, digit] = [0, undefined];
    for (const sign of part) {
      if (sign in TENS) [sum, digit] = [sum + (digit ?? 1) * TENS[sign], undefined];
      else digit = (digit ?? 0) * 10 + HAN[sign];
    }
    return sum + (digit ?? 0);
  };
  return small(high) * 10_000 + (low ? small(low) : 0);
}

const DIGITS = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
const NUMBER = {
  en: `(?:${DIGITS})(?:st|nd|rd|th)?(?: million)?|\\b(?:${[...Object.keys(WORDS), ...Object.keys(ORDINALS).filter((word) => ORDINALS[word] > 3)].join('|')})\\b`,
  'zh-Hant': `(?:${DIGITS})(?: ?萬)?|[${Object.keys(HAN).join('')}十百千萬]+`,
};

function valueOf(text) {
  const digits = /^[\d,.]+/.exec(text)?.[0];
  if (digits) return Number(digits.replaceAll(',', '')) * (/million/.test(text) ? 1e6 : /萬/.test(text) ? 1e4 : 1);
  return WORDS[text.toLowerCase()] ?? ORDINALS[text.toLowerCase()] ?? ofHan(text);
}

const SIGNS = { usd: /(?:USD|US\$|\$) ?$/, eur: /(?:EUR|€) ?$/, inr: /(?:INR|₹) ?$/ };

/** What is said by way of example is nobody's term: "such as 9:00 or 4:30 pm". */
const EXAMPLE = /(?:such as|for example|例如).*?(?=[.。;；](?!\d)|$)/g;

/** Every number of something in a sentence, whose blanks are empty: `{ value, unit }`. */
export function numeralsIn(sentence, lang) {
  const text = sentence.replace(/\{[^}]*\}/g, '□').replace(EXAMPLE, '');
  const found = [...text.matchAll(/(?<![\d:])(\d{1,2}):(\d\d)(?![\d:])/g)].map(([, hours, minutes]) => ({ value: `${hours.padStart(2, '0')}:${minutes}`, unit: 'time' }));
  for (const match of text.matchAll(new RegExp(NUMBER[lang], 'gi'))) {
    const [before, after] = [text.slice(0, match.index), text.slice(match.index + match[0].length)];
    const value = valueOf(match[0]);
    // The first day of something counts nothing.
    if (value === 1 && /第 ?$/.test(before)) continue;
    for (const [unit, sign] of Object.entries(SIGNS)) if (sign.test(before)) found.push({ value, unit });
    for (const [unit, form] of Object.entries(UNITS[lang])) {
      if (!new RegExp(`^[ -]?(?:${form})`, 'i').test(after)) continue;
      found.push(unit === 'basis' ? { value: value / 100, unit: 'percent' } : { value, unit });
    }
  }
  if (HALF[lang].test(text)) found.push({ value: 50, unit: 'percent' });
  if (TWICE[lang].test(text)) found.push({ value: 2, unit: 'times' });
  return found;
}

/** By the end of a term's name, or of a column's, what it counts. */
const NAMED = [
  [/percent$/, 'percent'], [/(?:^|_)usd$/, 'usd'], [/(?:^|_)eur$|^fixed_sum$/, 'eur'], [/(?:^|_)inr$/, 'inr'], [/months$/, 'months'], [/weeks$/, 'weeks'], [/minutes$/, 'minutes'], [/hours$/, 'hours'],
  [/years(?:_for_payment)?$/, 'years'], [/^other_spells$/, 'months'], [/days(?:_ahead|_before_end)?$/, 'days'], [/_(?:opens|closes)$/, 'time'], [/sites_most$/, 'sites'], [/contacts$/, 'contacts'],
  [/meetings$/, 'meetings'], [/^hosts$/, 'hosts'], [/^plans_a_year$/, 'plans'], [/scenarios$/, 'scenarios'], [/^arbitrators$/, 'arbitrators'], [/^times$/, 'times'],
];

/** What counts nothing: a place in an order. */
const COUNTS_NOTHING = ['rank'];

const isNumber = (value) => typeof value === 'number' || (typeof value === 'string' && /^\d+(?:\.\d+)?$|^\d\d:\d\d$/.test(value));

/** What a number with a name counts; a name that says nothing of that is a fault. */
export function unitOf(name) {
  const [, unit] = NAMED.find(([form]) => form.test(name)) ?? [];
  if (unit === undefined) throw new Error(`what does ${name} count?`);
  return unit;
}

/** Each number that the terms of a pack state: its name, its value, where it stands, and in which clause. */
export function numbersIn({ values }) {
  return Object.entries(values).flatMap(([name, { kind, clause, dated }]) => dated.flatMap((entry) => {
    const { value } = entry;
    if (isNumber(value)) return [{ name, value, clause, holder: entry, key: 'value' }];
    if (kind !== 'table' && kind !== 'by_country') return [];
    // Versions, severities and telephone numbers are names: in rows, numbers are numbers, or percentages.
    return value.flatMap((row) => Object.entries(row).flatMap(([column, each]) =>
      !COUNTS_NOTHING.includes(column) && (typeof each === 'number' || (isNumber(each) && NAMED.some(([form]) => form.test(column))))
        ? [{ name: column, value: each, clause: row.clause ?? clause, holder: row, key: column }] : []));
  }));
}

/** The same in every unit in which a sentence may say it. */
export function spokenOf(pack) {
  return numbersIn(pack).flatMap(({ name, value, clause }) => {
    const unit = unitOf(name);
    const own = { value: unit === 'time' ? value : Number(value), unit, clause, name };
    if (unit === 'minutes' && value > 0 && value % 60 === 0) return [own, { ...own, value: value / 60, unit: 'hours' }];
    return unit === 'weeks' ? [own, { ...own, value: value * 7, unit: 'days' }] : [own];
  });
}

/**
 * What a sentence says of these terms in numbers of its own. "One" is a number only where the sentence is about the very clause:
 * elsewhere it is grammar ("on the same day" is 同一天).
 */
export const saidOf = (sentence, lang, spoken, clauses = []) => numeralsIn(sentence, lang).flatMap(({ value, unit }) => {
  const found = spoken.find((term) => term.value === value && term.unit === unit && (value !== 1 || clauses.includes(term.clause)));
  return found ? [`${value} ${unit}, as ${found.name} of ${found.clause}`] : [];
});
