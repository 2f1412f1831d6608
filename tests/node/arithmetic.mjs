// Works a step's formula out once more, in whole numbers and fractions of them, and rounds as the step says: with
// nothing of the core's, so that a figure and its working can be held against each other.

const fraction = (text) => {
  const [whole, places = ''] = String(text).split('.');
  return { over: BigInt(whole + places), under: 10n ** BigInt(places.length) };
};

const OPERATIONS = {
  '+': (a, b) => ({ over: a.over * b.under + b.over * a.under, under: a.under * b.under }),
  '−': (a, b) => ({ over: a.over * b.under - b.over * a.under, under: a.under * b.under }),
  '×': (a, b) => ({ over: a.over * b.over, under: a.under * b.under }),
  '÷': (a, b) => ({ over: a.over * b.under, under: a.under * b.over }),
};

const less = (a, b) => a.over * b.under < b.over * a.under;

const FUNCTIONS = {
  min: (a, b) => (less(a, b) ? a : b),
  max: (a, b) => (less(a, b) ? b : a),
  power: (a, b) => Array.from({ length: Number(b.over / b.under) }, () => a).reduce(OPERATIONS['×'], fraction(1)),
};

const NUMBER = /^-?\d+(\.\d+)?$/;

/**
 * The value of a formula, or undefined where it speaks of days or of what is allowed rather than of numbers.
 * `parts` gives what a `sum(name)` adds up.
 */
export function workedOut(formula, values, parts) {
  const tokens = formula.match(/[a-z][a-z0-9_]*|\d+(\.\d+)?|\S/g);
  let at = 0;

  const valueOf = (name) => {
    if (!NUMBER.test(values[name])) throw new NotNumbers();
    const value = fraction(values[name]);
    return name.endsWith('_percent') ? { ...value, under: value.under * 100n } : value;
  };

  const term = () => {
    const token = tokens[at++];
    if (NUMBER.test(token)) return fraction(token);
    if (token === '(') {
      const inner = sum();
      at++;
      return inner;
    }
    if (tokens[at] !== '(') return valueOf(token);
    at++;
    if (token === 'sum') {
      const name = tokens[at];
      at += 2;
      return parts(name).map(fraction).reduce(OPERATIONS['+'], fraction(0));
    }
    if (!FUNCTIONS[token]) throw new NotNumbers();
    const first = sum();
    at++;
    const second = sum();
    at++;
    return FUNCTIONS[token](first, second);
  };

  const chain = (inner, signs) => () => {
    let value = inner();
    while (signs.includes(tokens[at])) value = OPERATIONS[tokens[at++]](value, inner());
    return value;
  };

  const product = chain(term, ['×', '÷']);
  const sum = chain(product, ['+', '−']);

  try {
    const value = sum();
    return at === tokens.length ? value : undefined;
  } catch (error) {
    if (error instanceof NotNumbers) return undefined;
    throw error;
  }
}

class NotNumbers extends Error {}

/** A fraction as a decimal of so many places: exact, half up (away from zero), up or down. Undefined where `none` is not exact. */
export function rounded({ over, under }, places, rounding) {
  const negative = over < 0n !== under < 0n && over !== 0n;
  const scaled = absolute(over) * 10n ** BigInt(places);
  const divisor = absolute(under);
  let units = scaled / divisor;
  const rest = scaled % divisor;
  if (rounding === 'none' && rest) return undefined;
  if (rounding === 'half_up' && rest * 2n >= divisor) units++;
  if (rounding === 'up' && rest) units++;
  const digits = String(units).padStart(places + 1, '0');
  const text = places ? `${digits.slice(0, -places)}.${digits.slice(-places)}` : digits;
  return negative && units ? `-${text}` : text;
}

const absolute = (number) => (number < 0n ? -number : number);
