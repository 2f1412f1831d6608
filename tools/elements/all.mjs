// The elements of the package, as their users see them: types, custom-elements.json and the tests all go by this.

import { kept } from './kept.mjs';
import { quote } from './quote.mjs';
import { search } from './search.mjs';
import { terms } from './terms.mjs';

export const ELEMENTS = [quote, terms, search, kept];

/** The property behind an attribute. */
export const propertyOf = (attribute, { property }) => property ?? attribute;
