// The few icons, drawn on a grid of 16.

import { html, svg, type TemplateResult } from 'lit';

const PATHS = {
  add: 'M8 3v10M3 8h10',
  copy: 'M6 6h7.5v7.5H6zM3.5 10.5h-1v-8h8v1',
  remove: 'M3 4.5h10M6.5 4V2.5h3V4M4.5 4.5l.6 9h5.8l.6-9M6.8 7v4M9.2 7v4',
  yes: 'M3 8.5l3.2 3.2L13 5',
  no: 'M4 4l8 8M12 4l-8 8',
  ask: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M8 4.8v3.8M8 11.1v.1',
  about: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M8 7.4v3.8M8 4.9v.1',
  calendar: 'M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 1.8v3M10.5 1.8v3',
  clock: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M8 4.3V8l2.6 1.7',
  open: 'M4 6.5l4 4 4-4',
};

export const icon = (name: keyof typeof PATHS): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">${svg`<path d=${PATHS[name]} />`}</svg>`;
