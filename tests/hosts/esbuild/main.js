import { setBasePath } from 'clausewise/element.js';

setBasePath('./clausewise/');
