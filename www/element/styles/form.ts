// The form: labelled fields in a grid that fits its place, lines as cards or as rows.

import { css } from 'lit';

export const form = css`
form { display: grid; gap: var(--cw-gap); min-inline-size: 0; }
.cells {
  display: grid; gap: .25rem var(--cw-gap); align-items: end;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 13.5rem), 1fr));
}
/* Labels, hints, controls and faults of neighbours stand in the same rows, however long one of them is. */
.field { display: grid; grid-row: span 4; grid-template-rows: subgrid; min-inline-size: 0; margin-block-end: .6rem; }
.field > * { min-inline-size: 0; }
.field > .hint { grid-row: 2; align-self: start; }
.field > :is(input, select, .affix) { grid-row: 3; }
.field > :is(.fault, .extra) { grid-row: 4; align-self: start; }
.field label, .field legend { padding: 0; font-size: .875em; font-weight: 600; line-height: 1.4; }
.field.radios { grid-column: 1 / -1; display: block; }
.radios .options { margin-block-start: .25rem; }
.optional { font-weight: 400; color: var(--cw-soft); }
.hint { font-size: .8125em; line-height: 1.45; color: var(--cw-soft); }
.fault { font-size: .8125em; line-height: 1.45; color: var(--cw-bad); font-weight: 500; }
input:not([type=radio], [type=checkbox]), select, textarea {
  inline-size: 100%; min-inline-size: 0; min-block-size: 2.5rem; padding: .35rem .65rem;
  background: var(--cw-surface); border: 1px solid var(--cw-edge); border-radius: var(--cw-radius);
  font-size: 1em;
}
select { text-overflow: ellipsis; }
::placeholder { color: var(--cw-soft); opacity: 1; }
input:hover, select:hover { border-color: var(--cw-ink); }
:is(input, select, textarea):focus-visible { outline-offset: -1px; border-color: var(--cw-accent); }
.wrong :is(input, select) { border-color: var(--cw-bad); }
.wrong .affix { border-color: var(--cw-bad); }
.affix {
  display: flex; align-items: stretch; background: var(--cw-surface);
  border: 1px solid var(--cw-edge); border-radius: var(--cw-radius);
}
.affix:hover { border-color: var(--cw-ink); }
.affix:focus-within { outline: 2px solid var(--cw-accent); outline-offset: -1px; border-color: var(--cw-accent); }
.affix input:not([type=radio]) { border: 0; outline: 0; background: transparent; min-block-size: calc(2.5rem - 2px); }
.sign { display: flex; align-items: center; color: var(--cw-soft); font-size: .9375em; white-space: nowrap; }
.sign:first-child { padding-inline-start: .65rem; }
.sign:last-child { padding-inline-end: .65rem; }
.options { display: flex; flex-wrap: wrap; gap: .5rem; }
.field .option {
  display: inline-flex; align-items: center; gap: .5rem; min-block-size: 2.5rem; cursor: pointer;
  font-weight: 400; font-size: .9375em;
}
.options .option { padding: .3rem .9rem; border: 1px solid var(--cw-edge); border-radius: var(--cw-radius); }
.options .option:has(:checked) { border-color: var(--cw-accent); box-shadow: inset 0 0 0 1px var(--cw-accent); }
.options .option:has(:focus-visible) { outline: 2px solid var(--cw-accent); outline-offset: 2px; }
.field .whole { min-block-size: 1.75rem; font-size: .8125em; }
[type=radio], [type=checkbox] { accent-color: var(--cw-accent); inline-size: 1.125rem; block-size: 1.125rem; margin: 0; flex: none; min-block-size: 0; }
.list { display: grid; gap: .75rem; min-inline-size: 0; }
.list :is(h2, h3) { display: flex; align-items: baseline; gap: .5rem; }
.tally { color: var(--cw-soft); font-weight: 400; font-size: .875em; }
.items { display: grid; gap: .75rem; min-inline-size: 0; }
.roomy > .items > .item {
  display: grid; gap: .6rem 1rem; grid-template-columns: minmax(0, 1fr) auto; align-items: center;
  padding: .6rem 1rem .5rem; background: var(--cw-raised); border-radius: var(--cw-radius);
}
.roomy > .items > .item > .cells { grid-column: 1 / -1; grid-row: 2; grid-template-columns: repeat(auto-fill, minmax(min(100%, 11.5rem), 1fr)); }
.item > .list { grid-column: 1 / -1; }
.items > .item:not(:first-child) .hint { display: none; }
.item-name { font-size: .875em; font-weight: 600; color: var(--cw-soft); }
.tools { display: flex; }
.tools button { padding: 0; inline-size: 2.5rem; }
.item .list { margin-block-start: .5rem; padding-block-start: .75rem; border-block-start: 1px solid var(--cw-line); }
.item .list .item { padding: .5rem 0 0; background: none; border-radius: 0; }
.item .list h3 { font-size: .9375em; }
.dense .hint { display: none; }
.dense .field { display: flex; flex-direction: column; gap: .2rem; margin: 0; }
.item-name .short { display: none; }
.dense > .items { gap: .5rem; }
.dense > .items > .item {
  display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: .25rem .5rem; align-items: start;
  padding-block: .5rem; border-block-start: 1px solid var(--cw-line);
}
.dense > .items > .item > .cells { grid-column: 1 / -1; grid-row: 2; grid-template-columns: repeat(auto-fill, minmax(min(100%, 9rem), 1fr)); gap: .5rem; }
@container (min-width: 44rem) {
  .roomy .field:has(optgroup) { grid-column: span 2; }
  .dense > .items > .item { grid-template-columns: 2.25rem minmax(0, 1fr) auto; padding-block: 0; border: 0; }
  .dense > .items > .item > .cells { grid-column: 2; grid-row: 1; display: grid; grid-template-columns: none; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); gap: .4rem; align-items: start; }
  .dense .item-name .short { display: inline; }
  .dense .item-name { padding-block-start: .55rem; text-align: end; }
  .dense .item:first-child .item-name, .dense .item:first-child .tools { align-self: end; min-block-size: 2.25rem; }
  .dense .item:first-child > .cells { align-items: end; }
  
  .dense .item:not(:first-child) label, .dense .item-name .full {
    position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
  }
  .dense .optional { display: none; }
  .dense .field label { font-size: .8125em; }
  .dense .field input, .dense .field select { padding-inline: .4rem; font-size: .9375em; }
  .dense :is(.kind-money, .kind-count) input { text-align: end; }
  .dense .tools button { inline-size: 2rem; }
}
.pager { display: flex; align-items: center; gap: .75rem; font-size: .9375em; }
.paste { font-size: .9375em; }
.paste summary { display: inline-block; padding-block: .4rem; color: var(--cw-accent); cursor: pointer; border-radius: var(--cw-radius); }
.paste[open] { display: grid; gap: .5rem; justify-items: start; }
.paste label { display: block; font-size: .875em; color: var(--cw-soft); }
.paste textarea { resize: vertical; margin-block: .35rem .5rem; font-family: ui-monospace, Consolas, monospace; font-size: .875em; }
.done { font-size: .9375em; color: var(--cw-soft); }
.summary { display: grid; gap: .6rem; padding: 1.25rem; background: var(--cw-raised); border-radius: var(--cw-radius); border-inline-start: 4px solid var(--cw-edge); }
.summary.wrong { border-inline-start-color: var(--cw-bad); }
.summary h2 { display: flex; align-items: center; gap: .5rem; }
.summary.wrong h2 { color: var(--cw-bad); }
.summary p { color: var(--cw-soft); font-size: .9375em; }
.summary ul { display: grid; gap: .15rem; font-size: .9375em; }
.summary li span { display: block; color: var(--cw-soft); }
.summary a { display: inline-block; padding-block: .2rem; color: var(--cw-accent); text-underline-offset: .2em; cursor: pointer; }
`;
