// Puts the frame into the package, for pages that allow no script of ours: `node tools/frame.mjs FOLDER`. `frame.html`
// and what it needs inside, and `frame.js` for the page around it.

import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { build } from 'esbuild';
import { FALLBACK, LANGUAGES, LOCALES, languages, wordsOf } from './languages.mjs';

const folder = argv[2] ?? 'pkg';

const words = LANGUAGES.map((language) => [LOCALES[language].tag, wordsOf(language)]);
const first = wordsOf(FALLBACK);

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** `[words]` become the link, `{address}` the address itself. */
const marked = (text) => escaped(text).replace(/\[(.+)\]/, '<a>$1</a>').replace('{address}', '<code></code>');

/** A sentence in every language. */
const inAll = (key) => words.map(([tag, { frame }]) => `<p data-say="${key}" lang="${tag}">${marked(frame[key])}</p>`);

/** What a calculator is called, for the title of the page. */
const titled = (name) => words.filter(([, { calculators }]) => name in calculators)
  .map(([tag, { calculators }]) => `<p data-title="${name}" lang="${tag}">${escaped(calculators[name].title)}</p>`);

/** Those that a script says, with the titles, and those for when there is none, or it does not arrive. */
const SLOTS = {
  titles: Object.keys(first.calculators).flatMap(titled),
  says: Object.keys(first.frame).filter((key) => key !== 'noscript').flatMap(inAll),
  noscript: inAll('noscript'),
  late: inAll('no_scripts'),
};

const page = readFileSync('www/frame/frame.html', 'utf8')
  .replaceAll(/^( *)\{\{(\w+)\}\}$/gm, (_, indent, slot) => SLOTS[slot].map((line) => indent + line).join('\n'));
writeFileSync(`${folder}/frame.html`, page);

mkdirSync(`${folder}/frame`, { recursive: true });
copyFileSync('www/frame/frame.css', `${folder}/frame/frame.css`);

const SCRIPTS = { 'frame/inside': 'inside', frame: 'frame' };
for (const [to, from] of Object.entries(SCRIPTS)) {
  await build({
    entryPoints: [`www/frame/${from}.ts`], outfile: `${folder}/${to}.js`,
    bundle: true, minify: true, format: 'iife', target: 'es2022', charset: 'utf8', plugins: [languages], logLevel: 'warning',
  });
}
// For whoever imports it as a module: it exports nothing.
writeFileSync(`${folder}/frame.d.ts`, 'export {};\n');
