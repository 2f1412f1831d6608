// What people call fields, keys and countries. The core of one calculator has to be told; fetched where a table is brought.

import names from '../../../src/reading/names.json';

export default names;
