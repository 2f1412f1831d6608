// Whoever takes the parts of the package by their names where there is no page and none of its types: in Node, in a worker, at
// the edge. Compiled without them, and never run.

import init, { build, initSync } from 'clausewise';
import type { Refusal } from 'clausewise';
import only, { calculators, quote, quoteCsv, terms } from 'clausewise/only/renewal.js';
import type { RenewalAnswer } from 'clausewise/only/renewal.js';
import rules from 'clausewise/rules.js';
import english from 'clausewise/words/en.js';
import renewing, { build as worded, type Words } from 'clausewise/words/zh-Hant/renewal.js';

const bytes = new Uint8Array();
const opened: Promise<void> = init();
void [opened, init('clausewise_bg.wasm'), init(bytes), init(bytes.buffer), init(Promise.resolve(bytes)), init({ module_or_path: bytes })];
initSync({ module: bytes });
initSync(bytes);
const mark: string = build;
void mark;
// @ts-expect-error a number is nothing to open
void init(5);
// @ts-expect-error the bytes go by another name here
void init({ module: bytes });
// @ts-expect-error at once means at once
initSync(Promise.resolve(bytes));
// @ts-expect-error an address cannot be waited for
initSync('clausewise_bg.wasm');
// @ts-expect-error there is nothing to load
initSync();

void only();
const renewal: RenewalAnswer | Refusal = quote({
  calculator: 'renewal', as_of: '2026-11-21', currency: 'TWD',
  input: { programme: 'PAE', lines: [{ quantity: 1, annual_price: '5.00', covered_until: '2026-12-31' }] },
});
if (!renewal.errors) void renewal.figures.net;
// @ts-expect-error this core has no other calculator
quote({ calculator: 'tax', as_of: '2026-11-21', currency: 'TWD', input: {} });
const received: unknown = {};
const named: 'renewal' = calculators()[0].calculator;
const refused: Refusal = quoteCsv({}, bytes);
void [quote(received), named, refused, terms()[0].id, rules.uses['MS-UES-15']?.calculators];
// @ts-expect-error there is no such core
void import('clausewise/only/renewals.js');

const words: Words[] = [english, renewing];
void [words, worded, english.calculators?.['renewal']?.title];
