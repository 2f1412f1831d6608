// The answer: one large figure, then tables that turn into cards where the place is narrow.

import { css, unsafeCSS, type CSSResult } from 'lit';

/** Cards become a table again. By child only: a table of allocations inside has a width of its own to mind. */
const asTable = (kind: 'few' | 'some' | 'many'): CSSResult => unsafeCSS(`
  table.${kind} { display: table; }
  .${kind} > thead { position: static; display: table-header-group; clip-path: none; }
  .${kind} > tbody { display: table-row-group; }
  .${kind} > * > tr { display: table-row; background: none; }
  .${kind} > * > tr > * { display: table-cell; padding: .5rem .6rem; border-block-end: 1px solid var(--cw-line); vertical-align: baseline; text-align: start; }
  .${kind} > thead > tr > th { color: var(--cw-soft); font-size: .8125rem; font-weight: 600; line-height: 1.35; vertical-align: bottom; }
  .${kind} > * > tr > :is(.money, .percent, .count, .ratio) { text-align: end; }
  .${kind} > tbody > tr > :is(.money, .date, th) { white-space: nowrap; }
  .${kind} > * > tr > :first-child { padding-inline-start: 0; }
  .${kind} > * > tr > :last-child { padding-inline-end: 0; }
  .${kind} > tbody > tr > td > .cell-label, .${kind} > tbody > tr > td > .figure > .icon { display: none; }
  .${kind} > tbody > tr.inner > td { padding-inline-start: 1.5rem; }
`);

export const answer = css`
.answer { min-inline-size: 0; container-type: inline-size; }
.headline { display: grid; grid-template-columns: minmax(0, 1fr); gap: .5rem; padding: 1.25rem; background: var(--cw-raised); border-radius: var(--cw-radius); border-block-start: 4px solid var(--cw-accent); }
.headline h2 { font-size: .9375em; font-weight: 500; color: var(--cw-soft); }
.large { font-size: clamp(1.5rem, 9cqi, 2.75rem); line-height: 1.15; font-weight: 600; letter-spacing: -.01em; overflow-wrap: anywhere; }
.large.long { font-size: clamp(1.125rem, 6.6cqi, 2.25rem); }
.verdict { display: flex; gap: .5rem; align-items: flex-start; font-size: .9375em; line-height: 1.5; }
.verdict .icon, .chip .icon { stroke-width: 2; }
.verdict .icon { margin-block-start: .3em; }
.good > .icon { color: var(--cw-good); }
.bad > .icon { color: var(--cw-bad); }
.ask > .icon { color: var(--cw-ask); }
.chip { display: inline-flex; align-items: center; gap: .35rem; min-block-size: 1.75rem; white-space: nowrap; }
.chip.good { color: var(--cw-good); }
.chip.bad { color: var(--cw-bad); }
.chip.ask { color: var(--cw-ask); }
button.figure {
  min-block-size: 1.75rem; padding: .1rem .3rem; margin: 0 -.3rem; gap: .2em; border: 0; color: inherit;
  font: inherit; letter-spacing: inherit; text-align: inherit;
  text-decoration: underline dotted color-mix(in srgb, currentColor 55%, transparent) 1px; text-underline-offset: .28em;
}
button.figure:hover { background: color-mix(in srgb, var(--cw-accent) 12%, transparent); }
button.figure .icon { color: var(--cw-accent); font-size: max(.75rem, .5em); }
[aria-expanded=true] > .icon { transform: rotate(180deg); }
.pairs { display: grid; }
.pairs > div { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 1rem; align-items: center; padding-block: .35rem; border-block-start: 1px solid var(--cw-line); }
.pairs dt { color: var(--cw-soft); font-size: .9375em; }
.pairs dd { font-weight: 500; text-align: end; }
.pairs .full { grid-column: 1 / -1; font-weight: 400; text-align: start; }
.headline .pairs { margin-block-start: .35rem; }
.detail { display: grid; gap: calc(var(--cw-gap) * 1.4); margin-block-start: calc(var(--cw-gap) * 1.4); min-inline-size: 0; }
.detail > .actions { justify-content: flex-end; padding-block-start: .5rem; border-block-start: 1px solid var(--cw-line); margin-block-end: calc(var(--cw-gap) * -.8); }
.lines { overflow-x: auto; }
.detail section { display: grid; gap: .6rem; min-inline-size: 0; }
.dates .pairs { max-inline-size: 34rem; }
.working {
  display: grid; gap: .35rem; margin-block: .35rem; padding: .8rem 1rem;
  background: var(--cw-surface); border: 1px solid var(--cw-line); border-inline-start: 3px solid var(--cw-accent);
  border-radius: var(--cw-radius); font-size: .875rem; line-height: 1.6; font-weight: 400; text-align: start; white-space: normal;
}
.formula, .rounding, .source { color: var(--cw-soft); }
.term { color: var(--cw-ink); font-weight: 600; }
.clause { display: grid; gap: .2rem; margin-block-start: .35rem; padding-block-start: .5rem; border-block-start: 1px solid var(--cw-line); }
.working > .clause:first-child { margin: 0; padding: 0; border: 0; }
.source { font-size: .8125rem; }
.rule { white-space: nowrap; }
table { display: block; inline-size: 100%; border-collapse: collapse; font-size: .9375em; }
tbody { display: grid; gap: .75rem; }
thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
tr { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 8rem), 1fr)); gap: .5rem 1rem; padding: .75rem 1rem; background: var(--cw-raised); border-radius: var(--cw-radius); }
tr.opened, tr.inner { grid-template-columns: minmax(0, 1fr); margin-block-start: -.75rem; padding-block-start: 0; }
tr > th { grid-column: 1 / -1; font-weight: 600; text-align: start; }
td { display: flex; flex-direction: column; align-items: flex-start; padding: 0; min-inline-size: 0; }
td.none { display: none; }
.cell-label { font-size: .8125rem; color: var(--cw-soft); }
.opened > td, .inner > td { display: block; }
tr.inner tbody { gap: 0; }
tr.inner tr { padding: .5rem 0; border-block-start: 1px solid var(--cw-line); border-radius: 0; }
@container (min-width: 40rem) { ${asTable('few')} }
@container (min-width: 48rem) { ${asTable('some')} }
@container (min-width: 66rem) { ${asTable('many')} }
.notes li { display: flex; gap: .6rem; padding-block: .45rem; border-block-start: 1px solid var(--cw-line); font-size: .9375em; }
.notes li > div { min-inline-size: 0; flex: 1; }
.notes li > .icon { margin-block-start: .3em; color: var(--cw-ask); stroke-width: 2; }
.where { color: var(--cw-soft); }
button.cite { display: inline-flex; min-block-size: 1.5rem; margin-inline-start: .35rem; padding: 0 .4rem; border: 0; background: var(--cw-raised); font-size: .8125rem; white-space: nowrap; vertical-align: baseline; }
.picture { min-inline-size: 0; }
`;
