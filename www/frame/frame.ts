// On the page around: every <iframe data-clausewise> becomes as high as what is in it. As a classic script or a module,
// at any time, also for frames that come later; and it does nothing on a server.

import type { Height, Question } from './height.js';

const LOWEST = 80;
const HIGHEST = 20_000;

/** Where a frame's messages come from: nowhere, for one in a sandbox that gives it no origin. */
const originOf = ({ sandbox, src }: HTMLIFrameElement): string =>
  sandbox.length > 0 && !sandbox.contains('allow-same-origin') ? 'null' : new URL(src).origin;

if (typeof document !== 'undefined') {
  const frames = (): NodeListOf<HTMLIFrameElement> => document.querySelectorAll('iframe[data-clausewise]');
  addEventListener('message', ({ source, origin, data }: MessageEvent<Height | null>) => {
    if (data?.clausewise !== 'height' || !Number.isFinite(data.height)) return;
    for (const frame of frames()) {
      if (frame.contentWindow !== source || origin !== originOf(frame)) continue;
      const borders = getComputedStyle(frame).boxSizing === 'border-box' ? frame.offsetHeight - frame.clientHeight : 0;
      frame.style.height = `${Math.min(Math.max(data.height, LOWEST), HIGHEST) + borders}px`;
    }
  });
  // Those that spoke before this was here.
  const question: Question = { clausewise: 'height?' };
  for (const frame of frames()) frame.contentWindow?.postMessage(question, '*');
}
