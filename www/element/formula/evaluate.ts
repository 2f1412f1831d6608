// Works a formula out once more: from the values of its step and nothing else, exactly, by docs/formulas.md. The pages do not
// need it; those do who test a trace, or carry it on into another kind of sheet.

import type { Kind, Step } from '../types.js';
import { divided, fraction, negated, plus, times, wholeOf } from './exact.js';
import { FUNCTIONS } from './functions.js';
import { parse, type Sign, type Tree } from './parse.js';
import { holds, isSame, numberOf, ranked, valueOf, written, type Point, type Value } from './values.js';

/** The very result of a step, from its formula and its values; `kindOf` says of a name what its values are. */
export function workedOut({ formula, values, rounding, result }: Step, kind: Kind, kindOf: (name: string) => Kind): string | number | boolean | undefined {
  const known = new Map(Object.entries(values).map(([name, value]) => [name, valueOf(kindOf(name), value)]));
  const text = written(evaluate(parse(formula), known), kind, rounding, String(result));
  return typeof result === 'number' && text !== undefined ? Number(text) : text;
}

export function evaluate(tree: Tree, values: ReadonlyMap<string, Value>): Value {
  const of = (part: Tree): Value => evaluate(part, values);
  switch (tree.is) {
    case 'name': {
      const value = values.get(tree.name);
      if (!value) throw new RangeError(`${tree.name} has no value`);
      return value;
    }
    case 'number': return { number: fraction(tree.digits) };
    case 'key': return { key: tree.key };
    case 'brackets': return of(tree.of);
    case 'not': return { flag: !holds(of(tree.of)) };
    case 'call': return tree.name === 'if' ? chosen(tree.parts, of) : called(tree.name, tree.parts.map(of));
    case 'signed':
      // What stands behind is not looked at where it cannot change anything.
      if (tree.sign === 'and') return { flag: holds(of(tree.left)) && holds(of(tree.right)) };
      if (tree.sign === 'or') return { flag: holds(of(tree.left)) || holds(of(tree.right)) };
      return signed(tree.sign, of(tree.left), of(tree.right));
  }
}

/** The value behind the first condition that holds, else the last. */
function chosen(parts: Tree[], of: (part: Tree) => Value): Value {
  if (parts.length % 2 === 0) throw new RangeError('an if without what else holds');
  for (let at = 0; at + 1 < parts.length; at += 2) if (holds(of(parts[at] as Tree))) return of(parts[at + 1] as Tree);
  return of(parts.at(-1) as Tree);
}

function called(name: string, parts: Value[]): Value {
  const known = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (!known) throw new RangeError(`there is no ${name}`);
  if (known.length !== parts.length) throw new RangeError(`${name} takes ${known.length}, and not ${parts.length}`);
  return known(...parts);
}

function signed(sign: Sign, left: Value, right: Value): Value {
  if (sign === '=' || sign === '≠') return { flag: isSame(left, right) === (sign === '=') };
  const isPoint = 'point' in left && left.point.unit === 'date' && 'number' in right;
  switch (sign) {
    case '<': return { flag: ranked(left, right) < 0 };
    case '≤': return { flag: ranked(left, right) <= 0 };
    case '>': return { flag: ranked(left, right) > 0 };
    case '≥': return { flag: ranked(left, right) >= 0 };
    case '+': return isPoint ? later(left.point, wholeOf(right.number)) : { number: plus(numberOf(left), numberOf(right)) };
    case '−': return isPoint ? later(left.point, -wholeOf(right.number)) : { number: plus(numberOf(left), negated(numberOf(right))) };
    case '×': return { number: times(numberOf(left), numberOf(right)) };
    case '÷': return { number: divided(numberOf(left), numberOf(right)) };
    default: throw new RangeError(`${sign} is no sign`);
  }
}

const later = ({ unit, at }: Point, by: number): Value => ({ point: { unit, at: at + by } });
