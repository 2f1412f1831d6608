// The calendar file, read by another package than the one that wrote it.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import ICAL from 'ical.js';
import { calendarFile } from '../../pkg/parts/icalendar.js';
import { LOCALES, wordsOf } from '../../tools/languages.mjs';
import { calculators, isRefusal, quote } from './core.mjs';
import { generated } from './generated.mjs';

/** The words as the element looks them up, as far as the file needs them. */
function wordsFor(lang) {
  const file = wordsOf(lang);
  const locale = LOCALES[lang];
  const fill = (text, values = {}) => text.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
  return {
    lang, locale, colon: locale.colon,
    ui: (key, values) => fill(file.ui[key], values),
    name: (key, calculator) => file.names[`${calculator}.${key}`] ?? file.names[key],
    calculator: (key) => file.calculators[key],
    sentence: (section, key) => file[section][key],
  };
}

const described = new Map(calculators().map((each) => [each.calculator, each]));
const words = { en: wordsFor('en'), 'zh-Hant': wordsFor('zh-Hant') };
const fileOf = (request, lang = 'en') => {
  const answer = quote(request);
  assert.ok(!isRefusal(answer), JSON.stringify(answer));
  return calendarFile({ calculator: described.get(request.calculator), request, answer, words: words[lang] });
};
const eventsOf = (file) => new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent');
const plain = (event) => [event.getFirstPropertyValue('dtstart').toString(), event.getFirstPropertyValue('dtend').toString(), event.getFirstPropertyValue('summary')];

/** Two purchases, with names that the format has signs of its own for. */
const REQUEST = {
  calculator: 'notices',
  as_of: '2025-06-20',
  input: {
    programme: 'PA', anniversary: '2025-10-01', quote_received_on: '2025-06-15', remind_days_ahead: 30,
    lines: [
      { label: 'Db2; a, b\\c: 採購單 🗓️ 資料庫與中介軟體的授權，分次購買，各自有自己的到期日', bought_on: '2025-04-10' },
      { bought_on: '2025-01-01', covered_until: '2025-12-31' },
    ],
  },
};

test('whole days, each ending where the next begins', () => {
  const events = eventsOf(fileOf(REQUEST)).map(plain);
  // The day before the anniversary, the first of its last month; then each purchase's reminder and end.
  assert.deepEqual(events.map(([start, end]) => [start, end]), [
    ['2025-09-30', '2025-10-01'],
    ['2025-09-01', '2025-09-02'],
    ['2026-04-30', '2026-05-01'],
    ['2026-03-31', '2026-04-01'],
    ['2025-12-31', '2026-01-01'],
    ['2025-12-01', '2025-12-02'],
  ]);
  for (const event of eventsOf(fileOf(REQUEST))) {
    for (const name of ['dtstart', 'dtend']) {
      assert.equal(event.getFirstProperty(name).type, 'date');
      assert.ok(event.getFirstPropertyValue(name).isDate);
    }
    assert.equal(event.getFirstPropertyValue('dtstamp').toString(), '2025-06-20T00:00:00Z');
  }
});

