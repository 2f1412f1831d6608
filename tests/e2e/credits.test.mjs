// An exchange of credits: countries are chosen by name, currencies typed as they come, and what is received stands first.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quote } from '../node/core.mjs';
import { Calculator } from './calculator.mjs';
import { LANGUAGES, eventually, useSite, words } from './site.mjs';

const site = useSite();

const TAIWAN = { en: 'Taiwan', 'zh-Hant': '台灣' };

// 100 × 9000 × 4.7 ÷ 42000 = 100.714…: 101.
const TYPED = {
  'input.purpose': 'exchange',
  'input.balance': '500',
  'input.credits_out': '100',
  'input.from_location': 'host',
  'input.from_country': 'TW',
  'input.from_currency': 'twd',
  'input.from_rate': '9000',
  'input.to_location': 'downstream',
  'input.to_country': 'JP',
  'input.to_currency': 'jpy',
  'input.to_rate': '42000',
};

for (const lang of LANGUAGES) {
  test(`an exchange in ${lang}`, async () => {
    await site.open('credits.html', lang);
    const calculator = await Calculator.on(site.driver);
    await calculator.enterAll(TYPED);
    // Two currencies need a rate between them.
    await eventually(async () => assert.ok((await calculator.one('[part~="summary"]').getText()).includes(words[lang].names.exchange_rate)));
    await calculator.enter('input.exchange_rate', '4.7');

    const headline = await eventually(() => calculator.one('.large').getText());
    // The figure is a button within the sentence.
    assert.equal(headline.replaceAll(/\s+/g, ' ').trim(), words[lang].headlines['credits.credits_in'].replace('{credits_in}', '101'));
    assert.ok((await calculator.figure('figures.credits_unrounded')).includes('100.7143'));
    const working = await calculator.working('figures.credits_in');
    assert.ok(working.includes('100 × 9,000 × 4.7 ÷ 42,000 = 101'), working);
    assert.ok(working.includes(words[lang].clauses['MS-UES-10']), working);
    const picture = await calculator.one('.picture').getText();
    assert.ok(picture.includes(TAIWAN[lang]), picture);
    const request = await calculator.request();
    assert.equal(request.input.from_currency, 'TWD');
    assert.deepEqual(await calculator.answer(), quote(request));

    // Barred both ways, and then there is nothing received.
    await calculator.button('add', 'input.exceptions').click();
    await calculator.enter('input.exceptions.0.country', 'TW');
    await eventually(async () => assert.equal((await calculator.one('.large').getText()).trim(), words[lang].verdicts['credits.ineligible']));
    assert.equal(await calculator.figure('figures.balance_after'), '500');
    assert.ok((await calculator.one('[data-note="from_excepted_country"]').getText()).includes('MS-UES-11'));
    await site.assertQuiet('an exchange');
  });
}
