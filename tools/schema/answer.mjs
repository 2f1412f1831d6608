// All that `quote()` gives back: an answer, or the refusal of a request.

import { isJudged } from '../answers.mjs';
import { refusalCodes } from '../languages.mjs';
import { outputOf, rowByTerms, rowOf } from './outputs.mjs';
import { date } from './patterns.mjs';
import { Shared, byCalculator, isEmpty, members, some } from './shared.mjs';
import { stepsOf } from './steps.mjs';
import { firstOf, valueOf } from './values.mjs';

const ROUNDINGS = ['none', 'half_up', 'up', 'down'];
const NOTES = ['reasons', 'assumptions', 'warnings'];

/** What an answer says of the day of its document. Terms that come along may be of the other kind than the calculator's own. */
const EDITION = { reasons: [], assumptions: ['edition_undated'], warnings: ['before_this_edition'] };

const list = (items) => ({ type: 'array', items });
const ofNotes = (made) => Object.fromEntries(NOTES.map((kind) => [kind, made(kind)]));

/** What a step and a note are whatever they are about, and what stands in them. */
function parts(calculators, known) {
  const { shared } = known;
  const scalar = shared.ref('scalar', { anyOf: ['string', 'integer', 'boolean'].map((type) => ({ type })) });
  const value = shared.ref('value', { anyOf: [scalar, list(scalar)] });
  const named = { type: 'object', propertyNames: { pattern: '^[a-z][a-z0-9_]*$' } };
  const values = shared.ref('values', { ...named, additionalProperties: value });
  const text = { ...valueOf(firstOf(calculators, 'text'), known), minLength: 1 };
  const index = { type: 'integer', minimum: 0 };
  const string = { type: 'string' };
  const step = members({ figure: string, formula: { ...string, minLength: 1 }, values, from: named, result: scalar, rounding: { enum: ROUNDINGS }, clause: text });
  const note = members({ code: string, values, clause: text }, { line: index, allocation: index });
  return { text, values, step: shared.ref('step', step), note: shared.ref('note', note) };
}

/** The answers of one calculator, but for what they all have in common. */
function answerOf(described, { step, digests, words, ...known }) {
  const { calculator, pack, money, answer, codes } = described;
  const { shared } = known;
  const coded = (kind) => {
    const all = [...new Set([...codes[kind], ...EDITION[kind]])];
    return all.length ? { items: { properties: { code: shared.oneOf(`${calculator}_${kind}`, all) } } } : { maxItems: 0 };
  };
  const [figures, line] = [answer.figures, answer.line].map((outs) => rowByTerms(outs, known));
  const byTerms = { ...some('figures', figures), ...some('lines', some('items', line)) };
  return {
    type: 'object',
    title: words.calculators[calculator].title,
    properties: {
      ...(money ? {} : { currency: false }),
      verdict: answer.verdicts.length ? shared.oneOf('verdict', answer.verdicts) : false,
      figures: rowOf(answer.figures, known),
      dates: rowOf(answer.dates, known),
      lines: { items: rowOf(answer.line, known) },
      steps: { items: stepsOf(described, step, known) },
      ...ofNotes(coded),
    },
    ...some('required', [...(money ? ['currency'] : []), ...(isJudged(answer) ? ['verdict'] : [])]),
    ...(isEmpty(byTerms) ? {} : { if: byDigest(digests.get(pack)), then: { properties: byTerms } }),
  };
}

const byDigest = (digest) => ({ properties: { terms: { properties: { digest: { const: digest } } } } });

/** What holds by the terms that are built in: what they are called, and which clauses they have. */
function ofPack({ id, digest, edition, document, clauses, values }, { shared }) {
  const from = values.edition_from?.dated.at(-1).value;
  const cites = { items: { properties: { clause: shared.ref(`clause_of_${id}`, { enum: Object.keys(clauses) }) } } };
  const terms = { pack: { const: id }, name: { const: document.name }, edition: { const: edition }, edition_from: from ? { const: from } : false };
  return {
    if: byDigest(digest),
    then: { properties: { terms: { properties: terms, ...some('required', from ? ['edition_from'] : []) }, steps: cites, ...ofNotes(() => cites) } },
  };
}

export function answerSchema(core, calculators, { minorUnits, currencies, words }) {
  for (const kind of NOTES) {
    for (const code of EDITION[kind]) if (!calculators.some(({ codes }) => codes[kind].includes(code))) throw new Error(`no calculator says ${code} of its document`);
  }
  const names = calculators.map(({ calculator }) => calculator);
  const packs = core.terms();
  const shared = new Shared([...names, 'answer', 'refusal']);
  const known = { shared, minorUnits, currencies: [...currencies.values()].flat().sort() };
  const { text, values, step, note } = parts(calculators, known);
  const day = outputOf({ kind: 'date' }, known);

  const answer = {
    ...members({
      schema: { const: core.quote(calculators[0].example).schema },
      calculator: { enum: names },
      as_of: date(firstOf(calculators, 'date')),
      terms: members({ pack: text, name: text, edition: text, digest: { type: 'string', pattern: '^[0-9a-f]{64}$' }, checked: day }, { edition_from: outputOf({ kind: 'month' }, known) }),
      figures: { type: 'object' },
      dates: { type: 'object' },
      lines: list({ type: 'object' }),
      ...ofNotes(() => list(note)),
    }, {
      currency: valueOf({ kind: 'currency' }, known),
      verdict: { enum: [...new Set(calculators.flatMap((described) => described.answer.verdicts))].sort() },
      // Left out where nobody wanted to know.
      steps: list(step),
    }),
    allOf: [...byCalculator(names), ...packs.map((pack) => ofPack(pack, known))],
  };
  const fault = members({ code: { enum: refusalCodes(words) }, field: { type: 'string' }, values, message: { type: 'string', minLength: 1 } });
  const refusal = members({ errors: { ...list(fault), minItems: 1 } });

  const digests = new Map(packs.map(({ id, digest }) => [id, digest]));
  const answers = calculators.map((described) => [described.calculator, answerOf(described, { ...known, step, digests, words })]);
  return {
    title: 'What Clausewise gives back: an answer, or the refusal of a request',
    anyOf: [{ $ref: '#/$defs/answer' }, { $ref: '#/$defs/refusal' }],
    $defs: { answer, refusal, ...Object.fromEntries(answers), ...shared.defs },
  };
}