for (const lang of Object.keys(words)) {
  test(`what is said, in ${lang}`, () => {
    const file = fileOf(REQUEST, lang);
    const calendar = new ICAL.Component(ICAL.parse(file));
    assert.equal(calendar.getFirstPropertyValue('version'), '2.0');
    assert.match(calendar.getFirstPropertyValue('prodid'), /^-\/\/Clausewise\/\/notices\/\//);
    assert.equal(calendar.getFirstPropertyValue('x-wr-calname'), words[lang].calculator('notices').title);
    const [onTime, , end, remind, , second] = eventsOf(file).map((event) => event.getFirstPropertyValue('summary'));
    assert.equal(onTime, words[lang].name('on_time_until', 'notices'));
    assert.ok(end.endsWith(REQUEST.input.lines[0].label), end);
    assert.ok(remind.startsWith(words[lang].name('remind_on', 'notices')), remind);
    assert.ok(second.endsWith(words[lang].ui('item_lines', { n: '2' })), second);
    // Each entry cites its clause, and says that it is nobody's word but ours.
    for (const event of eventsOf(file)) {
      const text = event.getFirstPropertyValue('description');
      assert.match(text, /IBM-SS-\d\d/);
      assert.ok(text.includes(words[lang].ui('disclaimer')));
    }
  });

  test(`lines as the format wants them, in ${lang}`, () => {
    const file = fileOf(REQUEST, lang);
    assert.ok(file.startsWith('BEGIN:VCALENDAR\r\n'));
    assert.match(file, /\r\nEND:VCALENDAR\r\n$/);
    assert.doesNotMatch(file.replaceAll('\r\n', ''), /[\r\n]/);
    for (const line of file.split('\r\n')) {
      assert.ok(Buffer.byteLength(line) <= 75, `${Buffer.byteLength(line)} octets: ${line}`);
      // No letter is torn apart.
      assert.ok(line.isWellFormed?.() ?? !/\ufffd/.test(line), line);
    }
  });
}

test('the same file, whatever the clock and the time zone', () => {
  const once = fileOf(REQUEST);
  assert.equal(fileOf(REQUEST), once);
  const script = `
    import { calendarFile } from './pkg/parts/icalendar.js';
    import { calculators, quote } from './tests/node/core.mjs';
    const request = ${JSON.stringify(REQUEST)};
    const words = { lang: 'en', locale: ${JSON.stringify(LOCALES.en)}, colon: ': ', ui: (k) => k, name: (k) => k, calculator: (k) => ({ title: k }), sentence: (s, k) => k };
    const calculator = calculators().find((each) => each.calculator === 'notices');
    process.stdout.write(calendarFile({ calculator, request, answer: quote(request), words }));`;
  const [west, east] = ['America/Los_Angeles', 'Pacific/Kiritimati'].map((TZ) => {
    const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], { env: { ...process.env, TZ }, encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    return stdout;
  });
  assert.ok(west.includes('DTSTART;VALUE=DATE:20250930'));
  assert.equal(west, east);
});

test('ids stay with what was asked, and differ with it', () => {
  const ids = (request) => eventsOf(fileOf(request)).map((event) => event.getFirstPropertyValue('uid'));
  const own = ids(REQUEST);
  assert.equal(new Set(own).size, own.length);
  // Another day to ask on, another language: the same entries.
  assert.deepEqual(ids({ ...REQUEST, as_of: '2025-06-21' }), own);
  assert.deepEqual(eventsOf(fileOf(REQUEST, 'zh-Hant')).map((event) => event.getFirstPropertyValue('uid')), own);
  // Somebody else's purchases: others.
  const other = ids({ ...REQUEST, input: { ...REQUEST.input, anniversary: '2025-11-01' } });
  assert.deepEqual(other.filter((id) => own.includes(id)), []);
  // Two purchases alike in everything are still two.
  const line = { bought_on: '2025-04-10' };
  const twins = ids({ ...REQUEST, input: { ...REQUEST.input, lines: [line, line] } });
  assert.equal(new Set(twins).size, twins.length);
});

test('what is over is not kept, and days that meet are one entry', () => {
  const events = eventsOf(fileOf({ ...REQUEST, as_of: '2026-01-01' })).map(plain);
  assert.ok(events.every(([start]) => start >= '2026-01-01'));
  // The window of the quote of 2025 is over; a later anniversary has its own quote, which nobody has received yet.
  assert.deepEqual(events.map(([start]) => start).sort(), ['2026-03-31', '2026-04-30', '2026-09-30']);
  const { remind_days_ahead: _, ...input } = REQUEST.input;
  const met = eventsOf(fileOf({ ...REQUEST, input })).map(plain);
  assert.equal(met.length, 4);
  assert.ok(met[2][2].includes(words.en.name('covered_until', 'notices')) && met[2][2].includes(words.en.name('remind_on', 'notices')));
});

/** A work order with everything that has a date of its own. */
const WORK_ORDER = {
  calculator: 'calendar',
  as_of: '2025-01-10',
  input: {
    starts_on: '2025-01-01', ends_on: '2026-12-31', flex_bought: true, enhanced_response: 'from_a_date', enhanced_response_from: '2025-02-01',
    engineering_direct: 'extended', monitoring_scenarios: 3,
    root_causes: [
      { label: '儲存體中斷', requested_on: '2025-03-01', mitigated_on: '2025-03-05' },
      { requested_on: '2025-03-07', mitigated_on: '2025-03-05' },
      { requested_on: '2025-03-07' },
    ],
    improvement_plans: [{ plan_requested_on: '2025-03-01' }],
  },
};

for (const lang of Object.keys(words)) {
  test(`the dates of a work order, those in lists and lines too, in ${lang}`, () => {
    const { colon, locale: { operands } } = words[lang];
    const name = (key) => words[lang].name(key, 'calendar');
    const both = (...names) => names.map(name).join(operands);
    const item = (list, n) => words[lang].ui(`item_${list}`, { n });
    const of = (what, whose) => `${what}${colon}${whose}`;
    assert.deepEqual(eventsOf(fileOf(WORK_ORDER, lang)).map(plain).map(([start, , title]) => [start, title]), [
      ['2026-10-31', name('safe_request_until')],
      ['2026-11-01', name('borderline_request_on')],
      ['2025-04-01', name('enhanced_onboarding_until')],
      ['2025-03-01', name('onboarding_until')],
      ['2025-03-31', name('monitors_ready_by')],
      ['2026-12-31', name('usable_until')],
      ['2025-12-31', of(name('flex_until'), item('flex_years', '1'))],
      ['2026-12-31', of(name('flex_until'), item('flex_years', '2'))],
      ['2025-12-31', of(name('plans_until'), item('plan_years', '1'))],
      ['2026-12-31', of(name('plans_until'), item('plan_years', '2'))],
      ['2025-03-19', of(name('report_due_on'), '儲存體中斷')],
      ['2025-03-21', of(name('report_due_on'), item('root_causes', '2'))],
    ]);
    // A name that nobody has words for would stand there as its key.
    for (const event of eventsOf(fileOf(WORK_ORDER, lang))) {
      const title = event.getFirstPropertyValue('summary');
      assert.doesNotMatch(title, /_/);
      assert.ok(title.length < 60, title);
      assert.match(event.getFirstPropertyValue('description'), /MS-UES-(03|18|22|55|70|71|72|73)/);
    }
    // Onboarding that begins on the same day ends on the same day: one entry, both names.
    const { enhanced_response_from: _, ...input } = WORK_ORDER.input;
    const met = eventsOf(fileOf({ ...WORK_ORDER, input: { ...input, enhanced_response: 'from_the_start' } }, lang)).map(plain);
    assert.ok(met.some(([start, , title]) => start === '2025-03-01' && title === both('enhanced_onboarding_until', 'onboarding_until')));
  });

  test(`the day to settle an event by, in ${lang}`, () => {
    const input = { event_kind: 'migration', cloud: 'public', solutions: 1, starts_on: '2025-09-15', ends_on: '2025-09-15' };
    const events = eventsOf(fileOf({ calculator: 'event', as_of: '2025-08-04', input }, lang)).map(plain);
    assert.deepEqual(events, [['2025-08-04', '2025-08-05', words[lang].name('settle_by', 'event')]]);
    assert.deepEqual(eventsOf(fileOf({ calculator: 'event', as_of: '2025-08-05', input }, lang)), []);
  });
}

test('an entry added to a list leaves the other days the entries that they are', () => {
  const ids = (request) => eventsOf(fileOf(request)).map((event) => event.getFirstPropertyValue('uid'));
  const own = ids(WORK_ORDER);
  const { input } = WORK_ORDER;
  const more = {
    ...input,
    improvement_plans: [...input.improvement_plans, { plan_requested_on: '2025-04-01' }],
    root_causes: [...input.root_causes, { requested_on: '2025-05-01', mitigated_on: '2025-05-01' }],
    holidays: [{ holiday: '2025-12-25' }],
  };
  const added = ids({ ...WORK_ORDER, input: more });
  assert.deepEqual(added.slice(0, -1), own);
  assert.equal(new Set(added).size, own.length + 1);
});

test('any calculator that keeps days gives a file that can be read', () => {
  const keeps = new Set([...described.values()]
    .filter(({ answer }) => [...answer.dates, ...answer.line, ...answer.figures.flatMap(({ items = [] }) => items)].some(({ calendar }) => calendar))
    .map(({ calculator }) => calculator));
  for (const calculator of ['notices', 'calendar', 'event']) assert.ok(keeps.has(calculator), calculator);
  let read = 0;
  for (const request of generated(35 * described.size, 11).filter(({ calculator }) => keeps.has(calculator))) {
    const answer = quote(request);
    if (isRefusal(answer)) continue;
    const file = calendarFile({ calculator: described.get(request.calculator), request, answer, words: words['zh-Hant'] });
    assert.ok(file.split('\r\n').every((line) => Buffer.byteLength(line) <= 75));
    for (const event of eventsOf(file)) assert.ok(event.getFirstPropertyValue('dtstart').toString() >= answer.as_of);
    read++;
  }
  assert.ok(read > 20, `only ${read} were read`);
});
