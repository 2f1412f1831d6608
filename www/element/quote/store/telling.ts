// Tells the other tabs of this site that a quote was changed, and hears it of them: by a channel or, where a browser has none, by
// the storage, whose changes every other tab is told of.

import { isId } from './record.js';

const NAME = 'clausewise kept';
const CHANGED = 'clausewise kept-changed';

let channel: BroadcastChannel | undefined;
let isTried = false;

function channelOf(): BroadcastChannel | undefined {
  if (isTried) return channel;
  isTried = true;
  try {
    channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel(NAME) : undefined;
  } catch {
    // A page without an origin has none.
  }
  return channel;
}

/** `id`, or nothing where several were changed. */
export function tellOthers(id = ''): void {
  try {
    const to = channelOf();
    if (to) to.postMessage(id);
    else localStorage.setItem(CHANGED, `${id} ${Date.now()}`);
  } catch {
    // Nobody hears it: a tab that writes finds out by the revision.
  }
}

/** Calls back with the quote that another tab has changed, or with nothing where that may be any; returns the way to end that. */
export function hearOthers(heard: (id: string | undefined) => void): () => void {
  const say = (id: unknown): void => heard(isId(id) ? id : undefined);
  const to = channelOf();
  const message = ({ data }: MessageEvent): void => say(data);
  const storage = ({ key, newValue }: StorageEvent): void => { if (key === CHANGED) say(newValue?.split(' ')[0]); };
  to?.addEventListener('message', message);
  addEventListener('storage', storage);
  return () => {
    to?.removeEventListener('message', message);
    removeEventListener('storage', storage);
  };
}
