// Licences as packages declare them, in the expressions of SPDX: which are allowed, and whose text has to be kept.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import parse from 'spdx-expression-parse';

/** Crates of before 2019 separate those that one may choose from by a stroke. */
export const written = (declared) => {
  const expression = declared.trim().replaceAll(/\s*\/\s*/g, ' OR ');
  parse(expression);
  return expression;
};

/** The licences that `deny.toml` allows. */
export const allowed = (file = readFileSync('deny.toml', 'utf8')) => {
  const [, list] = /^\[licenses\]\n(?:#.*\n)*allow = \[\n((?: {4}"[^"\n]+",\n)+)\]$/m.exec(file) ?? [];
  if (!list) throw new Error('deny.toml has no list of licences');
  return new Set([...list.matchAll(/"([^"]+)"/g)].map(([, licence]) => licence));
};

/** Whether somebody who accepts these licences may take what is under an expression. */
export function isSatisfied(expression, accepted) {
  const holds = (part) => {
    if (part.conjunction) return part.conjunction === 'and' ? holds(part.left) && holds(part.right) : holds(part.left) || holds(part.right);
    return accepted.has([part.license, part.exception].filter(Boolean).join(' WITH ')) && !part.plus;
  };
  return holds(parse(written(expression)));
}

const LICENCE = /^(?:un)?licen[cs]e|^copying/i;
const NOTICE = /^(?:notice|copyright|authors|third[-_]party)/i;

/**
 * The files that have to be kept, of those that a package brings: where it may be taken under MIT alone, and has that in a file
 * of its own, just that one; what names people in any case.
 */
export function kept(expression, names) {
  const notices = names.filter((name) => NOTICE.test(name));
  const mit = names.filter((name) => /^licen[cs]e[-_.]mit(?:\.\w+)?$/i.test(name));
  const files = mit.length === 1 && isSatisfied(expression, new Set(['MIT'])) ? mit : names.filter((name) => LICENCE.test(name));
  return [...files, ...notices].sort();
}

/** A text without what differs between copies of the same: how its lines end, and blanks around it. */
export const tidy = (text) => text.replaceAll('\r\n', '\n').replaceAll(/[ \t]+$/gm, '').replace(/^\n+/, '').trimEnd();

/** What has to be kept of the package in a folder. */
export function textsIn(folder, expression) {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name);
  const texts = kept(expression, files).map((file) => tidy(readFileSync(join(folder, file), 'utf8')));
  if (texts.length === 0) throw new Error(`${folder} has no text of its licence`);
  return texts;
}
