// Texts as people write them, by kind, with the one value that each can mean: worked out by hand from what the contract
// says of its values. `several` can mean the values beside it; `none` means nothing.

const RATE = { one: [['32.5', '32.5'], ['32,5', '32.5'], ['1,085.25', '1085.25'], ['３２．５', '32.5']], several: ['1,085', ['1.085', '1085']], none: 'abc' };

export const WRITTEN = {
  // In US dollars.
  money: {
    one: [['12,000.50', '12000.50'], ['USD 1,234.50', '1234.50'], ['１２，０００', '12000'], ['3.6萬', '36000'], ['36k', '36000'], ['壹萬貳仟', '12000'], ['$ 980.00', '980.00'], ['1 234,50', '1234.50']],
    several: ['1.500', ['1.5', '1500']],
    none: 'call us',
  },
  percent: { one: [['5%', '5'], ['５％', '5'], ['0.05%', '0.05'], ['百分之五', '5']], several: ['0.05', ['0.05', '5']], none: 'five or six' },
  rate: RATE,
  count: { one: [['1,200', 1200], ['１２', 12], ['12 套', 12], ['2.0', 2], ['十二', 12]], several: ['1.000', [1, 1000]], none: 'a dozen' },
  date: {
    // Excel counts days from the end of 1899: the first day of 2026 is its 46023, and the 15th of December is 348 days on.
    one: [['2026/12/15', '2026-12-15'], ['115/12/15', '2026-12-15'], ['民國115年12月15日', '2026-12-15'], ['1151215', '2026-12-15'], ['15-Dec-2026', '2026-12-15'], ['46371', '2026-12-15'], ['2026-12-15 00:00:00', '2026-12-15']],
    several: ['9/10/2026', ['2026-09-10', '2026-10-09']],
    none: 'soon',
  },
  local_time: {
    one: [['2026/11/23 下午4:45', '2026-11-23T16:45'], ['23 Nov 2026 4:45 pm', '2026-11-23T16:45'], ['民國115年11月23日 16時45分', '2026-11-23T16:45'], ['2026-11-23 16:45', '2026-11-23T16:45']],
    several: ['9/10/2026 16:45', ['2026-09-10T16:45', '2026-10-09T16:45']],
    // A day alone is no time.
    none: '2026-11-23',
  },
  time: { one: [['9:00 AM', '09:00'], ['0900', '09:00'], ['下午4:30', '16:30'], ['16時30分', '16:30'], ['０９：００', '09:00']], none: 'noonish' },
  country: { one: [['台灣', 'TW'], ['Germany', 'DE'], ['jp', 'JP'], ['日本', 'JP']], several: ['Congo', ['CD', 'CG']], none: 'Atlantis' },
  currency: { one: [['usd', 'USD'], ['新台幣', 'TWD'], ['€', 'EUR']], none: 'shells' },
  flag: { one: [['Yes', true], ['TRUE', true], ['是', true], ['✓', true], ['No', false], ['FALSE', false], ['否', false]], several: ['x', [true, false]], none: 'perhaps' },
};

/** The same for a count that may be no more than ten: 1.000 is 1 then. */
const FEW = { one: [['８', 8], ['3 個', 3], ['2.0', 2], ['五', 5], ['1.000', 1]], none: 'a dozen' };

/** What can be written in a field; nothing for texts, and for choices, which have words of their own. */
/** What is written behind a number where a field counts that; elsewhere it is a measure word. */
const UNITS = { hours: '小時', days: '天', months: '個月', years: '年', credits: '點' };

function inUnit({ one, ...others }, unit) {
  return { ...others, one: one.map(([text, value]) => [text.replace(/[套個]$/, UNITS[unit]), value]) };
}

export function writtenFor({ kind, max, unit }) {
  const written = kind === 'count' && Number(max) < 1000 ? FEW : WRITTEN[kind];
  return kind === 'count' && unit ? inUnit(written, unit) : written;
}
