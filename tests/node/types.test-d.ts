// What somebody who embeds the package may write, and what their compiler must tell them. Compiled, never run.

import { calculators, quote, quoteCsv, quoteCsvStream, quoteTable, quoteTableStream, read, readTable, terms } from '../../pkg/clausewise.js';
import type { Answer, CalendarInput, CancellationAnswer, Pack, Refusal, RefusalCode, RenewalInput, Request, Step } from '../../pkg/clausewise.js';

/** Compiles only where both types are the same. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(_: Same<A, B>): void => undefined;

const envelope = { as_of: '2026-11-21', currency: 'USD' } as const;
const line = { fee: '1000.00', starts_on: '2026-12-31' };

// The calculator decides what the input is and what comes back.
const cancellation = quote({ ...envelope, calculator: 'cancellation', input: { lines: [line] } });
same<typeof cancellation, CancellationAnswer | Refusal>(true);
if (cancellation.errors) {
  same<(typeof cancellation)['errors'][0]['code'], RefusalCode>(true);
} else {
  same<typeof cancellation, CancellationAnswer>(true);
  const refund: string = cancellation.figures.refund;
  const days: number | undefined = cancellation.lines[0]?.days_ahead;
  const steps: Step[] | undefined = cancellation.steps;
  same<(typeof cancellation)['schema'], 'clausewise.answer/2'>(true);
  const from: string | readonly string[] | undefined = cancellation.steps?.find(({ figure }) => figure === 'lines.0.charge')?.from['fee'];
  const values: unknown[] = cancellation.steps?.map(({ result }) => result) ?? [];
  void [from, values];
  const read = cancellation.assumptions.some(({ code }) => code === 'calendar_days');
  void [refund, days, steps, read];
  // @ts-expect-error there is no such figure
  void cancellation.figures.refunded;
  // @ts-expect-error nobody is referred here
  void (cancellation.verdict === 'refer');
  // @ts-expect-error there is no such assumption
  void cancellation.assumptions.some(({ code }) => code === 'approximate_rate');
}
if ('errors' in cancellation) void cancellation.errors[0].message;

// @ts-expect-error money is a string
quote({ ...envelope, calculator: 'cancellation', input: { lines: [{ ...line, fee: 1000 }] } });
// @ts-expect-error the day is missing
quote({ calculator: 'cancellation', currency: 'USD', input: { lines: [line] } });
// @ts-expect-error the currency is missing
quote({ calculator: 'cancellation', as_of: '2026-11-21', input: { lines: [line] } });
// @ts-expect-error there is no such calculator
quote({ ...envelope, calculator: 'cancelation', input: { lines: [line] } });
// @ts-expect-error a line without its day
quote({ ...envelope, calculator: 'cancellation', input: { lines: [{ fee: '1.00' }] } });
// @ts-expect-error there is no such way to pay
quote({ ...envelope, calculator: 'cancellation', input: { lines: [{ ...line, paid_with: 'barter' }] } });
// @ts-expect-error there is no such field
quote({ ...envelope, calculator: 'cancellation', input: { lines: [{ ...line, feee: '1.00' }] } });
// @ts-expect-error not a request at all
quote('cancellation');
// @ts-expect-error a request there must be
quote();

// Passport Advantage has an anniversary, Express has none.
const licences = [{ quantity: 1, annual_price: '5.00', covered_until: '2026-12-31' }];
const advantage: RenewalInput = { programme: 'PA', anniversary: '2026-01-01', lines: licences };
const express: RenewalInput = { programme: 'PAE', lines: licences };
void [advantage, express];
// A value on the way has a step, where a calculator has any.
const renewed = quote({ ...envelope, calculator: 'renewal', input: advantage });
if (!renewed.errors) void renewed.steps?.some(({ figure }) => figure === 'between.0.previous_anniversary');
const named: string[] = calculators().flatMap(({ terms: known, answer }) => [...known, ...(answer.between ?? [])]).map(({ name, kind }) => `${name}: ${kind}`);
void named;
// Two choices, each with what belongs beside it.
const term = { starts_on: '2026-01-01', ends_on: '2026-12-31', flex_bought: true };
const monitored: CalendarInput = { ...term, enhanced_response: 'from_a_date', enhanced_response_from: '2026-02-01', engineering_direct: 'extended', monitoring_scenarios: 7 };
// @ts-expect-error monitors come with the extended features
const unmonitored: CalendarInput = { ...term, enhanced_response: 'not_bought', engineering_direct: 'standard', monitoring_scenarios: 7 };
// @ts-expect-error from which date
const undated: CalendarInput = { ...term, enhanced_response: 'from_a_date', engineering_direct: 'standard' };
void [monitored, unmonitored, undated];
// @ts-expect-error it needs one
const without: RenewalInput = { programme: 'PA', lines: licences };
// @ts-expect-error it has none
const needless: RenewalInput = { programme: 'PAE', anniversary: '2026-01-01', lines: licences };
void [without, needless];

// The service is a key of the catalogue.
const year = { allowance: '100.00', allocations: [{ service: 'workshops', amount: '5.00' }] } as const;
quote({ ...envelope, calculator: 'flex', input: { signed_on: '2026-01-01', years: [{ ...year, allocations: [...year.allocations] }] } });
quote({
  ...envelope,
  calculator: 'flex',
  // @ts-expect-error coffee is not in it
  input: { signed_on: '2026-01-01', years: [{ allowance: '100.00', allocations: [{ service: 'coffee', amount: '5.00' }] }] },
});

// What nobody may change goes in as well.
const kept = { ...envelope, calculator: 'cancellation', input: { lines: [line] } } as const;
same<ReturnType<typeof quote<'cancellation'>>, CancellationAnswer | Refusal>(true);
quote(kept);

// What somebody else made goes in as it is.
const received: unknown = JSON.parse('{}');
const outcome = quote(received);
same<typeof outcome, Answer | Refusal>(true);
if (!outcome.errors && outcome.calculator === 'cancellation') void outcome.figures.refund;

// Any request is a request, and an example is one too.
const answerAny = (request: Request): Answer | Refusal => quote(request);
for (const { example, fields } of calculators()) void [answerAny(example), fields[0]?.items?.[0]?.kind];

// A portfolio's options have no lines.
const table: Uint8Array | Refusal = quoteCsv({ ...envelope, calculator: 'cancellation' }, new Uint8Array());
quoteCsv({ ...envelope, calculator: 'renewal', input: { programme: 'PAE' } }, new Uint8Array());
void table;
const noted: Uint8Array | Refusal = quoteCsv({ ...envelope, calculator: 'cancellation', notes: true }, new Uint8Array());
void noted;
const streamed: AsyncGenerator<Uint8Array, void> = quoteCsvStream({ ...envelope, calculator: 'cancellation', notes: true }, [new Uint8Array()]);
void streamed;
// @ts-expect-error rows are bytes
quoteCsvStream({ ...envelope, calculator: 'cancellation' }, ['fee,starts_on']);
// @ts-expect-error notes are for rows
quote({ ...envelope, calculator: 'cancellation', notes: true, input: { lines: [line] } });
// @ts-expect-error flex is no list of lines
quoteCsv({ ...envelope, calculator: 'flex' }, new Uint8Array());
// @ts-expect-error a renewal must name its programme
quoteCsv({ ...envelope, calculator: 'renewal' }, new Uint8Array());
// @ts-expect-error text is not bytes
quoteCsv({ ...envelope, calculator: 'cancellation' }, 'fee,starts_on');

const packs: Pack[] = terms();
quote({ ...envelope, calculator: 'cancellation', terms: packs[0]?.id ?? 'ms-unified', input: { lines: [line] } });
void packs[0]?.clauses['MS-UES-15']?.section;

// What is read has the type of its kind.
const amount: { value: string } | Refusal = read('money', 'NT$ 3.6萬', { currency: 'TWD', minor_units: 0 });
const pieces: { value: number } | Refusal = read('count', '12 套', { min: 1, max: 100 });
const agreed: { value: boolean } | Refusal = read('flag', '是');
const key: { value: string } | Refusal = read('choice', 'Cash', { choices: { cash: ['現金'] } });
// @ts-expect-error a list is no single value
read('list', '');
// @ts-expect-error a count is a number
const text: { value: string } | Refusal = read('count', '12');
const read_ = readTable({ calculator: 'flex', currency: 'USD', list: 'years.allocations', columns: { 金額: 'amount' } }, new Uint8Array());
if (!('errors' in read_)) {
  const ready: Uint8Array = read_.csv;
  const asked: boolean = read_.columns.some(({ use }) => use === 'ask');
  void [ready, asked];
}
const own = quoteTable({ calculator: 'renewal', as_of: '2026-11-21', currency: 'TWD', input: { programme: 'PAE' }, columns: { 金額: 'annual_price' }, notes: true }, new Uint8Array());
if (!('errors' in own)) {
  const [{ key, month, rows: count, amounts } = { key: '', month: null, rows: 0, amounts: {} }] = own.sums;
  const counts: number | undefined = own.priced;
  const asks: boolean = own.table.ask;
  void [key, month, count, amounts, counts, asks, own.csv.length];
  // @ts-expect-error its rows are not there a second time
  void own.table.csv;
}
// @ts-expect-error the programme is needed
quoteTable({ calculator: 'renewal', as_of: '2026-11-21', currency: 'TWD' }, new Uint8Array());
for await (const { csv, table } of quoteTableStream({ calculator: 'cancellation', as_of: '2026-11-21', currency: 'USD' }, [new Uint8Array()])) void [csv.length, table.rows];
// @ts-expect-error bytes, not a text
readTable({ calculator: 'renewal' }, 'quantity');
void [amount, pieces, agreed, key, text];
