// Texts that the core accepts, as patterns. They keep to what every dialect of regular expressions has: no looking ahead, no
// classes by name, and characters as themselves.

const NINES = /^9+$/;

/** Up to so many decimals, at least one where there is a point. */
const places = (digit, most) => (most > 0 ? `(\\.${digit}{1,${most}})?` : '');

/** Decimals within bounds; a bound is a power of ten or all nines. */
export function decimal({ above, max, decimals }) {
  const [whole, part = ''] = max.split('.');
  const isNines = NINES.test(whole) && (part === '' || NINES.test(part));
  if (!isNines && !/^10+$/.test(max)) throw new Error(`no pattern says "at most ${max}"`);
  const digits = isNines ? whole.length : whole.length - 1;
  const below = `(0|[1-9][0-9]{0,${digits - 1}})${places('[0-9]', decimals)}`;
  const refused = [
    ...(above === '0' ? ['^[0.]*$'] : []),
    // What comes behind all those nines is more than them.
    ...(isNines && decimals > part.length ? [`^${whole}\\.${part}[0-9]*[1-9]`] : []),
  ];
  return {
    type: 'string',
    pattern: isNines ? `^${below}$` : `^(${below}|${whole}${places('0', decimals)})$`,
    ...(refused.length ? { not: { pattern: refused.join('|') } } : {}),
  };
}

/** A decimal of any size with no more decimals than these. */
export const withDecimals = (most) => `^[^.]*${most > 0 ? `(\\.[^.]{0,${most}})?` : ''}$`;

/** Years by their decades: `199[26]`. */
function years(first, last, isMeant) {
  const decades = new Map();
  for (let year = first; year <= last; year += 1) {
    const decade = Math.floor(year / 10);
    if (isMeant(year)) decades.set(decade, `${decades.get(decade) ?? ''}${year % 10}`);
  }
  const digits = (last) => (last.length === 10 ? '[0-9]' : last.length === 1 ? last : `[${last}]`);
  return `(${[...decades].map(([decade, last]) => decade + digits(last)).join('|')})`;
}

const isLeap = (year) => new Date(Date.UTC(year, 1, 29)).getUTCDate() === 29;

/** Of months and days those that every year has. */
const EVERY_YEAR = '(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])|(0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31';

/** The days of whole years that the calendar has. */
function days(min, max) {
  const [first, last] = [min, max].map((day) => Number(day.slice(0, 4)));
  if (!min.endsWith('-01-01') || !max.endsWith('-12-31')) throw new Error(`no pattern says "from ${min} to ${max}"`);
  return `(${years(first, last, () => true)}-(${EVERY_YEAR})|${years(first, last, isLeap)}-02-29)`;
}

const CLOCK = '([01][0-9]|2[0-3]):[0-5][0-9]';

export const date = ({ min, max }) => ({ type: 'string', format: 'date', pattern: `^${days(min, max)}$` });
export const time = () => ({ type: 'string', pattern: `^${CLOCK}$` });

export function localTime({ min, max }) {
  const [[first, opens], [last, closes]] = [min, max].map((each) => each.split('T'));
  if (opens !== '00:00' || closes !== '23:59') throw new Error(`no pattern says "from ${min} to ${max}"`);
  return { type: 'string', pattern: `^${days(first, last)}T${CLOCK}$` };
}

/** Characters that print, and none that change the direction of writing. */
export const text = (length) => ({
  type: 'string',
  maxLength: length,
  pattern: '^[^\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]*$',
});

// ---- what comes out, whose bounds nobody sets

const WHOLE = '(0|[1-9][0-9]*)';

/** Nothing is never below nothing. */
const signed = (decimals) => ({ type: 'string', pattern: `^-?${WHOLE}${decimals}$`, not: { pattern: '^-[0.]*$' } });

export const anyAmount = (decimals) => signed(places('[0-9]', decimals));
export const anyDecimal = () => signed('(\\.[0-9]+)?');
export const anyShare = () => ({ type: 'string', pattern: `^${WHOLE}(\\.[0-9]+)?$` });

/** Of two digits those that four divides, but for 00. */
const FOURTHS = '(0[48]|[2468][048]|[13579][26])';
const ANY_DAY = `([0-9]{4}-(${EVERY_YEAR})|([0-9]{2}${FOURTHS}|(00|${FOURTHS})00)-02-29)`;

export const anyDate = () => ({ type: 'string', format: 'date', pattern: `^${ANY_DAY}$` });
export const anyLocalTime = () => ({ type: 'string', pattern: `^${ANY_DAY}T${CLOCK}$` });
export const anyMonth = () => ({ type: 'string', pattern: '^[0-9]{4}-(0[1-9]|1[0-2])$' });
