// The looks of the list of kept quotes, beside those that every element shares.

import { unsafeCSS } from 'lit';
import base from '../styles/base.css';
import forced from '../styles/forced.css';
import kept from './kept.css';

export const styles = unsafeCSS(base + kept + forced);
