// A frame that nobody sees, to print from. It holds a document that the browser made, so that no policy of the page has to
// allow it; nothing but our own templates is ever drawn into it.

/** A frame that has not told by then that it is loaded never will, and can be drawn into. */
const LOADED = 500;

/** A print that has not begun by then has been forbidden. */
const PATIENCE = 500;

/** How long a printed frame is kept: some browsers tell that they have printed while they still read it. */
const AFTER = 1_000;

/** Some never tell it at all. */
const LONGEST = 600_000;

/** The frame of the sheet before, where its browser has not told that it was printed. */
let last: HTMLIFrameElement | undefined;

/** Opens one as wide as what is to be printed in it; nothing where the page may not draw into it. */
export async function openFrame(host: HTMLElement, width: number): Promise<HTMLIFrameElement | undefined> {
  last?.remove();
  const frame = last = document.createElement('iframe');
  frame.tabIndex = -1;
  frame.setAttribute('aria-hidden', 'true');
  Object.assign(frame.style, { position: 'fixed', top: '0', left: '-10000px', width: `${width}px`, height: '100px', border: '0' });
  // Firefox puts another document into it a moment later.
  await new Promise((resolve) => {
    frame.addEventListener('load', resolve, { once: true });
    setTimeout(resolve, LOADED);
    (host.shadowRoot ?? document.body).append(frame);
  });
  if (frame.contentDocument) return frame;
  frame.remove();
  return undefined;
}

/** Prints a frame, and removes it once that is done. */
export async function printFrame(frame: HTMLIFrameElement): Promise<void> {
  const page = frame.contentWindow;
  if (!page) return;
  const remove = (): void => frame.remove();
  let isBegun = false;
  const begin = (): void => { isBegun = true; };
  page.addEventListener('beforeprint', begin);
  page.matchMedia('print').addEventListener('change', begin);
  page.addEventListener('afterprint', () => setTimeout(remove, AFTER));
  setTimeout(remove, LONGEST);
  page.print();
  if (self === top) return;
  await new Promise((resolve) => setTimeout(resolve, PATIENCE));
  // What is itself in a frame may be forbidden to print. Its page says so where it is asked to.
  if (!isBegun) print();
}
