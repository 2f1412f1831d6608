// Writes the types of everything in the package: `node tools/types.mjs FOLDER`. Those of requests and answers come from the
// core's own description of its calculators, those of the elements and of what frameworks make of them from tools/elements/,
// so that none can say anything else. What stands as it is, is in tools/types/.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import { coreIn } from './core.mjs';
import { ELEMENTS } from './elements/all.mjs';
import { NAMED } from './elements/lang.mjs';
import { calculatorTypes, mapTypes, pascal } from './types/calculators.mjs';
import { FALLBACK, refusalCodes, wordsOf } from './languages.mjs';
import { elementTypes, registry } from './types/elements.mjs';

const folder = argv[2] ?? 'pkg';
const calculators = (await coreIn(folder)).calculators();
const codes = refusalCodes(wordsOf(FALLBACK));

const template = (name) => readFileSync(join('tools/types', name), 'utf8');
const put = (name, ...parts) => writeFileSync(join(folder, name), parts.join('\n'));

put('clausewise.d.ts', template('clausewise.d.ts'), mapTypes(calculators, codes), ...calculators.map(calculatorTypes));

mkdirSync(join(folder, 'only'), { recursive: true });
for (const { calculator } of calculators) {
  put(`only/${calculator}.d.ts`, template('only.d.ts').replaceAll('CALCULATOR', calculator).replaceAll('Calculator_', pascal(calculator)));
}

put('only/reading.d.ts', template('reading.d.ts'));

for (const script of new Set(ELEMENTS.map((element) => element.script))) {
  const name = script.replace(/\.js$/, '.d.ts');
  put(name, template(name), ...ELEMENTS.filter((element) => element.script === script).map(elementTypes));
}

for (const name of ['frame.d.ts', 'sheets.d.ts', 'terms.d.ts', 'words.d.ts', 'rules.d.ts']) put(name, template(name).replace('LANGUAGES', NAMED));

mkdirSync(join(folder, 'types'), { recursive: true });
put('types/elements.d.ts', template('frameworks/elements.d.ts'), registry(ELEMENTS));
for (const name of readdirSync('tools/types/frameworks').filter((each) => each !== 'elements.d.ts')) {
  put(`types/${name}`, template(`frameworks/${name}`));
  // An import for its types alone may be left standing by a bundler, and then finds this.
  put(`types/${name.replace(/\.d\.ts$/, '.js')}`, 'export {};\n');
}
