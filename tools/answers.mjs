// The shape of answers, as far as more than one thing is written from it.

/** In a way: every place in a list. */
export const EACH = '*';

/** Where an answer has values: the ways there, and what is described of the values. */
export function placesOf({ figures, dates, line }) {
  const rows = (way, outs) => outs.filter(({ kind }) => kind === 'list').map(({ name, items }) => ({ way: [...way, name, EACH], outs: items }));
  return [
    { way: ['figures'], outs: figures },
    { way: ['dates'], outs: dates },
    { way: ['lines', EACH], outs: line },
    // Lists of the whole and of a line have steps row by row.
    ...rows(['figures'], figures),
    ...rows(['lines', EACH], line),
  ];
}

/** Whether every answer has a verdict. Where nobody asks to be allowed anything, one is there if the text leaves something open. */
export const isJudged = ({ verdicts }) => verdicts.includes('eligible');
