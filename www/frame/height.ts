// Tells the page around how high the frame would have to be: the one thing that it ever learns from here.

/** What passes between the frame and `frame.js` on the page around it. */
export interface Height { clausewise: 'height'; height: number }
export interface Question { clausewise: 'height?' }

export function tellHeight(): void {
  if (parent === window) return;
  // Until anything is drawn the frame keeps the height that its page gave it, so that nothing jumps twice.
  const isDrawn = (): boolean => [...document.body.children].some(({ clientHeight }) => clientHeight > 0);
  const tell = (): void => {
    if (!isDrawn()) return;
    const told: Height = { clausewise: 'height', height: Math.ceil(document.body.getBoundingClientRect().height) };
    // Whoever shows the frame may know its height, whoever that is.
    parent.postMessage(told, '*');
  };
  new ResizeObserver(tell).observe(document.body);
  // A page whose script comes later than the frame asks for what it has missed.
  addEventListener('message', ({ source, data }: MessageEvent<Question | null>) => {
    if (source === parent && data?.clausewise === 'height?') tell();
  });
}
