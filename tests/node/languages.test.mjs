// Languages: which is spoken to whom, how each writes, and that no code asks which it is. A made-up one that speaks of one calculator
// shows what is said in its place of the others.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { FALLBACK, LANGUAGES, LOCALES } from '../../tools/languages.mjs';
import { quote } from './core.mjs';
import { source } from './sources.mjs';

const root = new URL('../../', import.meta.url);
const { Format, langOf } = await source('nearest', 'format');

test('the nearest language is spoken', () => {
  for (const lang of LANGUAGES) {
    assert.equal(langOf(lang), lang);
    assert.equal(langOf(LOCALES[lang].tag), lang);
  }
  for (const tag of ['zh', 'zh-TW', 'ZH-hant-hk', 'zh-CN', 'zh-Hans']) assert.equal(langOf(tag), 'zh-Hant', tag);
  for (const tag of ['en-GB', 'EN', 'tlh', 'zhx', '', 'no language', 'en-']) assert.equal(langOf(tag), FALLBACK, tag);
});

test('how a language writes is known to Intl, and told apart by its tag', () => {
  for (const lang of LANGUAGES) {
    const { tag, intl, name, currency, currencyLabel, columnDay } = LOCALES[lang];
    assert.deepEqual(Intl.getCanonicalLocales([lang, tag, intl]), [lang, tag, intl].filter((each, index, all) => all.indexOf(each) === index));
    for (const supported of [Intl.NumberFormat, Intl.DateTimeFormat, Intl.ListFormat, Intl.DisplayNames]) assert.deepEqual(supported.supportedLocalesOf(intl), [intl]);
    assert.ok(name && /^[A-Z]{3}$/.test(currency) && /\{code\}/.test(currencyLabel) && /\{name\}/.test(currencyLabel) && /\{day\}/.test(columnDay) && /\{weekday\}/.test(columnDay));
  }
  const tags = LANGUAGES.map((lang) => LOCALES[lang].tag);
  assert.deepEqual(tags, [...new Set(tags)]);
});

test('lists, days and currencies are written as the language does', () => {
  const written = (lang) => {
    const format = new Format(lang, 'USD');
    return [format.list(['1', '2', '3']), format.either(['1', '2']), format.date('2026-09-03', 'short'), format.weekday('2026-11-20', false), format.currencyLabel('TWD')];
  };
  assert.deepEqual(written('en'), ['1, 2, and 3', '1 or 2', 'Sep 3, 2026', 'Fri 20', 'TWD – New Taiwan Dollar']);
  assert.deepEqual(written('zh-Hant'), ['1、2、3', '1 或 2', '2026/9/3', '20 日 週五', '新台幣（TWD）']);
});

/** In Taiwan Intl writes a bare "$", which beside US dollars says too little. */
const OWN_SIGNS = { TWD: 'NT$', USD: 'US$' };

