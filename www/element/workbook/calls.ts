// What the functions of formulas are in a spreadsheet: with functions that Excel 2013 and LibreOffice 7 have. What is not here stands in the
// workbook as a value.

import type { Tree } from '../formula/parse.js';
import { plus as added, whole, type Fraction } from '../formula/exact.js';
import { each, isRow, row } from './list.js';
import { point, type List, type Point, type Term } from './part.js';
import type { Translation } from './translate.js';
import { Untranslated } from './untranslated.js';
import { constant, digits, number, oneOf, product, single, wholeNumber, type Num } from './whole.js';

interface Asked { tree: Tree; parts: Tree[]; group: string; in: Translation }

type Call = (asked: Asked) => Term;

const part = ({ parts }: Asked, at: number): Tree => {
  const found = parts[at];
  if (!found) throw new Untranslated('form');
  return found;
};

/** A whole number that a spreadsheet counts. */
const counted = (asked: Asked, text: string): Num => wholeNumber(text, asked.in.countOf(asked.tree), text);

const day = (asked: Asked, at: number): string => asked.in.point(part(asked, at), 'date');

/** The month and day of an anniversary in the year of a day, or in one beside it. */
const inYearOf = (anniversary: string, of: string, beside = ''): string => `EDATE(${anniversary},12*(YEAR(${of})-YEAR(${anniversary})${beside}))`;

/** Of two numbers, days or times the one that a call gives. */
const ofTwo = (call: string): Call => (asked) => {
  const [one, other] = [asked.in.of(part(asked, 0), ''), asked.in.of(part(asked, 1), '')];
  if (one.is === 'number' && other.is === 'number') return oneOf([one, other], asked.in.fractionOf(asked.tree), (texts) => `${call}(${texts.join(',')})`);
  if (one.is === 'point' && other.is === 'point' && one.unit === other.unit) return point(one.unit, `${call}(${one.text},${other.text})`);
  throw new Untranslated('form');
};

const unitOf = ({ kind }: List): Point['unit'] => {
  if (kind === 'date' || kind === 'month') return kind;
  throw new Untranslated('no_function');
};

/** The least of a list. */
const least: Call = (asked) => {
  const list = asked.in.list(part(asked, 0));
  const text = `MIN(${asked.in.ranges(list).join(',')})`;
  if (list.kind === 'count') return counted(asked, text);
  if (list.kind === 'money' || list.kind === 'rate' || list.kind === 'ratio' || list.kind === 'percent') return inUnits(asked.in.fractionOf(asked.tree), list.units, text);
  return list.kind === 'local_time' ? point('local_time', `ROUND(${text}*1440,0)`, text) : point(unitOf(list), text);
};

/** A number that is in a cell as it is, in its whole units. */
function inUnits(value: Fraction, units: bigint, plain: string): Num {
  return number(single(units === 1n ? plain : `ROUND(${plain}*${units},0)`, (value.over * units) / value.under), constant(units), value, plain);
}

function summed(asked: Asked): Num {
  const list = asked.in.list(part(asked, 0));
  if (!list.homes.length) return digits('0');
  const value = list.values.reduce<Fraction>((all, _, at) => added(all, valueAt(asked, list, at)), whole(0));
  const ranges = asked.in.ranges(list);
  const text = list.units === 1n
    ? `SUM(${ranges.join(',')})`
    : ranges.map((range) => (range.includes(':') ? `SUMPRODUCT(ROUND(${range}*${list.units},0))` : `ROUND(${range}*${list.units},0)`)).join('+');
  const over = single(text, (value.over * list.units) / value.under);
  return number({ ...over, rank: ranges.length > 1 && list.units !== 1n ? 'sum' : 'single' }, constant(list.units), value, list.units === 1n ? text : undefined);
}

/** The value of one member of a list. */
function valueAt(asked: Asked, list: List, at: number): Fraction {
  const home = list.homes[at];
  const term = home && asked.in.cell(home, list.kind, '', list.values[at] ?? '');
  if (term?.is !== 'number') throw new Untranslated('form');
  return term.value;
}

