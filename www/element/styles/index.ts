// Every style sheet of the element: adopted, never written into the page, so that the strictest policy allows it.

import { unsafeCSS } from 'lit';
import answer from './answer.css';
import base from './base.css';
import forced from './forced.css';
import form from './form.css';
import host from './host.css';
import pictures from './pictures.css';
import print from './print.css';
import table from './table.css';
import working from './working.css';

/** From this width of its place on a table has room for its columns. */
const ROOM = { two: '12em', few: '40em', some: '48em', many: '66em', most: '66em' };

const tables = Object.entries(ROOM).map(([breadth, room]) =>
  `@container (min-width:${room}){${table.replaceAll('.breadth', `.${breadth}`)}}`);

export const styles = unsafeCSS([base, form, host, answer, ...tables, working, pictures, forced, print].join(''));
