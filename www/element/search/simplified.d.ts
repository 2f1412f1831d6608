// Written by tools/bundle.mjs: simplified characters and the traditional ones of our words that they stand for.

declare module 'clausewise:simplified' {
  const simplified: Record<string, string>;
  export default simplified;
}