/** How many of a list are as something; `sign` compares. */
function countOf(asked: Asked, list: List, sign: string, to: string): Num {
  if (!list.homes.length) return digits('0');
  return counted(asked, asked.in.ranges(list).map((range) => `SUMPRODUCT((${range}${sign}${to})*1)`).join('+'));
}

const textOf = (term: Term): string => {
  if (term.is === 'number' && term.plain !== undefined) return term.plain;
  if (term.is === 'point') return term.plain ?? (term.unit === 'date' || term.unit === 'month' ? term.text : `(${term.text})/1440`);
  if (term.is === 'key' || term.is === 'flag') return term.text;
  throw new Untranslated('form');
};

/** Whether a key is among those of a list. */
function isListed(asked: Asked): string {
  const list = asked.in.list(part(asked, 1));
  const group = asked.in.groupOf(part(asked, 1)) ?? asked.group;
  const key = asked.in.of(part(asked, 0), group);
  if (key.is !== 'key') throw new Untranslated('form');
  if (!list.homes.length) return 'FALSE';
  return `${asked.in.ranges(list).map((range) => `SUMPRODUCT((${range}=${key.text})*1)`).join('+')}>0`;
}

/** Of cells that lie apart, so many are looked at one by one. */
const MOST_APART = 30;

/** What is at the place in one list that is found in another: `sought` is looked for there. */
const found = (sought: (ranges: string) => string): Call => (asked) => {
  const [list, other] = [asked.in.list(part(asked, 0)), asked.in.list(part(asked, 1))];
  const { from } = asked.in;
  if (isRow(list.homes) && isRow(other.homes)) {
    const range = row(other.homes, from);
    return like(asked, list, `INDEX(${row(list.homes, from)},MATCH(${sought(range)},${range},0))`);
  }
  if (list.homes.length > MOST_APART || list.homes.length !== other.homes.length) throw new Untranslated('scattered');
  const wanted = sought(asked.in.ranges(other).join(','));
  const [values, places] = [each(list.homes, from), each(other.homes, from)];
  return like(asked, list, values.reduceRight((rest, value, at) => `IF(${places[at] ?? ''}=${wanted},${value},${rest})`, 'NA()'));
};

/** A member of a list, by an expression that is its cell. */
function like(asked: Asked, list: List, text: string): Term {
  switch (list.kind) {
    case 'count': return counted(asked, text);
    case 'money': case 'rate': case 'ratio': case 'percent': return inUnits(asked.in.fractionOf(asked.tree), list.units, text);
    case 'date': case 'month': return point(list.kind, text, text);
    case 'flag': return { is: 'flag', text };
    case 'time': case 'local_time': return point(list.kind, `ROUND(${text}*1440,0)`, text);
    default: return { is: 'key', text, isFree: false };
  }
}

/** `if` with as many conditions as there are. */
const chosen: Call = (asked) => {
  const { parts, group } = asked;
  const values = parts.filter((_, at) => at % 2 === 1 || at === parts.length - 1).map((each) => asked.in.of(each, group));
  const conditions = parts.filter((_, at) => at % 2 === 0 && at < parts.length - 1).map((each) => asked.in.flag(each));
  const call = (texts: string[]): string => conditions.reduceRight((rest, condition, at) => `IF(${condition},${texts[at] ?? ''},${rest})`, texts.at(-1) ?? '');
  const numbers = all(values, 'number');
  if (numbers) return oneOf(numbers, asked.in.fractionOf(asked.tree), call);
  const points = all(values, 'point');
  if (points) {
    const [first] = points;
    if (!first || points.some(({ unit }) => unit !== first.unit)) throw new Untranslated('form');
    const plain = points.every((value) => value.plain !== undefined) ? call(points.map((value) => value.plain ?? '')) : undefined;
    return point(first.unit, call(points.map(({ text }) => text)), plain);
  }
  const flags = all(values, 'flag');
  if (flags) return { is: 'flag', text: call(flags.map(({ text }) => text)) };
  const keys = all(values, 'key');
  if (!keys) throw new Untranslated('form');
  return { is: 'key', text: call(keys.map(({ text }) => text)), isFree: false };
};

