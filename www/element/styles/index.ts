// Every style sheet of the element: adopted, never written into the page, so that the strictest policy allows it.

import { styles as pictures } from '../pictures/index.js';
import { answer } from './answer.js';
import { base } from './base.js';
import { form } from './form.js';
import { print } from './print.js';

export const styles = [base, form, answer, pictures, print];