test('days and currencies are called what Intl calls them', () => {
  const days = Array.from({ length: 400 }, (_, index) => new Date(Date.UTC(2027, 11, 1 + index)));
  for (const lang of LANGUAGES) {
    const { intl, currencies, shortMonths } = LOCALES[lang];
    const format = new Format(lang, 'USD');
    const dates = (shape) => new Intl.DateTimeFormat(intl, { ...shape, timeZone: 'UTC' });
    const short = /^\d+$/.test(shortMonths[0]) ? 'numeric' : 'short';
    const [long, brief, month, weekday] = [
      { year: 'numeric', month: 'long', day: 'numeric' }, { year: 'numeric', month: short, day: 'numeric' }, { year: 'numeric', month: 'long' }, { weekday: 'short' },
    ].map(dates);
    for (const day of days) {
      const iso = day.toISOString();
      const said = [format.date(iso.slice(0, 10)), format.date(iso.slice(0, 10), 'short'), format.month(iso.slice(0, 7)), format.weekday(iso.slice(0, 10), true)];
      assert.deepEqual(said, [long, brief, month, weekday].map((each) => each.format(day)));
      // Of a day with its time, engines differ in what stands between the parts.
      for (const style of ['long', 'short']) {
        const time = format.localTime(`${iso.slice(0, 10)}T09:05`, style);
        for (const part of [weekday.format(day), String(day.getUTCDate()), '09:05', String(day.getUTCFullYear())]) assert.ok(time.includes(part), time);
      }
    }
    const names = new Intl.DisplayNames(intl, { type: 'currency' });
    assert.ok(Object.keys(currencies).length >= 19);
    for (const [code, [sign, name]] of Object.entries(currencies)) {
      assert.equal(name, names.of(code));
      for (const amount of ['0', '7', '-0.50', '999', '1000', '-123456.7', '12345678901234567890.125', '007']) {
        const digits = amount.split('.')[1]?.length ?? 0;
        const parts = new Intl.NumberFormat(intl, { style: 'currency', currency: code, minimumFractionDigits: digits, maximumFractionDigits: digits }).formatToParts(amount);
        const told = parts.map(({ type, value }) => (type === 'currency' ? OWN_SIGNS[code] ?? value : value)).join('');
        assert.equal(new Format(lang, 'TWD').money(amount, code), told);
        assert.equal(format.decimal(amount), new Intl.NumberFormat(intl, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(amount));
      }
      // As many decimals as the core reckons with.
      const { figures } = quote({ calculator: 'cancellation', as_of: '2026-11-21', currency: code, input: { lines: [{ fee: '1000', starts_on: '2026-12-01' }] } });
      assert.equal(new Format(lang, code).ownDigits, figures.refund.split('.')[1]?.length ?? 0, code);
      assert.ok(sign);
    }
    for (const amount of ['', '1e5', '1,000', '-', '.5', '1.']) assert.equal(format.money(amount), amount);
    assert.deepEqual([format.money('1234.50', 'SEK'), format.money('1', 'TWD'), format.money('1'), new Format(lang, 'TWD').money('1', 'USD')],
      ['SEK\u00a01,234.50', 'NT$1', `${currencies.USD[0]}1`, 'US$1']);
    assert.equal(format.currencyName('SEK'), names.of('SEK'));
  }
  const offered = /^const CURRENCIES = \[(.*)\];$/m.exec(readFileSync(new URL('www/element/form/form.ts', root), 'utf8'))[1].match(/[A-Z]{3}/g);
  for (const lang of LANGUAGES) assert.deepEqual(Object.keys(LOCALES[lang].currencies), offered);
  assert.deepEqual(['en', 'zh-Hant'].flatMap((lang) => ['long', 'short'].map((style) => new Format(lang).localTime('2026-11-23T09:05', style))),
    ['Mon, November 23, 2026 at 09:05', 'Mon, Nov 23, 2026, 09:05', '2026年11月23日 週一 09:05', '2026/11/23 週一 09:05']);
  for (const odd of ['', '2026-13-01', '2026-02-31T', '2026-11-23T9:05', 'tomorrow']) assert.deepEqual([new Format('en').date(odd), new Format('en').localTime(odd)], [odd, odd]);
});

const textsIn = (folder, ending) => readdirSync(new URL(folder, root), { recursive: true }).filter((name) => ending.test(name))
  .map((name) => [`${folder}${name}`, readFileSync(new URL(folder + name, root), 'utf8')]);

test('no code asks which language it is, or lists them', () => {
  const sources = [...['www/element/', 'www/core/', 'www/frame/', 'www/embed/', 'www/preview/'].flatMap((folder) => textsIn(folder, /\.[jt]s$/)), ...textsIn('tools/', /\.mjs$/)];
  assert.ok(sources.length > 100);
  const asks = /\blang(?:uage)?\w*(?:\(\))? [!=]==? ?['"]\w|\[(?:'en'|"en"), ?['"]zh/;
  assert.deepEqual(sources.filter(([, text]) => asks.test(text)).map(([path]) => path), []);
});

/** The words as the element loads them, from files made up here. */
async function wordsFrom(files) {
  const held = {
    'clausewise:words': `const held = ${JSON.stringify(files)}; export default Object.fromEntries(Object.entries(held).map(([name, file]) => [name, async () => ({ default: file, build: 'b' })]));`,
    'clausewise:build': "export default 'b';",
    'clausewise:locales': `export default ${JSON.stringify({ en: LOCALES.en, tlh: { ...LOCALES.en, tag: 'tlh' } })}; export const fallback = 'en';`,
  };
  const plugin = {
    name: 'held',
    setup(made) {
      made.onResolve({ filter: /^clausewise:/ }, ({ path }) => ({ path, namespace: 'held' }));
      made.onLoad({ filter: /./, namespace: 'held' }, ({ path }) => ({ contents: held[path] ?? 'export default {};' }));
    },
  };
  const { outputFiles: [{ text }] } = await build({ entryPoints: [fileURLToPath(new URL('www/element/words.ts', root))], bundle: true, write: false, format: 'esm', target: 'es2022', plugins: [plugin], logLevel: 'silent' });
  return import(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`);
}

test('where a language has no words of a calculator, all of it is said in the one that has, and marked as that', async () => {
  const file = (lang, names) => ({ lang, ui: { yes: lang }, names });
  const { loadAll, loadShared, loadWords, loadWordsOf, WHOLE } = await wordsFrom({
    en: file('en', { fee: 'Fee', rate: 'Rate' }), 'en/shared': file('en', {}), 'en/flex': file('en', { rate: 'Rate' }), 'en/cancellation': file('en', { fee: 'Fee' }),
    'tlh/shared': file('tlh', {}), 'tlh/cancellation': file('tlh', { fee: 'DIl' }),
  });
  const said = (words, name) => [words.locale.tag, words.ui('yes'), words.name(name)];
  assert.deepEqual(said(await loadWordsOf('tlh', 'cancellation'), 'fee'), ['tlh', 'tlh', 'DIl']);
  assert.deepEqual(said(await loadWordsOf('tlh', 'flex'), 'rate'), ['en', 'en', 'Rate']);
  // Of what is said of all calculators there is no half.
  assert.deepEqual(WHOLE, ['en']);
  assert.deepEqual(said(await loadWords('tlh'), 'fee'), ['en', 'en', 'Fee']);
  assert.equal((await loadShared('tlh')).lang, 'tlh');
  assert.deepEqual((await loadAll('flex')).map(({ lang }) => lang), ['en']);
  assert.deepEqual((await loadAll('cancellation')).map(({ lang }) => lang), ['en', 'tlh']);
});
