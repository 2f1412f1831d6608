// Which faults of a request no schema can see, told from the core's own account of them.

/** The description of a field that a fault names; none for what stands in the envelope. */
function described(fields, [name, ...rest]) {
  const field = fields.find((each) => each.name === name);
  return field?.items && rest.length > 1 ? described(field.items, rest.slice(1)) : field;
}

const chain = (condition) => (condition ? [condition, ...chain(condition.and)] : []);

/** The bounds of a field's own, as a fault names them. */
const boundsOf = ({ min, max, above }) => [above ?? min, max];

/** Why a schema cannot see a fault, or undefined where it can. */
export function unseen({ code, field: place, values }, { terms }, { fields }) {
  const [head, ...rest] = place.split('.');
  if (head === 'input' && typeof terms === 'object' && ['missing', 'not_applicable', 'unknown_choice'].includes(code)) return 'what other terms decide';
  const field = head === 'input' ? described(fields, rest) : undefined;
  switch (code) {
    case 'overflow': return 'what does not fit';
    case 'repeated': return 'what stands there twice';
    case 'not_a_version': return 'what only one calculator reads in a text';
    case 'bad_terms': return place === 'terms' ? undefined : 'terms that do not hold together';
    case 'missing': return field && !field.required ? 'what a calculator itself asks for' : undefined;
    case 'unknown_choice': return field.kind === 'text' ? 'a choice among other entries' : undefined;
    case 'not_applicable':
      return chain(field.only_if).some(({ field: other }) => values.reason.startsWith(`only where ${other} is`)) ? undefined : 'what a calculator itself has no use for';
    case 'out_of_range': {
      if (!field || field.kind === 'text') return undefined;
      const [low, high] = boundsOf(field);
      // A fault of a day or a decimal names them in its own ways.
      const own = [[low, high], [low?.slice?.(0, 10), high?.slice?.(0, 10)]].map((bounds) => bounds.join());
      return own.includes([values.above ?? values.min, values.max].join()) ? undefined : 'a bound that another entry sets';
    }
    default: return undefined;
  }
}
