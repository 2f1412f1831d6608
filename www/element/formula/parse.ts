// A formula of the core as a tree, by the grammar of docs/formulas.md; and a tree as a formula again. Whoever reads a formula
// reads it here: the page that tells it, whoever works it out once more, whoever writes it down elsewhere.

export type Sign = 'or' | 'and' | '=' | '≠' | '<' | '≤' | '>' | '≥' | '+' | '−' | '×' | '÷';

export type Tree =
  | { is: 'name'; name: string }
  | { is: 'number'; digits: string }
  | { is: 'key'; key: string }
  | { is: 'call'; name: string; parts: Tree[] }
  | { is: 'signed'; sign: Sign; left: Tree; right: Tree }
  | { is: 'not'; of: Tree }
  | { is: 'brackets'; of: Tree };

/** Thrown where a text is no formula: it says where that shows. */
export class NoFormula extends Error {
  override name = 'NoFormula';
}

/** Operators by rank, the weakest first. Of claims there is one to a formula: `a < b < c` means nothing. */
const RANKS: { signs: readonly string[]; isChain: boolean }[] = [
  { signs: ['or'], isChain: true },
  { signs: ['and'], isChain: true },
  { signs: ['=', '≠', '<', '≤', '>', '≥'], isChain: false },
  { signs: ['+', '−'], isChain: true },
  { signs: ['×', '÷'], isChain: true },
];

const TOKEN = /\s*(?:([a-z][a-z0-9_]*)|(\d+)|"([^"]*)"|([=≠<≤>≥+−×÷(),])|$)/uy;

const RESERVED = ['and', 'or', 'not'];

interface Token { is: 'word' | 'digits' | 'key' | 'sign' | 'end'; text: string; at: number }

function tokensOf(formula: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (;;) {
    const from = TOKEN.lastIndex;
    const found = TOKEN.exec(formula);
    if (!found) throw new NoFormula(`“${formula}”: nothing that stands at ${from} is known`);
    const [, word, digits, key, sign] = found;
    // Words and numbers are parted by blanks, or by signs.
    if ((word ?? digits) !== undefined && /[\w]/.test(formula[from - 1] ?? '') && found[0] === (word ?? digits)) {
      throw new NoFormula(`“${formula}”: at ${from} a blank is missing`);
    }
    const at = TOKEN.lastIndex - (word ?? digits ?? sign ?? '').length;
    if (word !== undefined) tokens.push({ is: RESERVED.includes(word) ? 'sign' : 'word', text: word, at });
    else if (digits !== undefined) tokens.push({ is: 'digits', text: digits, at });
    else if (key !== undefined) tokens.push({ is: 'key', text: key, at: TOKEN.lastIndex });
    else if (sign !== undefined) tokens.push({ is: 'sign', text: sign, at });
    else return [...tokens, { is: 'end', text: 'the end', at }];
  }
}

export function parse(formula: string): Tree {
  const tokens = tokensOf(formula);
  let place = 0;

  const next = (): Token => tokens[Math.min(place, tokens.length - 1)] as Token;
  const isSign = (text: string): boolean => next().is === 'sign' && next().text === text;
  const unexpected = (): NoFormula => new NoFormula(`“${formula}”: ${next().text} is not to stand at ${next().at}`);

  /** Goes on behind a sign. */
  const pass = (text: string): void => {
    if (!isSign(text)) throw unexpected();
    place++;
  };

  const ranked = (rank: number): Tree => {
    const { signs, isChain } = RANKS[rank] ?? { signs: [], isChain: false };
    if (!signs.length) return factor();
    let tree = ranked(rank + 1);
    for (let isFirst = true; next().is === 'sign' && signs.includes(next().text) && (isChain || isFirst); isFirst = false) {
      const sign = next().text as Sign;
      place++;
      tree = { is: 'signed', sign, left: tree, right: ranked(rank + 1) };
    }
    return tree;
  };

  const factor = (): Tree => {
    const { is, text } = next();
    if (isSign('not')) {
      place++;
      return { is: 'not', of: factor() };
    }
    if (isSign('(')) {
      place++;
      const of = ranked(0);
      pass(')');
      return { is: 'brackets', of };
    }
    if (is === 'sign' || is === 'end') throw unexpected();
    place++;
    if (is === 'digits') return { is: 'number', digits: text };
    if (is === 'key') return { is: 'key', key: text };
    return isSign('(') ? { is: 'call', name: text, parts: parts() } : { is: 'name', name: text };
  };

  const parts = (): Tree[] => {
    pass('(');
    const all = [ranked(0)];
    while (isSign(',')) {
      place++;
      all.push(ranked(0));
    }
    pass(')');
    return all;
  };

  const tree = ranked(0);
  if (next().is !== 'end') throw unexpected();
  return tree;
}

/** A tree as the core writes it. */
export function write(tree: Tree): string {
  switch (tree.is) {
    case 'name': return tree.name;
    case 'number': return tree.digits;
    case 'key': return `"${tree.key}"`;
    case 'call': return `${tree.name}(${tree.parts.map(write).join(', ')})`;
    case 'signed': return `${write(tree.left)} ${tree.sign} ${write(tree.right)}`;
    case 'not': return `not ${write(tree.of)}`;
    case 'brackets': return `(${write(tree.of)})`;
  }
}

/** What stands right inside a tree. */
export function inside(tree: Tree): Tree[] {
  switch (tree.is) {
    case 'call': return tree.parts;
    case 'signed': return [tree.left, tree.right];
    case 'not': case 'brackets': return [tree.of];
    default: return [];
  }
}

/** Every part of a tree, itself first, in the order in which they are written. */
export const within = (tree: Tree): Tree[] => [tree, ...inside(tree).flatMap(within)];

/** The names of a tree, each once, as they first come. */
export const namesIn = (tree: Tree): string[] => [...new Set(within(tree).flatMap((each) => (each.is === 'name' ? [each.name] : [])))];

/** What a tree calls, each once. */
export const callsIn = (tree: Tree): string[] => [...new Set(within(tree).flatMap((each) => (each.is === 'call' ? [each.name] : [])))];
