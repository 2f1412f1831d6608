import 'clausewise/search.js';
import { setBasePath } from 'clausewise/element.js';

setBasePath('./clausewise/');
