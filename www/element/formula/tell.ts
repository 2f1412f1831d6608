// A formula as people read it: its names and values by what the teller makes of them, its calls by the phrases of the language.
// What comes out is a row of pieces, so that each name in it can be something to press.

import { within, type Tree } from './parse.js';

/** A plain text, or something that has a text. */
export type Piece<T extends { text: string }> = string | T;

export interface Teller<T extends { text: string }> {
  lang: string;
  /** Whether values are told, and not names. */
  isNumbers: boolean;
  /** How a call reads, with `{0}` for its first part. */
  phrase(call: string): string | undefined;
  /** A name, or its value; of several their values, with something between. */
  say(name: string, between?: string): Piece<T>[];
  /** A yes or no, by its name. */
  flag(name: string): Piece<T>[];
  /** A key of what it stands beside. */
  key(key: string, beside: string | undefined): string;
  /** Which of its values an `if` gave, where that is known. */
  held(tree: Tree): number | undefined;
}

/** A formula told, with what does not stand in its line. */
export interface Told<T extends { text: string }> {
  line: Piece<T>[];
  /** The conditions on the way to the branch that held, which is told; the last of them holds, or none does. */
  checks: { line: Piece<T>[]; holds: boolean }[];
  /** The branches that did not hold, with their conditions. */
  others: Piece<T>[][];
}

/** Calls whose phrase would only name what the values show: those stand there themselves, with this between. */
const JOINED: Record<string, string> = { sum: ' + ' };

/** Calls in which a key is that of a week. */
const OF_A_WEEK = ['plus_business_days', 'is_open', 'open_from', 'next_opening', 'plus_open_minutes'];
const WEEK = 'working_days';

export function tell<T extends { text: string }>(tree: Tree, teller: Teller<T>): Told<T> {
  const checks: Told<T>['checks'] = [];
  const others: Piece<T>[][] = [];
  const { phrase, isNumbers } = teller;

  const filled = (call: string, parts: Piece<T>[][]): Piece<T>[] => {
    const text = phrase(call) ?? `${call}(${parts.map((_, index) => `{${index}}`).join(', ')})`;
    return text.split(/\{(\d+)\}/).flatMap((part, index) => (index % 2 ? (parts[Number(part)] ?? []) : part ? [part] : []));
  };

  /** `beside` is the name of what a key here is one of. */
  const of = (part: Tree, beside?: string): Piece<T>[] => {
    switch (part.is) {
      case 'name': return teller.say(part.name);
      case 'number': return [part.digits];
      case 'key': return [teller.key(part.key, beside)];
      case 'brackets': return filled('brackets', [of(part.of, beside)]);
      case 'not': return claim(part);
      case 'signed':
        if (part.sign === 'and' || part.sign === 'or') return filled(part.sign, [claim(part.left), claim(part.right)]);
        return [...of(part.left, keyedBy(part.right)), ` ${part.sign} `, ...of(part.right, keyedBy(part.left))];
      case 'call': return part.name === 'if' ? branches(part, beside) : called(part);
    }
  };

  /** What is to hold: a name alone says yes or no. */
  const claim = (part: Tree): Piece<T>[] => {
    if (part.is === 'name') return isNumbers ? teller.flag(part.name) : filled('holds', [teller.flag(part.name)]);
    if (part.is !== 'not') return of(part);
    if (part.of.is === 'name') return isNumbers ? teller.flag(part.of.name) : filled('lacks', [teller.flag(part.of.name)]);
    return filled('not', [bare(claim(part.of))]);
  };

  const called = ({ name, parts }: Tree & { is: 'call' }): Piece<T>[] => {
    const [first] = parts;
    const between = isNumbers ? JOINED[name] : undefined;
    if (between !== undefined && first?.is === 'name') return teller.say(first.name, between);
    const own = first?.is === 'number' && phrase(`${name}_${first.digits}`) !== undefined ? `${name}_${first.digits}` : name;
    const call = isNumbers && phrase(`${own}_values`) !== undefined ? `${own}_values` : own;
    const keyed = OF_A_WEEK.includes(name) ? WEEK : parts.map(keyedBy).find((each) => each !== undefined);
    return filled(call, parts.map((part) => of(part, keyed)));
  };

  /** The branch that held; where nobody says which one did, all of them in a sentence. */
  const branches = (part: Tree & { is: 'call' }, beside: string | undefined): Piece<T>[] => {
    const { parts } = part;
    const held = teller.held(part);
    const last = Math.floor(parts.length / 2);
    const value = (branch: number): Tree => parts[branch === last ? parts.length - 1 : branch * 2 + 1] as Tree;
    const condition = (branch: number): Tree | undefined => (branch === last ? undefined : parts[branch * 2]);
    if (held === undefined) {
      return Array.from({ length: last }, (_, branch) => branch).reduceRight<Piece<T>[]>(
        (rest, branch) => filled('if', [claim(condition(branch) as Tree), of(value(branch), beside), rest]), of(value(last), beside));
    }
    for (let branch = 0; branch <= last; branch++) {
      const when = condition(branch);
      if (when && branch <= held) checks.push({ line: finished(claim(when)), holds: branch === held });
      if (branch !== held) others.push(finished(when ? filled('where', [of(value(branch), beside), claim(when)]) : filled('else', [of(value(branch), beside)])));
    }
    const when = condition(held);
    if (isNumbers) return of(value(held), beside);
    return when ? filled('held', [of(value(held), beside), claim(when)]) : filled('held_else', [of(value(held), beside)]);
  };

  const finished = (line: Piece<T>[]): Piece<T>[] => spaced(bare(line));
  const line = finished(of(tree));
  return { line, checks, others };
}

