// Modules that tools/bundle.mjs makes.

/** The calculators that have a core of their own in the package. */
declare module 'clausewise:alone' {
  const alone: readonly string[];
  export default alone;
}

/** Simplified characters, and the traditional ones of our words that they stand for. */
declare module 'clausewise:simplified' {
  const simplified: Record<string, string>;
  export default simplified;
}
