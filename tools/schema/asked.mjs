// What the core's description of its calculators leaves open, and what it says when it is asked with something wrong.

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const DAY = '2026-11-21';

const faultAt = (core, request, place) => core.quote(request).errors.find(({ field }) => field === place);

/** A calculator that takes an amount by itself. */
function amountOf(calculators) {
  for (const { calculator, money, fields } of calculators) {
    const amount = money && fields.find(({ kind, only_if: condition, max_decimals: decimals }) => kind === 'money' && !condition && decimals === undefined);
    if (amount) return { calculator, name: amount.name };
  }
  throw new Error('no calculator takes an amount by itself');
}

/** Every currency that the core knows, by the decimals of its amounts. */
export function currenciesOf(core, calculators) {
  const { calculator, name } = amountOf(calculators);
  // More decimals than any currency has.
  const input = { [name]: '1.00000000' };
  const found = new Map();
  for (const code of LETTERS.flatMap((first) => LETTERS.flatMap((second) => LETTERS.map((third) => first + second + third)))) {
    const request = { calculator, as_of: DAY, currency: code, input };
    const { errors } = core.quote(request);
    if (errors.some(({ field }) => field === 'currency')) continue;
    const { max_decimals: decimals } = errors.find(({ field }) => field === `input.${name}`).values;
    found.set(decimals, [...found.get(decimals) ?? [], code]);
  }
  return found;
}

/** The fewest and the most decimals that a request may ask for. */
export function minorUnitsOf(core, calculators) {
  const [{ calculator }] = calculators;
  return faultAt(core, { calculator, minor_units: Number.MAX_SAFE_INTEGER }, 'minor_units').values;
}

/** A pack with nothing in it to choose from. */
function emptied({ digest: _, ...pack }) {
  const isOfRows = ({ kind }) => kind === 'keys' || kind === 'table';
  const empty = (term) => (isOfRows(term) ? { ...term, dated: term.dated.map((entry) => ({ ...entry, value: [] })) } : term);
  const values = Object.fromEntries(Object.entries(pack.values).map(([name, term]) => [name, empty(term)]));
  return { ...pack, values, ...(pack.services ? { services: [] } : {}) };
}

/** Entries that hold nothing but one that is no choice, wherever there is something to choose. */
const unchosen = (fields) => Object.fromEntries(fields.flatMap(({ name, kind, items }) => {
  if (kind === 'choice') return [[name, '?']];
  return kind === 'list' ? [[name, [unchosen(items)]]] : [];
}));

/** Where the choices of a calculator are those of its terms, so that others may offer others: `lines.service`. */
export function chosenFromTerms(core, { calculator, pack, fields }) {
  const terms = emptied(core.terms().find(({ id }) => id === pack));
  const { errors } = core.quote({ calculator, as_of: DAY, currency: 'USD', terms, input: unchosen(fields) });
  const places = (among, above) => among.flatMap(({ name, kind, choices, items }) => {
    if (kind === 'list') return places(items, [...above, name, '0']);
    if (kind !== 'choice') return [];
    const fault = errors.find(({ code, field }) => code === 'unknown_choice' && field === ['input', ...above, name].join('.'));
    if (!fault) throw new Error(`${calculator} does not say what may be chosen for ${name}`);
    const isOwn = fault.values.choices.join() === choices.join();
    return isOwn ? [] : [[...above.filter((part) => part !== '0'), name].join('.')];
  });
  return new Set(places(fields, []));
}
