// A formula of the core, retold: its names by what `say` makes of them, its calls by the phrase that the language has
// for them. "day_before(next_anniversary)" is "the day before Next anniversary".

import type { Words } from '../words.js';

/** The innermost call, or what stands in brackets of its own. */
const CALL = /(\b[a-z]\w*)?\(([^()]*)\)/;

export interface Retold {
  text: string;
  /** The condition under which the rest holds; the core writes it behind a comma. */
  because: string;
}

export function retell(formula: string, words: Words, say: (name: string) => string): Retold {
  const told: string[] = [];
  /** `#2` stands for what has been told already. */
  const plain = (text: string): string =>
    text.trim().replace(/#(\d+)|[a-z]\w*/g, (name, index?: string) => (index ? (told[Number(index)] ?? '') : say(name)));
  let left = formula;
  for (let found = CALL.exec(left); found; found = CALL.exec(left)) {
    const [whole, call = '', inside = ''] = found;
    left = left.replace(whole, `#${told.push(words.phrase(call || 'brackets', inside.split(',').map(plain))) - 1}`);
  }
  const [text = '', because = ''] = left.split(',').map((part) => spaced(plain(part)));
  return { text: bare(text), because: because && words.space + words.phrase('because', [because]) };
}

/** Between Chinese and figures or Latin letters there is a blank, whatever was put together here. */
const spaced = (text: string): string =>
  text.replace(/(\p{Script=Han})(?=[A-Za-z0-9])|([A-Za-z0-9%])(?=\p{Script=Han})/gu, '$1$2 ');

/** Without the brackets around the whole: they are for those that stand inside another. */
function bare(text: string): string {
  if (!/^[(（].*[)）]$/.test(text)) return text;
  const inside = text.slice(1, -1);
  let depth = 0;
  for (const sign of inside) {
    if ('(（'.includes(sign)) depth++;
    // The first bracket is closed before the end.
    if (')）'.includes(sign) && --depth < 0) return text;
  }
  return inside;
}
