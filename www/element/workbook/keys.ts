// What keys are called in a workbook. There a key is its word, so that whoever opens a formula reads it, and whoever changes an entry
// picks a word. So keys that formulas compare, or hand on, must have one word, whatever names they go by; and two of them never the same.

import { nameOf } from '../country.js';
import { within, type Tree } from '../formula/parse.js';
import type { Kind, OutValue, Step } from '../types.js';
import type { Words } from '../words.js';

/** Calls that hand on what is in their first part, and those that compare the two. */
const HANDS_ON = ['one_of', 'first_where', 'first', 'with_least', 'nth_distinct'];
const COMPARES = ['listed', 'one_of', 'count_of'];

/** The name under which a value goes: of a row of a list, or of a term, that of its column. */
export function groupOf(path: string): string {
  const parts = path.split('.');
  return `${parts[0]}.${parts.findLast((part) => !/^\d+$/.test(part)) ?? ''}`;
}

export class Keys {
  private readonly parents = new Map<string, string>();
  /** Of each group, the keys in it with the names and kinds under which they are met. */
  private readonly met = new Map<string, Map<string, Set<string>>>();
  private named: Map<string, Map<string, string>> | undefined;

  constructor(private readonly words: Words, private readonly calculator: string) {}

  /** A key met at a path. */
  see(path: string, kind: Kind, key: string): void {
    const group = groupOf(path);
    const keys = this.met.get(group) ?? new Map<string, Set<string>>();
    this.met.set(group, keys);
    const kinds = keys.get(key) ?? new Set();
    keys.set(key, kinds.add(kind));
  }

  /** All that a step compares or hands on. */
  readStep({ figure, values, from, result }: Step, tree: Tree, kindAt: (path: string) => Kind): void {
    const ownGroup = groupOf(figure);
    if (typeof result === 'string') this.see(figure, kindAt(figure), result);
    for (const [name, origin] of Object.entries(from)) {
      const value = values[name];
      [origin].flat().forEach((path, index) => {
        const one = Array.isArray(origin) && Array.isArray(value) ? value[index] : value;
        for (const each of [one].flat()) if (typeof each === 'string') this.see(path, kindAt(path), each);
        // Several that one name stands for are of one kind, and go by one word.
        this.join(groupOf([origin].flat()[0] ?? path), groupOf(path));
      });
    }
    const groups = (part: Tree): string[] => this.groupsIn(part, from);
    const joined = (parts: Tree[], own?: string): void => {
      const [first, ...rest] = [...(own === undefined ? [] : [own]), ...parts.flatMap(groups)];
      if (first === undefined) return;
      for (const other of rest) this.join(first, other);
      for (const part of parts) if (part.is === 'key') this.see(first, 'choice', part.key);
    };
    for (const part of within(tree)) {
      if (part.is === 'signed' && (part.sign === '=' || part.sign === '≠')) joined([part.left, part.right]);
      if (part.is === 'call' && COMPARES.includes(part.name)) joined(part.parts.slice(0, 2));
    }
    if (typeof result === 'string') joined(handedOn(tree), ownGroup);
  }

  /** The groups that a part of a formula may have a key of. */
  private groupsIn(part: Tree, from: Step['from']): string[] {
    return handedOn(part).flatMap((each) => (each.is === 'name' && Object.hasOwn(from, each.name) ? [from[each.name] ?? []].flat().slice(0, 1).map(groupOf) : []));
  }

  private root(group: string): string {
    const parent = this.parents.get(group) ?? group;
    if (parent === group) return group;
    const root = this.root(parent);
    this.parents.set(group, root);
    return root;
  }

  private join(one: string, other: string): void {
    const [a, b] = [this.root(one), this.root(other)];
    if (a !== b) this.parents.set(a, b);
  }

  /** What a key of a group is called. */
  word(group: string, key: string): string {
    this.named ??= this.nameAll();
    return this.named.get(this.root(group))?.get(key) ?? this.candidate(group, key, new Set(['choice'])) ?? key;
  }

  private nameAll(): Map<string, Map<string, string>> {
    const all = new Map<string, Map<string, { rank: number; word: string }>>();
    for (const [group, keys] of this.met) {
      const root = this.root(group);
      const known = all.get(root) ?? new Map<string, { rank: number; word: string }>();
      all.set(root, known);
      for (const [key, kinds] of keys) {
        const word = this.candidate(group, key, kinds);
        // What is shown as an outcome has its word before what is only a column of a term.
        const rank = word === undefined ? 9 : ['figures', 'lines', 'input', 'terms', 'between'].indexOf(group.split('.')[0] ?? '');
        const there = known.get(key);
        if (!there || rank < there.rank) known.set(key, { rank, word: word ?? key });
      }
    }
    return new Map([...all].map(([root, keys]) => [root, apart(new Map([...keys].map(([key, { word }]) => [key, word])))]));
  }

  private candidate(group: string, key: string, kinds: ReadonlySet<string>): string | undefined {
    if (kinds.has('country')) return nameOf(key, this.words.lang);
    const name = group.slice(group.indexOf('.') + 1);
    // What somebody typed is never taken for a key.
    if (group.startsWith('input.') && !kinds.has('choice')) return undefined;
    const word = this.words.choice(name, key, this.calculator);
    return word === key ? undefined : word;
  }

  /** A value that is a text: a key by its word, several one after the other. */
  said(path: string, value: OutValue): string {
    if (Array.isArray(value)) return value.filter((each) => typeof each !== 'object').map((each) => this.said(path, each)).join(this.words.comma);
    return this.word(groupOf(path), String(value));
  }
}

/** The parts of a formula whose value may become its own. */
export function handedOn(tree: Tree): Tree[] {
  if (tree.is === 'brackets') return handedOn(tree.of);
  if (tree.is !== 'call') return [tree];
  if (tree.name === 'if') return tree.parts.flatMap((part, index) => (index % 2 === 1 || index === tree.parts.length - 1 ? handedOn(part) : []));
  return HANDS_ON.includes(tree.name) ? tree.parts.slice(0, 1).flatMap(handedOn) : [tree];
}

/** The same words, with its key behind each that another key has too: spreadsheets do not tell capitals from small letters. */
function apart(words: Map<string, string>): Map<string, string> {
  const times = new Map<string, number>();
  for (const word of words.values()) times.set(word.toLowerCase(), (times.get(word.toLowerCase()) ?? 0) + 1);
  return new Map([...words].map(([key, word]) => [key, (times.get(word.toLowerCase()) ?? 0) > 1 && word !== key ? `${word} [${key}]` : word]));
}