/** The same terms, where all are of one sort. */
function all<T extends Term['is']>(terms: Term[], is: T): Extract<Term, { is: T }>[] | undefined {
  const same = terms.filter((term): term is Extract<Term, { is: T }> => term.is === is);
  return same.length === terms.length ? same : undefined;
}

/** (1 + p) to the power of n. */
function compounded(asked: Asked): Num {
  const [percent, years] = [asked.in.number(part(asked, 0)), asked.in.number(part(asked, 1))];
  const times_ = asked.in.countOf(part(asked, 1));
  if (percent.under.text !== '' || times_ < 0) throw new Untranslated('form');
  const under = percent.under.by;
  const n = asked.in.count(part(asked, 1));
  const base = `${under}+${percent.over.by === 1n ? percent.over.text : `${percent.over.by}*${percent.over.text}`}`;
  const power = BigInt(times_);
  const over = single(`POWER(${base},${n})`, (under + percent.over.value) ** power);
  return number(over, single(`POWER(${under},${n})`, under ** power), years.value.over === 0n ? whole(1) : asked.in.fractionOf(asked.tree));
}

/** The days of the week on which nobody works, from Monday on, as a spreadsheet has them. */
const FREE: ReadonlyMap<string, string> = new Map([
  ['monday_to_friday', '0000011'], ['monday_to_saturday', '0000001'], ['sunday_to_thursday', '0000110'], ['every_day', '0000000'],
]);

function businessDays(asked: Asked): Point {
  const week = part(asked, 2);
  const free = week.is === 'key' ? FREE.get(week.key) : undefined;
  if (free === undefined) throw new Untranslated('no_function');
  const off = asked.in.list(part(asked, 3));
  const days = off.homes.length ? `,${row(off.homes, asked.in.from)}` : '';
  return point('date', `WORKDAY.INTL(${day(asked, 0)},${asked.in.count(part(asked, 1))},"${free}"${days})`);
}

