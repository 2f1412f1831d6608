// Colours, letters and spaces. A host sets the --clausewise-* properties; everything inside reads --cw-*. Light
// or dark follows the color-scheme that the page gives the element, so that it never differs from its page.

import { css } from 'lit';

export const base = css`
:host {
  --cw-accent: var(--clausewise-accent, #0b57b0);
  --cw-on-accent: var(--clausewise-on-accent, #fff);
  --cw-surface: var(--clausewise-surface, #fff);
  --cw-raised: var(--clausewise-raised, #f4f6f9);
  --cw-ink: var(--clausewise-ink, #16191d);
  --cw-soft: var(--clausewise-soft, #545c67);
  --cw-line: var(--clausewise-line, #d5dae1);
  --cw-edge: var(--clausewise-edge, #7c8593);
  --cw-good: var(--clausewise-good, #0d6b35);
  --cw-bad: var(--clausewise-bad, #b3161f);
  --cw-ask: var(--clausewise-ask, #7d4e00);
  --cw-radius: var(--clausewise-radius, 6px);
  --cw-gap: var(--clausewise-gap, 1.25rem);
  display: block;
  container-type: inline-size;
  color: var(--cw-ink);
  font-family: var(--clausewise-font, "Segoe UI", system-ui, -apple-system, "Helvetica Neue", "Noto Sans TC", "PingFang TC", "Microsoft JhengHei", "Noto Sans CJK TC", sans-serif);
  font-size: var(--clausewise-font-size, 1rem);
  line-height: 1.55;
  text-align: start;
}
@supports (color: light-dark(#000, #fff)) {
  :host {
    --cw-accent: var(--clausewise-accent, light-dark(#0b57b0, #7cb4ff));
    --cw-on-accent: var(--clausewise-on-accent, light-dark(#fff, #0a1727));
    --cw-surface: var(--clausewise-surface, light-dark(#fff, #14181d));
    --cw-raised: var(--clausewise-raised, light-dark(#f4f6f9, #1d2229));
    --cw-ink: var(--clausewise-ink, light-dark(#16191d, #eef1f5));
    --cw-soft: var(--clausewise-soft, light-dark(#545c67, #a9b3c0));
    --cw-line: var(--clausewise-line, light-dark(#d5dae1, #353d48));
    --cw-edge: var(--clausewise-edge, light-dark(#7c8593, #7f8a99));
    --cw-good: var(--clausewise-good, light-dark(#0d6b35, #6fd695));
    --cw-bad: var(--clausewise-bad, light-dark(#b3161f, #ff9d9d));
    --cw-ask: var(--clausewise-ask, light-dark(#7d4e00, #f2c063));
  }
}
:host([hidden]) { display: none; }
* { box-sizing: border-box; }
.root {
  background: var(--cw-surface);
  font-variant-numeric: tabular-nums;
  overflow-wrap: break-word;
}
h2, h3, p, dl, dd, ul, fieldset, figure { margin: 0; padding: 0; border: 0; }
ul { list-style: none; }
h2, h3 { font-size: 1.0625em; line-height: 1.4; font-weight: 600; }
button, input, select, textarea { font: inherit; color: inherit; letter-spacing: inherit; }
.icon { flex: none; inline-size: 1em; block-size: 1em; fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }
.said {
  position: absolute; inline-size: 1px; block-size: 1px; margin: -1px; padding: 0;
  overflow: hidden; clip-path: inset(50%); white-space: nowrap; border: 0;
}
:focus-visible { outline: 2px solid var(--cw-accent); outline-offset: 2px; }
button {
  display: inline-flex; align-items: center; justify-content: center; gap: .45em;
  min-block-size: 2.5rem; padding: .35rem .95rem;
  background: transparent; color: var(--cw-accent);
  border: 1px solid currentColor; border-radius: var(--cw-radius);
  font-size: .9375em; font-weight: 500; cursor: pointer;
}
button:hover { background: var(--cw-raised); }
button.quiet { border-color: transparent; padding-inline: .6rem; }
button:disabled { color: var(--cw-soft); opacity: .6; cursor: default; background: transparent; }
.bar { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem; }
.disclaimer, .basis { color: var(--cw-soft); font-size: .8125em; }
.disclaimer { margin-block-start: var(--cw-gap); padding-block-start: .75rem; border-block-start: 1px solid var(--cw-line); }
.failed { padding: .75rem 1rem; margin-block-start: .75rem; border-inline-start: 4px solid var(--cw-ask); background: var(--cw-raised); }
.columns { display: grid; gap: calc(var(--cw-gap) * 1.4); align-items: start; }
@container (min-width: 60rem) {
  .columns { grid-template-columns: minmax(0, 1fr) minmax(18rem, 23rem); column-gap: calc(var(--cw-gap) * 2); }
  .answer { position: sticky; inset-block-start: var(--clausewise-sticky, 1rem); }
}
@media (pointer: coarse) {
  button, input, select { min-block-size: 2.75rem; }
}
@media (prefers-reduced-motion: no-preference) {
  button, input, select, .figure { transition: background-color .12s, border-color .12s; }
}
@media (forced-colors: active) {
  .chip, .verdict, .headline, .working, .summary { border: 1px solid; }
}
`;
