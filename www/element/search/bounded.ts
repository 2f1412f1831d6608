// How much of a text is looked for: a question fits in many times over, and what a slip pastes does not hold the page up.

/** In characters, as an input counts them. */
export const LONGEST = 200;

export const bounded = (text: string): string => text.slice(0, LONGEST);