export const CALLS: ReadonlyMap<string, Call> = new Map<string, Call>([
  ['if', chosen],
  ['min', ofTwo('MIN')],
  ['max', ofTwo('MAX')],
  ['sum', summed],
  ['earliest', least],
  ['least', least],
  ['count', (asked) => {
    const list = asked.in.list(part(asked, 0));
    return list.homes.length ? counted(asked, `COUNTA(${asked.in.ranges(list).join(',')})`) : digits('0');
  }],
  ['count_of', (asked) => {
    const list = asked.in.list(part(asked, 0));
    return countOf(asked, list, '=', textOf(asked.in.of(part(asked, 1), asked.in.groupOf(part(asked, 0)) ?? '')));
  }],
  ['count_above', (asked) => {
    const text = textOf(asked.in.of(part(asked, 1), ''));
    return countOf(asked, asked.in.list(part(asked, 0)), '>', /[-+]/.test(text) ? `(${text})` : text);
  }],
  ['count_where', (asked) => countOf(asked, asked.in.list(part(asked, 0)), '=', 'TRUE')],
  ['distinct', (asked) => {
    const all = row(asked.in.list(part(asked, 0)).homes, asked.in.from);
    return counted(asked, `ROUND(SUMPRODUCT(1/COUNTIF(${all},${all})),0)`);
  }],
  ['first', (asked) => {
    const list = asked.in.list(part(asked, 0));
    const [first] = asked.in.ranges({ ...list, homes: list.homes.slice(0, 1) });
    if (first === undefined) throw new Untranslated('form');
    return like(asked, list, first);
  }],
  ['first_where', found(() => 'TRUE')],
  ['with_least', found((ranges) => `MIN(${ranges})`)],
  ['listed', (asked) => ({ is: 'flag', text: isListed(asked) })],
  ['one_of', (asked) => {
    const key = asked.in.of(part(asked, 0), asked.group);
    return { is: 'key', text: `IF(${isListed(asked)},${textOf(key)},NA())`, isFree: false };
  }],
  ['compound', compounded],
  ['days', (asked) => {
    const [from, to] = [day(asked, 0), day(asked, 1)];
    const text = `${to}-${from}`;
    return { ...counted(asked, text), over: { ...single(text, BigInt(asked.in.countOf(asked.tree))), rank: 'sum' } };
  }],
  ['day_after', (asked) => point('date', `${day(asked, 0)}+1`)],
  ['day_before', (asked) => point('date', `${day(asked, 0)}-1`)],
  ['plus_months', (asked) => point('date', `EDATE(${day(asked, 0)},${asked.in.count(part(asked, 1))})`)],
  ['plus_years', (asked) => point('date', `EDATE(${day(asked, 0)},12*(${asked.in.count(part(asked, 1))}))`)],
  ['minus_weeks', (asked) => point('date', `${day(asked, 0)}-7*(${asked.in.count(part(asked, 1))})`)],
  ['months', (asked) => {
    const [from, to] = [day(asked, 0), day(asked, 1)];
    const whole_ = `MAX((YEAR(${to})-YEAR(${from}))*12+MONTH(${to})-MONTH(${from}),0)`;
    const text = `${whole_}+IF(EDATE(${from},${whole_})<${to},1,0)`;
    return { ...counted(asked, text), over: { ...single(text, BigInt(asked.in.countOf(asked.tree))), rank: 'sum' } };
  }],
  ['months_of_years', (asked) => product(digits('12'), asked.in.number(part(asked, 0)))],
  ['minutes_of_hours', (asked) => product(digits('60'), asked.in.number(part(asked, 0)))],
  ['next_anniversary', (asked) => {
    const [anniversary, of] = [day(asked, 0), day(asked, 1)];
    const own = inYearOf(anniversary, of);
    return point('date', `IF(${own}>${of},${own},${inYearOf(anniversary, of, '+1')})`);
  }],
  ['last_anniversary', (asked) => {
    const [anniversary, of] = [day(asked, 0), day(asked, 1)];
    const own = inYearOf(anniversary, of);
    return point('date', `IF(${own}<=${of},${own},${inYearOf(anniversary, of, '-1')})`);
  }],
  ['month', (asked) => point('month', `DATE(YEAR(${day(asked, 0)}),MONTH(${day(asked, 0)}),1)`)],
  ['month_start', (asked) => point('date', `DATE(YEAR(${day(asked, 0)}),MONTH(${day(asked, 0)}),1)`)],
  ['month_end', (asked) => point('date', `EOMONTH(${day(asked, 0)},0)`)],
  ['previous_month_start', (asked) => point('date', `EDATE(DATE(YEAR(${day(asked, 0)}),MONTH(${day(asked, 0)}),1),-1)`)],
  ['date_of', (asked) => point('date', `INT(${asked.in.point(part(asked, 0), 'local_time')}/1440)`)],
  ['at', (asked) => point('local_time', `${day(asked, 0)}*1440+${asked.in.point(part(asked, 1), 'time')}`)],
  ['plus_minutes', (asked) => point('local_time', `${asked.in.point(part(asked, 0), 'local_time')}+${asked.in.count(part(asked, 1))}`)],
  ['plus_hours', (asked) => point('local_time', `${asked.in.point(part(asked, 0), 'local_time')}+60*(${asked.in.count(part(asked, 1))})`)],
  ['minutes', (asked) => {
    const text = `${asked.in.point(part(asked, 1), 'local_time')}-${asked.in.point(part(asked, 0), 'local_time')}`;
    return { ...counted(asked, text), over: { ...single(text, BigInt(asked.in.countOf(asked.tree))), rank: 'sum' } };
  }],
  ['plus_business_days', businessDays],
]);

