// On paper: what was entered, what came out and what it rests on; nothing to press.

import { css } from 'lit';

export const print = css`
@media print {
  :host { color-scheme: light; font-size: 10.5pt; }
  * { transition: none; }
  .columns { grid-template-columns: minmax(0, 1fr); }
  .answer { position: static; }
  .bar, .actions, .tools, .paste, .pager, .hint, .optional, button.figure .icon, .cite .icon { display: none; }
  button.figure { text-decoration: none; }
  input:not([type=radio], [type=checkbox]), select, .affix { border-color: transparent; padding-inline: 0; background: none; appearance: none; }
  .sign:first-child { padding-inline-start: 0; }
  .options .option:not(:has(:checked)) { display: none; }
  .item, .headline, .working, .notes li, tr, .picture { break-inside: avoid; }
  .roomy > .items > .item, .headline, tr { background: none; border: 1px solid var(--cw-line); }
}
`;
