// The search's own few rules, beside those that every element shares.

import { unsafeCSS } from 'lit';
import base from '../styles/base.css';
import forced from '../styles/forced.css';
import search from './search.css';

export const styles = unsafeCSS(base + search + forced);
