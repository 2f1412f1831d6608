// What the frameworks' own types of the elements are made from. Do not edit here.

/** Those that set attributes alone: texts. */
export type AttributesOf<Tag extends keyof ClausewiseElements> = ClausewiseElements[Tag]['attributes'];

/** Those that set a property where the element has one of that name, and else an attribute. */
export type SettableOf<Tag extends keyof ClausewiseElements> =
  Omit<ClausewiseElements[Tag]['attributes'], keyof ClausewiseElements[Tag]['properties']> & ClausewiseElements[Tag]['properties'];

/** An event as a listener at the element hears it. */
export type HeardAt<Tag extends keyof ClausewiseElements, Name extends keyof ClausewiseElements[Tag]['events']> =
  ClausewiseElements[Tag]['events'][Name] & { readonly currentTarget: ClausewiseElements[Tag]['element'] };

/** A listener for each event, under its name with something before it. */
export type ListenersOf<Tag extends keyof ClausewiseElements, Before extends string> = {
  [Name in keyof ClausewiseElements[Tag]['events'] & string as `${Before}${Name}`]?: ((event: HeardAt<Tag, Name>) => void) | undefined;
};


import type { ClausewiseQuote, ClausewiseQuoteAttributes, ClausewiseQuoteEvents, ClausewiseQuoteProperties } from '../element.js';
import type { ClausewiseTerms, ClausewiseTermsAttributes, ClausewiseTermsEvents, ClausewiseTermsProperties } from '../element.js';
import type { ClausewiseSearch, ClausewiseSearchAttributes, ClausewiseSearchEvents, ClausewiseSearchProperties } from '../search.js';
import type { ClausewiseKept, ClausewiseKeptAttributes, ClausewiseKeptEvents, ClausewiseKeptProperties } from '../kept.js';

export interface ClausewiseElements {
  'clausewise-quote': { element: ClausewiseQuote; attributes: ClausewiseQuoteAttributes; properties: ClausewiseQuoteProperties; events: ClausewiseQuoteEvents };
  'clausewise-terms': { element: ClausewiseTerms; attributes: ClausewiseTermsAttributes; properties: ClausewiseTermsProperties; events: ClausewiseTermsEvents };
  'clausewise-search': { element: ClausewiseSearch; attributes: ClausewiseSearchAttributes; properties: ClausewiseSearchProperties; events: ClausewiseSearchEvents };
  'clausewise-kept': { element: ClausewiseKept; attributes: ClausewiseKeptAttributes; properties: ClausewiseKeptProperties; events: ClausewiseKeptEvents };
}
