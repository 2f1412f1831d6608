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
