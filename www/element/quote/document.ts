// A quote as a document: what was asked, what was answered, and what is said of it to people. The paper, the link, the kept
// quotes, the files and the workbook are all made from one. Whatever comes back in is read here, and nothing of it is believed.

import { copiedWhole, isObject } from '../page/given.js';
import type { AnswerView } from '../answer/view.js';
import type { QuoteAnswer, QuoteRequest } from '../types.js';
import { documentFrom, MOST_BESIDE, besideOf, SCHEMA, type Beside, type QuoteDocument, type Scenario, type Texts } from './made.js';

export type { QuoteDocument, Texts } from './made.js';

/** What a document says to people, each as long as a sheet has room for. Days are days; all else is one line of text, remarks aside. */
export const TEXTS = { number: 80, title: 200, customer: 200, prepared_by: 200, prepared_on: 10, valid_until: 10, remarks: 2_000 } as const satisfies Record<keyof Texts, number>;
export type TextName = keyof Texts;

export const NAMES = Object.keys(TEXTS) as TextName[];
export const isDay = (name: TextName): boolean => name === 'prepared_on' || name === 'valid_until';

/** Why something is no document: it cannot be read, it is of an edition that nobody here knows, or it is longer than any. */
export class Unreadable extends Error {
  override name = 'Unreadable';
  constructor(readonly why: 'broken' | 'edition' | 'too_long', message: string) {
    super(message);
  }
}

export type Answered = Pick<AnswerView, 'request' | 'answer' | 'format' | 'words' | 'calculator' | 'matter'>;

/** The document of an answer, with what is said of it to people, and the scenarios that stand beside it. */
export const documentOf = ({ request, answer, format, words, calculator: { money }, matter }: Answered, texts: Texts): QuoteDocument =>
  documentFrom(request, answer, words.locale.tag, money ? format.ownDigits : undefined, { ...said(texts), ...besideOf(matter) });

/** The texts that say something, in their order, and no longer than there is room for. */
function said(texts: Texts): Texts {
  return Object.fromEntries(NAMES.flatMap((name) => {
    const text = tidy(name, texts[name]);
    return text === undefined ? [] : [[name, text]];
  })) as Texts;
}

const DAY = /^\d{4}-\d\d-\d\d$/;
/** What turns the direction of a text, or is not seen at all: a name that is read is the name that stands there. */
export const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

function tidy(name: TextName, text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined;
  const plain = text.slice(0, 2 * TEXTS[name]).replace(UNSEEN, '');
  const line = (name === 'remarks' ? plain : plain.replaceAll(/\s/g, ' ')).trim().slice(0, TEXTS[name]);
  return line && (!isDay(name) || DAY.test(line)) ? line : undefined;
}

/** In characters: a form with all its lines, answered with every step. */
const LONGEST = 5_000_000;

/** As deep as a document goes, several times over: what is deeper is unpacked by nobody. */
export const DEEPEST = 32;

/** As many values as a request and its answer may have. */
const MOST = 200_000;

/** How deep brackets go in a text, those in quotation marks aside; looked at before it is taken apart. Sign by sign: a pattern would begin anew at each quotation mark that nothing closes. */
export function depthOf(json: string): number {
  let [depth, deepest, isQuoted] = [0, 0, false];
  for (let at = 0; at < json.length; at++) {
    const sign = json[at];
    if (isQuoted) {
      if (sign === '\\') at++;
      else if (sign === '"') isQuoted = false;
    } else if (sign === '"') isQuoted = true;
    else if (sign === '[' || sign === '{') deepest = Math.max(deepest, ++depth);
    else if (sign === ']' || sign === '}') depth--;
  }
  return deepest;
}

/** Reads a document from its JSON. Terms that came along are left where they were: what answers is what is here. */
export function readDocument(json: string): QuoteDocument {
  if (json.length > LONGEST) throw new Unreadable('too_long', `longer than ${LONGEST} characters`);
  if (depthOf(json) > DEEPEST) throw new Unreadable('broken', `deeper than ${DEEPEST} brackets`);
  let read: unknown;
  try {
    read = copiedWhole(JSON.parse(json), MOST);
  } catch {
    throw new Unreadable('broken', 'not JSON');
  }
  if (!isObject(read)) throw new Unreadable('broken', 'no object');
  const { schema, language: spoken } = read;
  if (schema !== SCHEMA) throw new Unreadable(typeof schema === 'string' && schema.startsWith('clausewise.quote/') ? 'edition' : 'broken', `schema is not ${SCHEMA}`);
  const own = scenarioIn(read);
  return {
    schema: SCHEMA,
    ...said(read as Texts),
    ...(typeof spoken === 'string' && { language: spoken.slice(0, 40) }),
    ...own,
    ...besideIn(read, own.request.calculator),
  };
}

function scenarioIn({ request, answer }: Record<string, unknown>): Scenario {
  if (!isObject(request) || typeof request['calculator'] !== 'string' || !isObject(request['input'])) throw new Unreadable('broken', 'no request');
  if (!isObject(answer)) throw new Unreadable('broken', 'no answer');
  const { terms: _, steps: __, ...asked } = request;
  return { request: asked as unknown as QuoteRequest, answer: answer as unknown as QuoteAnswer };
}

/** Scenarios of the same calculator; a document that says anything else of them is none. */
function besideIn({ scenario, scenarios }: Record<string, unknown>, calculator: string): Beside | undefined {
  if (scenarios === undefined && scenario === undefined) return undefined;
  if (!Array.isArray(scenarios) || !scenarios.length || scenarios.length > MOST_BESIDE) throw new Unreadable('broken', 'no scenarios');
  const place = typeof scenario === 'number' && Number.isInteger(scenario) && scenario >= 1 && scenario <= scenarios.length + 1 ? scenario : undefined;
  const read = scenarios.map((each: unknown) => scenarioIn(isObject(each) ? each : {}));
  if (place === undefined || read.some(({ request }) => request.calculator !== calculator)) throw new Unreadable('broken', 'no scenarios of one calculator');
  return { scenario: place, scenarios: read };
}
