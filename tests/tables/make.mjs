// Writes each spreadsheet of this folder as its owner's program saves it, and the text that its cells are on a
// clipboard, from the cells in its description (NAME.json).
//
//   node tests/tables/make.mjs

import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';

const FOLDER = new URL('./', import.meta.url);

/** An encoding that can only be read here, turned around: every pair of bytes, and the character that it is. */
function pairsOf(encoding) {
  const reader = new TextDecoder(encoding, { fatal: true });
  const pairs = new Map();
  for (let first = 0x81; first <= 0xfe; first += 1) {
    for (let second = 0x40; second <= 0xfe; second += 1) {
      let character;
      try { character = reader.decode(Uint8Array.of(first, second)); } catch { continue; }
      // The later of two places is the one that the standard writes, but for the few pairs before it.
      if ([...character].length === 1 && (encoding !== 'big5' || first >= 0xa1) && !pairs.has(character)) pairs.set(character, [first, second]);
    }
  }
  return pairs;
}

/** A character beyond the first plane, in the four bytes that GB 18030 counts on with. */
function fourBytes(point) {
  let place = point - 0x10000 + 189_000;
  const bytes = [];
  for (const [size, start] of [[10, 0x30], [126, 0x81], [10, 0x30], [126, 0x81]]) {
    bytes.unshift((place % size) + start);
    place = Math.floor(place / size);
  }
  return bytes;
}

function byPairs(text, encoding) {
  const pairs = pairsOf(encoding);
  return Uint8Array.from([...text].flatMap((character) => {
    const point = character.codePointAt(0);
    const bytes = point < 0x80 ? [point] : pairs.get(character) ?? (encoding === 'gb18030' && point > 0xffff ? fourBytes(point) : undefined);
    if (!bytes) throw new Error(`${encoding} has no ${character}`);
    return bytes;
  }));
}

export function bytesOf(text, encoding) {
  switch (encoding) {
    case 'utf-8': return Buffer.from(text, 'utf8');
    case 'utf-16le': return Buffer.from(text, 'utf16le');
    case 'utf-16be': return Buffer.from(text, 'utf16le').swap16();
    default: return byPairs(text, encoding);
  }
}

/** Cells as a program writes them: in quotation marks where there is need. */
function textOf(cells, delimiter, ending) {
  const marked = ['"', '\n', '\r', delimiter];
  const cell = (text) => (marked.some((mark) => text.includes(mark)) ? `"${text.replaceAll('"', '""')}"` : text);
  return cells.map((row) => row.map(cell).join(delimiter) + ending).join('');
}

/** The descriptions by their names. */
export const described = () => readdirSync(FOLDER).filter((name) => name.endsWith('.json')).sort()
  .map((name) => ({ name: name.slice(0, -5), ...JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) }));

export const fileOf = ({ cells, file: { encoding, mark, delimiter, ending } }) =>
  bytesOf((mark ? '\ufeff' : '') + textOf(cells, delimiter ?? '\n', ending), encoding);

export const clipboardOf = ({ cells }) => textOf(cells, '\t', '\r\n');

/** One line an entry; what one does not see stands as an escape. */
function written(description) {
  const escaped = (value) => JSON.stringify(value).replace(/[\u007f-\u00a0\u200b-\u200f\u2028-\u202f\u2066-\u2069\u3000\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const one = (value) => (Array.isArray(value) && value.length && typeof value[0] === 'object' ? `[\n${value.map((each) => `    ${escaped(each)}`).join(',\n')}\n  ]` : escaped(value));
  return `{\n${Object.entries(description).map(([key, value]) => `  ${JSON.stringify(key)}: ${one(value)}`).join(',\n')}\n}\n`;
}

if (import.meta.url === pathToFileURL(argv[1] ?? '').href) {
  for (const { name, ...description } of described()) {
    writeFileSync(new URL(description.file.name, FOLDER), fileOf(description));
    if (description.clipboard !== null) description.clipboard = clipboardOf(description);
    writeFileSync(new URL(`${name}.json`, FOLDER), written(description));
  }
}
