// Types for templates in Vue, which sets a property where there is one, and listens to `@clausewise-answer`.

import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
import type { ClausewiseElements, HeardAt, SettableOf } from './elements.js';

type Heard<Tag extends keyof ClausewiseElements> = {
  [Name in keyof ClausewiseElements[Tag]['events']]: (event: HeardAt<Tag, Name>) => void;
};

type Tags = {
  [Tag in keyof ClausewiseElements]: new () => ClausewiseElements[Tag]['element'] & {
    /** @deprecated For the checking of templates alone: there is no such property. */
    $props: Omit<HTMLAttributes, keyof SettableOf<Tag>> & SettableOf<Tag> & PublicProps;
    /** @deprecated For the checking of templates alone: there is no such method. */
    $emit: EmitFn<Heard<Tag>>;
  };
};

declare module 'vue' {
  interface GlobalComponents extends Tags {}
}
