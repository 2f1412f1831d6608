import 'clausewise/element.js';
