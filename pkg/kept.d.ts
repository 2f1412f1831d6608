// The custom element `<clausewise-kept>`. Do not edit here.

/** What may stand in the markup of `<clausewise-kept>`. */
export interface ClausewiseKeptAttributes {
  /** Where a calculator’s page is, such as `{calculator}.html`: a quote is opened there, by `#kept=` and its id. Without it none can be opened. */
  link?: string | undefined;
}

/** What a script may set of `<clausewise-kept>`. */
export interface ClausewiseKeptProperties {
  /** Where a calculator’s page is, such as `{calculator}.html`: a quote is opened there, by `#kept=` and its id. Without it none can be opened. */
  link?: string | undefined;
}

/** What `<clausewise-kept>` tells. */
export interface ClausewiseKeptEvents {}

export interface ClausewiseKeptEventMap extends HTMLElementEventMap, ClausewiseKeptEvents {}

/** Lists the quotes that a visitor keeps on the device: to search, sort, open, rename, duplicate, delete, hand out as a file and take in from one. */
export class ClausewiseKept extends HTMLElement {
  /** Where a calculator’s page is, such as `{calculator}.html`: a quote is opened there, by `#kept=` and its id. Without it none can be opened. */
  link: string;
}

declare global {
  interface HTMLElementTagNameMap {
    'clausewise-kept': ClausewiseKept;
  }
}
