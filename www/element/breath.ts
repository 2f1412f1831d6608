// Work that takes long is done in slices, with the page in between: a key that is pressed meanwhile, or a frame that is due, does
// not wait for all of it.

interface Yielding { scheduler?: { yield?(): Promise<void> } }

/** Lets the page do what waits. Not by a frame: a page that nobody looks at has none. */
export const breath = (): Promise<void> =>
  (globalThis as Yielding).scheduler?.yield?.() ?? new Promise((resolve) => { setTimeout(resolve); });

/** As long as a slice may take: half of what somebody feels, on a machine that is half as quick. */
const SLICE = 25;

/** Does something with each in turn, and lets the page breathe as often as that takes long. */
export async function inSlices<T>(all: Iterable<T>, act: (each: T) => void): Promise<void> {
  let since = performance.now();
  for (const each of all) {
    act(each);
    if (performance.now() - since < SLICE) continue;
    await breath();
    since = performance.now();
  }
}
