// What reads whatever people write comes when a visitor turns to the form. Plain digits and days need none of it; anything
// else waits for it, and is answered by nothing before it is read.

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { calculators, quote } from '../node/core.mjs';
import { useGuest } from './guest_page.mjs';
import { REQUESTS } from './requests.mjs';
import { LANGUAGES, TAG, eventually, words } from './site.mjs';

const guest = useGuest();

const FILE = 'only/reading';
const FEE = 'input.lines.0.fee';
const PAGE = '<clausewise-quote calculator="cancellation" as-of="2026-12-01" currency="USD"></clausewise-quote><a href="#">Away</a>';
const LINE = { [FEE]: '1,000', 'input.lines.0.starts_on': '2026-12-11' };

beforeEach(() => { guest.withheld.length = 0; });

const answered = (calculator, charge) => eventually(async () => assert.equal((await calculator.answer())?.figures.charge, charge));

const fetched = () => guest.asked.filter((path) => path.includes(FILE)).length;

test('a page that nobody has turned to fetches no more than it shows', async () => {
  await guest.show(PAGE);
  const calculator = await guest.calculator();
  await guest.run("document.querySelector('clausewise-quote').request = arguments[0]", REQUESTS.cancellation.sent);
  await eventually(async () => assert.ok(await calculator.answer()));
  assert.equal(fetched(), 0);
  await calculator.control(FEE).click();
  await eventually(async () => assert.ok(fetched() > 0));
});

test('plain digits and days are answered without it', async () => {
  guest.withheld.push(FILE);
  await guest.show(PAGE);
  const calculator = await guest.calculator();
  await calculator.enterAll(LINE);
  await answered(calculator, '500.00');
  assert.equal(await calculator.value(FEE), '1,000');
  assert.deepEqual(await guest.told('error'), []);
});

for (const lang of LANGUAGES) {
  test(`what it does not arrive for is said, in ${lang}`, async () => {
    guest.withheld.push(FILE);
    await guest.show(PAGE, { lang: TAG[lang] });
    const calculator = await guest.calculator();
    await calculator.enterAll({ ...LINE, [FEE]: 'US$ 1k' });
    await guest.reads(words[lang].ui.failed_network);
    await guest.reads(words[lang].ui.unread);
    assert.equal(await calculator.answer(), null);
    assert.deepEqual((await guest.told('error')).map(({ reason }) => reason), ['network']);
    // As it says: plainly written it is read.
    await calculator.enter(FEE, '1000.00');
    await answered(calculator, '500.00');
    assert.ok(!(await guest.text()).includes(words[lang].ui.failed_network));
    await calculator.enter(FEE, 'US$ 2k');
    await guest.reads(words[lang].ui.unread);
    assert.equal(await calculator.answer(), null);
    guest.withheld.length = 0;
    await calculator.button('retry').click();
    await answered(calculator, '1000.00');
    assert.equal((await calculator.request()).input.lines[0].fee, '2000');
  });
}

test('what did not arrive ahead is fetched once more by the first text that needs it', async () => {
  guest.withheld.push(FILE);
  await guest.show(PAGE);
  const calculator = await guest.calculator();
  await calculator.control(FEE).click();
  await eventually(async () => assert.ok(fetched() > 0));
  guest.withheld.length = 0;
  await calculator.enterAll({ ...LINE, [FEE]: '1k' });
  await answered(calculator, '500.00');
  assert.deepEqual(await guest.told('error'), []);
  assert.ok(!(await guest.text()).includes(words.en.ui.failed_network));
});

test('while it is on its way, no answer stands beside what is not read', async () => {
  await guest.show(PAGE);
  const calculator = await guest.calculator();
  const answers = await guest.driver.executeAsyncScript(`const done = arguments[0];
    const element = document.querySelector('clausewise-quote');
    element.request = { calculator: 'cancellation', as_of: '2026-12-01', currency: 'USD', input: { lines: [{ fee: '1000', starts_on: '2026-12-11' }] } };
    element.updateComplete.then(async () => {
      const before = element.answer?.figures.charge;
      const control = element.shadowRoot.querySelector('[data-field="input.lines.0.fee"]');
      control.value = '2k';
      control.dispatchEvent(new Event('input', { bubbles: true }));
      await element.updateComplete;
      const text = element.shadowRoot.querySelector('.answer').innerText;
      done([before, element.answer, element.refusal, text]);
    })`);
  assert.deepEqual(answers.slice(0, 3), ['500.00', null, null]);
  assert.ok(answers[3].includes(words.en.ui.reading_loading), answers[3]);
  await answered(calculator, '1000.00');
});

// What pages and links fill in, the examples and what the element writes itself is plain.
for (const { calculator: name, example } of calculators()) {
  test(`a request for ${name} is taken over without it`, async () => {
    guest.withheld.push(FILE);
    await guest.show(`<clausewise-quote calculator="${name}"></clausewise-quote>`);
    await guest.calculator();
    for (const request of [example, REQUESTS[name].sent]) {
      await guest.run("document.querySelector('clausewise-quote').request = arguments[0]", request);
      await eventually(async () => {
        const [answer, sent] = await guest.run("const { answer, request } = document.querySelector('clausewise-quote'); return [answer, request]");
        assert.deepEqual(sent, request);
        assert.deepEqual(answer, quote(request));
      });
    }
    assert.equal(fetched(), 0);
  });
}
