// Types for JSX in Preact, which sets a property where there is one, and listens to `onclausewise-answer`.

import type { ClassAttributes, HTMLAttributes } from 'preact';
import type { ClausewiseElements, ListenersOf, SettableOf } from './elements.js';

type Own<Tag extends keyof ClausewiseElements> = SettableOf<Tag> & ListenersOf<Tag, 'on'>;

type Tags = {
  [Tag in keyof ClausewiseElements]: Omit<HTMLAttributes<ClausewiseElements[Tag]['element']>, keyof Own<Tag>> & ClassAttributes<ClausewiseElements[Tag]['element']> & Own<Tag>;
};

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
