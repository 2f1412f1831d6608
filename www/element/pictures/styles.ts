// How the pictures look,, in the element's own colours. Letters are in pixels because the heights around them are.

import { css } from 'lit';

export const styles = css`
  .scene {
    --track: color-mix(in srgb, var(--cw-ink) 8%, var(--cw-surface));
    --grey: color-mix(in srgb, var(--cw-ink) 42%, var(--cw-surface));
    --tint: color-mix(in srgb, var(--cw-accent) 38%, var(--cw-surface));
    margin: 0;
    max-inline-size: 44rem;
    container-type: inline-size;
  }
  .scene figcaption { margin-block-end: 0.75rem; font-weight: 600; }
  .scene .keys { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; margin: 0.75rem 0 0; color: var(--cw-soft); font-size: 0.8125rem; }
  .scene .keys span { display: inline-flex; align-items: center; gap: 0.4rem; }
  .scene .keys svg { flex: none; overflow: visible; }
  .scene .named { display: grid; gap: 0.15rem; margin: 0.75rem 0 0; padding-inline-start: 1.5em; font-size: 0.8125rem; }
  .scene .named span + span { color: var(--cw-soft); margin-inline-start: 0.75em; }
  .drawing { display: block; overflow: visible; font-size: 13px; font-variant-numeric: tabular-nums; print-color-adjust: exact; }

  .drawing text { fill: var(--cw-ink); stroke: var(--cw-surface); stroke-width: 4px; stroke-linejoin: round; paint-order: stroke; }
  .drawing .quiet { fill: var(--cw-soft); font-size: 12px; }
  .drawing .strong { font-weight: 600; }
  .drawing .value, .drawing .end { text-anchor: end; }
  .drawing .middle, .drawing .mark-text { text-anchor: middle; }
  .drawing .broad { display: none; }
  @container (min-width: 30rem) {
    .drawing .narrow { display: none; }
    .drawing .broad { display: inline; }
  }

  .scene .track { fill: var(--track); }
  .scene .now { fill: var(--grey); }
  .scene .main { fill: var(--cw-accent); }
  .scene .other { fill: var(--grey); }
  .scene .third, .scene .half { fill: var(--tint); }
  .scene .exposed, .scene .risk { fill: color-mix(in srgb, var(--cw-ask) 22%, var(--cw-surface)); }
  .scene .lost, .scene .full { fill: color-mix(in srgb, var(--cw-bad) 20%, var(--cw-surface)); }
  .scene .gone { fill: none; stroke: var(--cw-bad); stroke-dasharray: 4 3; }
  .scene .zero { fill: var(--cw-ink); }
  .scene line { stroke-width: 2px; stroke: var(--cw-ink); }
  .scene .anniversary { stroke: var(--cw-accent); stroke-dasharray: 5 3; }
  .scene .gap { stroke: var(--cw-surface); stroke-width: 1px; }
  .scene .rule { stroke: var(--track); stroke-width: 1px; }
  .scene .axis { stroke: var(--grey); stroke-width: 1px; }
  .scene .cap { stroke: var(--cw-bad); stroke-dasharray: 4 2; }
  .scene .stairs { fill: none; stroke: var(--cw-ink); stroke-width: 2px; vector-effect: non-scaling-stroke; }
  .scene .mark { fill: var(--cw-ink); }
  .drawing .mark-text { fill: var(--cw-surface); stroke: none; font-size: 11px; font-weight: 600; }
  .scene .hatch { fill: none; stroke: var(--cw-ask); stroke-width: 1.4px; }
  .scene .dot { fill: var(--cw-ask); stroke: none; }
  .scene .on-lost .hatch, .scene .on-full .hatch { stroke: var(--cw-bad); }
  .scene .on-half .hatch { stroke: var(--cw-accent); stroke-width: 1px; }

  @media (forced-colors: active) {
    .drawing text { fill: CanvasText; stroke: none; }
    .drawing .mark-text { fill: Canvas; }
    .scene .main, .scene .mark, .scene .zero { fill: CanvasText; }
    .scene line, .scene .stairs { stroke: CanvasText; }
  }
`;
