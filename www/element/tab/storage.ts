// The storage of this tab. A browser may forbid it altogether, as in a frame without an origin, or have no room left: then
// the calculator works as it would without.

/** As much as is written of one form, in UTF-16 units; a full form of 1,000 lines takes about a third of it. */
const LONGEST = 1_000_000;

/** A text that was written under a key; one that is longer than any that is written here is somebody else's. */
export function readKept(key: string): string | undefined {
  try {
    const text = sessionStorage.getItem(key) ?? undefined;
    return text !== undefined && text.length <= LONGEST ? text : undefined;
  } catch {
    return undefined;
  }
}

/** Where there is no room for the new text, the old one goes too: what is given back is the newest or nothing. */
export function writeKept(key: string, text: string): void {
  dropKept(key);
  if (text.length > LONGEST) return;
  try {
    sessionStorage.setItem(key, text);
  } catch {
    // Without.
  }
}

export function dropKept(key: string): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Without.
  }
}
