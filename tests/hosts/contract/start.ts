import 'clausewise/element.js';
import './main';
