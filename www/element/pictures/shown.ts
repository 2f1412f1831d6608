// How much of a long list a picture shows, which nothing beyond that need be worked out for.

/** So many lines are drawn one by one; the rest are counted. */
export const SHOWN = 8;
