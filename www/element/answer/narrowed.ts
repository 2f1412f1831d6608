// What a long list is narrowed down to.

export interface Filter {
  text: string;
  /** The value asked for in a column, by its name. */
  picks: Record<string, string>;
}

export const EVERYTHING: Filter = { text: '', picks: {} };
