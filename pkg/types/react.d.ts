// Types for JSX in React. React 19 sets properties and listens to events; React 18 writes attributes, and for the rest one
// takes a `ref`.

import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { AttributesOf, ClausewiseElements, ListenersOf, SettableOf } from './elements.js';

type IsBefore19 = typeof import('react') extends { use: unknown } ? false : true;

type Own<Tag extends keyof ClausewiseElements> = IsBefore19 extends true
  ? AttributesOf<Tag> & { class?: string | undefined } & { [Name in keyof ListenersOf<Tag, 'on'>]?: never }
  : SettableOf<Tag> & ListenersOf<Tag, 'on'>;

type Any<Tag extends keyof ClausewiseElements> = DetailedHTMLProps<HTMLAttributes<ClausewiseElements[Tag]['element']>, ClausewiseElements[Tag]['element']>;

type Tags = { [Tag in keyof ClausewiseElements]: Omit<Any<Tag>, keyof Own<Tag>> & Own<Tag> };

// Where the first types of React 18 look.
declare global {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
