// What the answer is headed by: the figure or day that people came for or, where that is no answer to their question, a
// sentence. Which of them follows from what the core says of the answer; the sentences stand in the words.

import { show } from '../format.js';
import { isNothing } from '../nothing.js';
import type { OutValue, Tone } from '../types.js';
import type { AnswerView } from './view.js';

/** A part of a sentence: plain words, or a figure that can be opened. */
export type Piece = string | { name: string; path: string; text: string };

export interface Head {
  /** The figure or day that it is about. */
  name: string;
  path: string;
  /** A sentence goes without a label. */
  isSentence: boolean;
  /** Whether the sentence is the verdict's own, which is then not said again. */
  isVerdict: boolean;
  said: Piece[];
  /** What belongs to it, in smaller letters. */
  below: Piece[];
  tone: Tone | undefined;
}

/** What tells by which way the answer came to its verdict. */
export const codesOf = ({ answer }: Pick<AnswerView, 'answer'>): string[] => [...answer.reasons, ...answer.warnings].map(({ code }) => code);

export const verdictText = (view: AnswerView): string =>
  view.answer.verdict === undefined ? '' : view.words.verdict(view.calculator.calculator, view.answer.verdict, codesOf(view));

const valueOf = ({ answer }: AnswerView, name: string): OutValue | undefined => answer.figures[name] ?? answer.dates[name];

function pieceOf(view: AnswerView, name: string): Piece | undefined {
  const { calculator: { answer: { figures, dates } }, answer, words, format } = view;
  const value = valueOf(view, name);
  if (value === undefined) return undefined;
  const described = [...figures, ...dates].find((out) => out.name === name);
  return described && { name, path: `${name in answer.dates ? 'dates' : 'figures'}.${name}`, text: show(described, value, words, format) };
}

/** A sentence with its figures; none where the answer lacks one of them. */
function sentence(view: AnswerView, text: string): Piece[] | undefined {
  const pieces = text.split(/\{(\w+)\}/).map((part, index) => (index % 2 ? pieceOf(view, part) : part));
  return pieces.includes(undefined) ? undefined : pieces.filter((piece): piece is Piece => piece !== undefined && piece !== '');
}

export function headOf(view: AnswerView): Head {
  const { calculator: { calculator, answer: { headline, losses = [], figures, tones = {} } }, answer, words } = view;
  const { verdict } = answer;
  const own = verdict === undefined ? undefined : tones[verdict];
  const isOpen = own === 'ask' || own === 'bad';
  const lost = losses.find((name) => !isNothing(answer.figures[name]));
  // Of a question that has no such figure, and yet an answer: the first figure that there is.
  const first = valueOf(view, headline) === undefined && !isOpen
    ? figures.find(({ name, kind }) => kind !== 'list' && answer.figures[name] !== undefined)?.name : undefined;
  const name = lost ?? first ?? headline;
  const value = valueOf(view, name);
  const head = {
    name, path: `${name in answer.dates ? 'dates' : 'figures'}.${name}`, isSentence: true, isVerdict: false, below: [],
    tone: lost && own === 'good' ? 'ask' as const : own,
  };
  // A loss stays one, whatever the verdict.
  const states = [...codesOf(view), ...(verdict === undefined || lost ? [] : [verdict]), name];
  for (const { text, below } of words.headlines(calculator, states, value !== undefined && isNothing(value) ? '0' : String(value))) {
    const said = sentence(view, text);
    if (said) return { ...head, said, below: sentence(view, below) ?? [] };
  }
  const plain = pieceOf(view, name);
  if (plain) return { ...head, isSentence: false, said: [plain] };
  return { ...head, isVerdict: isOpen, said: isOpen ? [verdictText(view)] : [] };
}

export const textOf = (pieces: Piece[]): string => pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');