/** The name of what a key beside it is one of. */
const keyedBy = (tree: Tree): string | undefined => (tree.is === 'name' ? tree.name : undefined);

export const textOf = <T extends { text: string }>(line: Piece<T>[]): string => line.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');

/** Between Chinese and figures or Latin letters there is a blank, whatever was put together here. */
function spaced<T extends { text: string }>(line: Piece<T>[]): Piece<T>[] {
  const within = (text: string): string => text.replace(/(\p{Script=Han})(?=[A-Za-z0-9])|([A-Za-z0-9%])(?=\p{Script=Han})/gu, '$1$2 ');
  return line.flatMap((piece, index) => {
    const own = typeof piece === 'string' ? within(piece) : piece;
    const [before, after] = [textOf(line.slice(0, index)).at(-1) ?? '', textOf([piece])];
    return /^(?:\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9%]\p{Script=Han})/u.test(before + after) && index ? [' ', own] : [own];
  });
}

/** Without the brackets around the whole: they are for what stands inside something else. */
function bare<T extends { text: string }>(line: Piece<T>[]): Piece<T>[] {
  const [first, last] = [line[0], line.at(-1)];
  if (typeof first !== 'string' || typeof last !== 'string' || !/^[(（]/.test(first) || !/[)）]$/.test(last)) return line;
  let depth = 0;
  // What a name or a value has in its brackets are no brackets of the formula.
  const signs = line.map((piece) => (typeof piece === 'string' ? piece : '')).join('');
  for (const [at, sign] of [...signs].entries()) {
    if ('(（'.includes(sign)) depth++;
    if (')）'.includes(sign) && --depth === 0 && at < [...signs].length - 1) return line;
  }
  if (line.length === 1) return [first.slice(1, -1)];
  return [first.slice(1), ...line.slice(1, -1), last.slice(0, -1)].filter((piece) => piece !== '');
}

/** Every `if` of a tree, in the order in which they are written. */
export const choicesIn = (tree: Tree): Tree[] => within(tree).filter((each) => each.is === 'call' && each.name === 'if');
