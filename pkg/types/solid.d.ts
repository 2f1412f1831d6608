// Types for JSX in Solid, which sets properties of custom elements, and listens to `on:clausewise-answer`.

import type { JSX } from 'solid-js';
import type { ClausewiseElements, ListenersOf, SettableOf } from './elements.js';

type Prefixed<Members, Before extends string> = { [Name in keyof Members & string as `${Before}:${Name}`]?: Members[Name] };

type Any<Tag extends keyof ClausewiseElements> = JSX.HTMLAttributes<ClausewiseElements[Tag]['element']>;

type Own<Tag extends keyof ClausewiseElements> =
  & SettableOf<Tag>
  & Prefixed<ClausewiseElements[Tag]['properties'], 'prop'>
  & Prefixed<ClausewiseElements[Tag]['attributes'] & Omit<Any<Tag>, keyof ClausewiseElements[Tag]['attributes']>, 'attr'>
  & ListenersOf<Tag, 'on:'>;

type Tags = {
  [Tag in keyof ClausewiseElements]: Omit<Any<Tag>, keyof Own<Tag>> & Own<Tag>;
};

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
