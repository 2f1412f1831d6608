import 'clausewise/element.js';
import 'clausewise/search.js';
