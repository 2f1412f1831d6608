// Whoever takes the parts of the package by their names. Compiled, never run.

import init, { quote, type RequestDraft } from 'clausewise';
import only, { quote as quoteRenewal } from 'clausewise/only/renewal.js';
import rules from 'clausewise/rules.js';
import renewal, { build, type Words } from 'clausewise/words/zh-Hant/renewal.js';
import english from 'clausewise/words/en.js';

void [init(), only(), build];
const draft: RequestDraft<'renewal'> = { calculator: 'renewal', input: { lines: [{ quantity: 1 }] } };
const some: Words[] = [renewal, english];
const title: string | undefined = english.calculators?.['renewal']?.title;
const answer = quote({ calculator: 'renewal', as_of: '2026-11-21', currency: 'TWD', input: { programme: 'PAE', lines: [] } });
if (!answer.errors) void [answer.figures.net, rules.uses[answer.reasons[0]?.clause ?? '']];
const same = quoteRenewal({ calculator: 'renewal', as_of: '2026-11-21', currency: 'TWD', input: { programme: 'PAE', lines: [] } });
void [draft, some, title, same.errors?.[0].message];
// @ts-expect-error there is no such core
void import('clausewise/only/renewals.js');
