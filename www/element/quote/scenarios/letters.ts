// What scenarios are called, by their places.

const LETTERS = ['A', 'B', 'C', 'D'];

export const letterOf = (place: number): string => LETTERS[place] ?? '';
