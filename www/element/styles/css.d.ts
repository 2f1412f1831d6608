// A style sheet as the text that the bundle holds: see tools/bundle.mjs.

declare module '*.css' {
  const text: string;
  export default text;
}
