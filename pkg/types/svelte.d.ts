// Types for markup in Svelte, which sets a property where there is one, and listens to `onclausewise-answer` from Svelte 5
// on, before that to `on:clausewise-answer`.

import type { HTMLAttributes } from 'svelte/elements';
import type { ClausewiseElements, ListenersOf, SettableOf } from './elements.js';

type Own<Tag extends keyof ClausewiseElements> = SettableOf<Tag> & ListenersOf<Tag, 'on'> & ListenersOf<Tag, 'on:'>;

type Tags = {
  [Tag in keyof ClausewiseElements]: Omit<HTMLAttributes<ClausewiseElements[Tag]['element']>, keyof Own<Tag>> & Own<Tag>;
};

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends Tags {}
}
