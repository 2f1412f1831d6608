// Writes request.schema.json, answer.schema.json and quote.schema.json, JSON Schemas of every request that `quote()` takes and of all that it gives
// back, from the core's own description of its calculators: `node tools/schema.mjs FOLDER`. They never refuse what the core
// accepts, or gives. What no schema sees, such as a day before another or terms that do not hold together, is left to the core.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import { coreIn } from './core.mjs';
import { FALLBACK, wordsOf } from './languages.mjs';
import { answerSchema } from './schema/answer.mjs';
import { currenciesOf, minorUnitsOf } from './schema/asked.mjs';
import { quoteSchema } from './schema/quote.mjs';
import { requestSchema } from './schema/request.mjs';
import { typed } from './schema/typed.mjs';

const folder = argv[2] ?? 'pkg';
const core = await coreIn(folder);
const calculators = core.calculators();
const asked = { minorUnits: minorUnitsOf(core, calculators), currencies: currenciesOf(core, calculators), words: wordsOf(FALLBACK) };

// Characters that nobody sees are written as what they are.
const escaped = (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

function put(name, { title, ...rest }) {
  const schema = { $schema: 'https://json-schema.org/draft/2020-12/schema', $id: `urn:clausewise:${name}`, title, ...rest };
  writeFileSync(join(folder, `${name}.schema.json`), `${JSON.stringify(typed(schema)).replace(/[\u007f-\uffff]/g, escaped)}\n`);
}

put('request', requestSchema(calculators, asked));
put('answer', answerSchema(core, calculators, asked));
put('quote', quoteSchema());
