// The custom element `<clausewise-search>`. Do not edit here.

/** What may stand in the markup of `<clausewise-search>`. */
export interface ClausewiseSearchAttributes {
  /** Where a calculator stands, with `{key}` in the address, such as `{key}.html`; without it none is looked for. */
  calculator?: string | undefined;
  /** Where a rule stands, with `{key}` in the address, such as `rules.html#{key}`; without it none is looked for. */
  rule?: string | undefined;
  /** Where a service of the catalogue stands, with `{key}` in the address, such as `services.html#{key}`; without it none is looked for. */
  service?: string | undefined;
  /** Where a country stands, with `{key}` in the address, such as `countries.html#{key}`; without it none is looked for. */
  country?: string | undefined;
  /** Where a term of the trade stands, with `{key}` in the address, such as `glossary.html#{key}`; without it none is looked for. */
  glossary?: string | undefined;
}

/** What a script may set of `<clausewise-search>`. */
export interface ClausewiseSearchProperties {
  /** Where a calculator stands, with `{key}` in the address, such as `{key}.html`; without it none is looked for. */
  calculator?: string | undefined;
  /** Where a rule stands, with `{key}` in the address, such as `rules.html#{key}`; without it none is looked for. */
  rule?: string | undefined;
  /** Where a service of the catalogue stands, with `{key}` in the address, such as `services.html#{key}`; without it none is looked for. */
  service?: string | undefined;
  /** Where a country stands, with `{key}` in the address, such as `countries.html#{key}`; without it none is looked for. */
  country?: string | undefined;
  /** Where a term of the trade stands, with `{key}` in the address, such as `glossary.html#{key}`; without it none is looked for. */
  glossary?: string | undefined;
}

/** What `<clausewise-search>` tells. */
export interface ClausewiseSearchEvents {}

export interface ClausewiseSearchEventMap extends HTMLElementEventMap, ClausewiseSearchEvents {}

/** Finds calculators, rules, services, countries and terms of the trade in every language, while somebody types. */
export class ClausewiseSearch extends HTMLElement {
  /** Where a calculator stands, with `{key}` in the address, such as `{key}.html`; without it none is looked for. */
  calculator: string;
  /** Where a rule stands, with `{key}` in the address, such as `rules.html#{key}`; without it none is looked for. */
  rule: string;
  /** Where a service of the catalogue stands, with `{key}` in the address, such as `services.html#{key}`; without it none is looked for. */
  service: string;
  /** Where a country stands, with `{key}` in the address, such as `countries.html#{key}`; without it none is looked for. */
  country: string;
  /** Where a term of the trade stands, with `{key}` in the address, such as `glossary.html#{key}`; without it none is looked for. */
  glossary: string;
}

declare global {
  interface HTMLElementTagNameMap {
    'clausewise-search': ClausewiseSearch;
  }
}
