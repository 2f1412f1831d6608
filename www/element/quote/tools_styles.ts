// The looks of what makes answers travel.

import { lateStyles } from '../late_styles.js';
import css from '../styles/quote.css';

export const adoptStyles = lateStyles(css);
