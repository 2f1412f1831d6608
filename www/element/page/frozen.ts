// What is handed out stays what it is: a page that changes an answer would show, and pass on, what the core never said.

/** Makes a value of ours unchangeable, down to its last part. */
export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
}
