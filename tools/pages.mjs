// Writes the pages: what all have in common (www/pages/frame/), the menu (www/pages/menu.json), and what each has of its own
// (www/pages/NAME.html), and a sheet for each calculator that keeps as much room as tools/heights.mjs has measured its form to
// take. What is written is plain HTML and CSS, committed and served as it is: `node tools/pages.mjs`.

import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseFragment, serialize } from 'parse5';
import { LANGUAGES, LOCALES, wordsOf } from './languages.mjs';
import { PACKS, filledIn, withNumbers } from './numbers.mjs';

const folder = new URL('../www/', import.meta.url);
const read = (path) => readFileSync(new URL(path, folder), 'utf8');

const FRAME = read('pages/frame/page.html');
const CALCULATOR = read('pages/frame/calculator.html');
/** What is said where nothing has come in place of it for a while. */
const LATE = read('pages/frame/late.html').trimEnd();
const MENU = JSON.parse(read('pages/menu.json'));
const LOOKED_UP = MENU.at(-1);
const HEIGHTS = JSON.parse(read('pages/heights.json'));
/** What the pages are written in: every text of theirs stands in both. */
const WRITTEN = ['zh-Hant', 'en'];
const WORDS = WRITTEN.map((language) => withNumbers(wordsOf(language)));

/** Every language in which a calculator can be had: that of the page first. */
const SPOKEN = [...new Set([...WRITTEN, ...LANGUAGES])];

/** Numbers of a contract are named by their terms here too: `{rate_percent}`. */
const FILLED = WORDS.map(filledIn);

/** Every page that has a source. Others in the folder are written by hand. */
export const NAMES = readdirSync(new URL('pages/', folder)).flatMap((file) => /^(\w+)\.html$/.exec(file)?.[1] ?? []);

/** Those that are about a calculator. */
export const CALCULATORS = NAMES.filter((name) => name in WORDS[0].calculators);

/** Every page that a menu names. */
export const NAMED = MENU.flatMap(({ pages }) => Object.keys(pages));

/** A list or a flag that stands in a source of the project, by the form in which it stands there. */
const stands = (path, form) => {
  const found = form.exec(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'))?.[1];
  if (!found) throw new Error(`${path} has nothing like ${form}`);
  return found;
};

/** What a calculator's page has of its own, in this order. */
const OWN = ['known', 'related', 'h1', 'lead', 'taken', 'at-hand'];

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

// A text is written as HTML, first in Chinese, then in English.
const plain = (text) => [FILLED[0](text['zh-Hant']), FILLED[1](text.en)].map(escaped);
const inWords = (name, key) => WORDS.map(({ calculators }) => escaped(calculators[name][key]));
const inForm = (key) => WORDS.map(({ ui }) => escaped(ui[key]));
const both = ([zh, en]) => `<span lang="zh-Hant-TW">${zh}</span><span lang="en">${en}</span>`;

const link = (name, text, attributes = '') => `<li><a href="${name}.html"${attributes}>${both(text)}</a></li>`;

// A <pre> would be indented too: its lines are parted by &#10; in the sources.
const indented = (text, by) => text.replaceAll(/^(?=.)/gm, by);

/** A frame with its slots filled. What fills a line of its own is as far in as its slot, line by line. */
function filled(frame, slots) {
  return frame.replaceAll(/(?:^( +))?\{\{([\w-]+)\}\}(\n?)/gm, (_, by = '', name, end) => {
    if (slots[name] === undefined) throw new Error(`nothing to put into {{${name}}}`);
    return by && !slots[name] ? '' : indented(slots[name], by) + end;
  });
}

/** The menu, with the page that it stands in marked. */
function menu(page) {
  const groups = MENU.map(({ name, pages }) => {
    const items = Object.entries(pages).map(([name, label]) => link(name, plain(label), name === page ? ' aria-current="page"' : ''));
    return `<details name="calculators"${page in pages ? ' class="here"' : ''}>
  <summary>${both(plain(name))}</summary>
  <ul>
${indented(items.join('\n'), '    ')}
  </ul>
</details>`;
  });
  return groups.join('\n');
}

const attribute = ({ attrs = [] }, name) => attrs.find((each) => each.name === name)?.value;

/** An element's text: Chinese as its content, English in `data-en`. */
function text(element) {
  const [chinese, english] = [serialize(element), attribute(element, 'data-en')];
  if (!english) throw new Error(`no data-en: ${element.nodeName} ${chinese}`);
  return [FILLED[0](chinese), escaped(FILLED[1](english))];
}

/** The room that a calculator's form takes, by the width of the place that the page has for it. */
export function heights(name) {
  const { 'zh-Hant': chinese, en: english } = HEIGHTS[name];
  const rule = (language, height) => `clausewise-quote${language} { --clausewise-height: ${height}px; }`;
  const from = (language, pairs) => pairs.map(([width, height]) =>
    (width ? `@container (min-width: ${width}px) { ${rule(language, height)} }` : rule(language, height)));
  return ['/* Written by tools/pages.mjs from www/pages/heights.json. */', ...from('', chinese), ...from(':lang(en)', english), ''].join('\n');
}

const elementsIn = ({ childNodes }) => childNodes.filter(({ nodeName, value }) => nodeName !== '#text' || value.trim());

/** What a document says whatever anybody enters, line by line, each with the rules that say it. */
const known = (list) => elementsIn(list).map((line) => {
  const rules = attribute(line, 'data-rules').split(' ').map((id) => `<a href="rules.html#${id}">${id}</a>`);
  return `<li>${both(text(line))} ${rules.join(' ')}</li>`;
}).join('\n');

/** What stands in a source, one after the other, without the spaces between. */
function parts(name) {
  return elementsIn(parseFragment(read(`pages/${name}.html`), { sourceCodeLocationInfo: true }));
}

/** The title, the description and the content of a calculator's page: its lines, the menu's group, and the words. */
function calculatorPage(name) {
  const own = parts(name);
  const kinds = own.map((part) => attribute(part, 'name') ?? attribute(part, 'class') ?? part.nodeName);
  if (String(kinds) !== String(OWN)) throw new Error(`pages/${name}.html has ${kinds}, not ${OWN}`);
  const group = MENU.find(({ pages }) => name in pages);
  if (!group) throw new Error(`pages/menu.json names no ${name}`);
  const [list, related, h1, lead, taken, atHand] = own;
  const questions = attribute(related, 'content').split(' ').map((other) => link(other, inWords(other, 'question')));
  const [zh, en] = inWords(name, 'title');
  const [inChinese, inEnglish] = plain(group.name);
  return {
    title: [`${zh}｜${inChinese}｜Clausewise`, `${en} | ${inEnglish} | Clausewise`],
    description: inWords(name, 'summary'),
    content: filled(CALCULATOR, {
      calculator: name,
      from: both(plain(group.from)),
      h1: both(text(h1)),
      lead: text(lead)[0],
      'lead-en': text(lead)[1],
      document: both(plain(group.document)),
      taken: both(text(taken)),
      'at-hand': both(text(atHand)),
      known: known(list),
      related: questions.join('\n'),
      late: LATE,
    }),
  };
}

/** A choice of a list: what it is called in English waits until somebody reads English. */
const option = (value, [zh, en], attributes = '') => `<option value="${value}" data-en="${en}"${attributes}>${zh}</option>`;

/** Every calculator, in the order of the menu, and whether it handles money. */
function calculators() {
  const groups = MENU.filter(({ from }) => from).map(({ name, pages }) => {
    const [zh, en] = plain(name);
    const options = Object.keys(pages).map((calculator) => {
      // One that handles none need not say so.
      const document = PACKS.find(({ calculators }) => calculators.includes(calculator)).id.replaceAll('-', '_');
      const money = /^ +money: true,$/m.test(readFileSync(new URL(`../src/calculators/${document}/${calculator}.rs`, import.meta.url), 'utf8'));
      return option(calculator, inWords(calculator, 'title'), money ? '' : ' data-no-money');
    });
    return `<optgroup label="${zh}" data-en="${en}">\n${indented(options.join('\n'), '  ')}\n</optgroup>`;
  });
  return groups.join('\n');
}

/** The currencies that the element's form lists; a script names them. */
const currencies = () => stands('www/element/form/form.ts', /^const CURRENCIES = \[(.+)\];$/m).match(/[A-Z]{3}/g)
  .map((code) => `<option>${code}</option>`).join('\n');

/** What stands in a page with its numbers: what is English is marked as that, all else is Chinese. */
const inBoth = (html) => FILLED[0](html.replaceAll(/\bdata-en="[^"]*"|<(\w+)[^>]* lang="en"[^>]*>.*?<\/\1>/gs, (english) => FILLED[1](english)));

/** The title, the description and the content of any other page: all of it stands in its source, but for lists. */
function ownPage(name) {
  const [title, description, first] = parts(name);
  return {
    title: text(title),
    description: [escaped(attribute(description, 'content')), text(description)[1]],
    content: filled(inBoth(read(`pages/${name}.html`).slice(first.sourceCodeLocation.startOffset)), {
      get calculators() { return calculators(); },
      get currencies() { return currencies(); },
      get speak() { return speak(); },
      'ui-example': both(inForm('example')),
      'ui-clear': both(inForm('clear')),
      late: LATE,
    }),
  };
}

/** The switch of languages: each is called what it calls itself. */
const languages = SPOKEN.map((language, index) => {
  const { tag, name } = LOCALES[language];
  return `<button type="button" data-language="${tag}" lang="${tag}" aria-pressed="${index === 0}">${name}</button>`;
}).join('\n');

/** The choice of a language for the calculator, each with what the page says in it. */
const speak = () => SPOKEN.map((language) => {
  const { tag, intl, currencyLabel } = LOCALES[language];
  const known = Object.entries({ tag, label: currencyLabel, fallback: wordsOf(language).embed.fallback }).map(([name, value]) => ` data-${name}="${escaped(value)}"`).join('');
  const called = WRITTEN.map((own) => new Intl.DisplayNames(LOCALES[own].intl, { type: 'language' }).of(new Intl.Locale(intl).language));
  return `<label class="pick"><input type="radio" name="speak" value="${language}"${known}>${both(called)}</label>`;
}).join('\n');

const script = (path) => `<script type="module" src="${path}"></script>`;

/** What a page loads: the one script that its elements need, or, where it has none of them, what goes by its own name. */
function loads(name, content) {
  if (content.includes('<clausewise-search')) return script('../pkg/search.js');
  if (content.includes('<clausewise-kept')) return script('../pkg/kept.js');
  if (content.includes('<clausewise-quote')) return script('../pkg/start.js');
  if (content.includes('<clausewise-')) return script('../pkg/element.js');
  return `<link rel="stylesheet" href="${name}.css">\n${script(`${name}.js`)}`;
}

/** A page as it is served. */
export function written(name) {
  const { title, description, content } = name in WORDS[0].calculators ? calculatorPage(name) : ownPage(name);
  const lookedUp = Object.entries(LOOKED_UP.pages).map(([name, label]) => link(name, plain(label)));
  return filled(FRAME, {
    source: `${name}.html`,
    tags: SPOKEN.map((language) => LOCALES[language].tag).join(' '),
    languages,
    title: title[0],
    'title-en': title[1],
    description: description[0],
    'description-en': description[1],
    heights: name in HEIGHTS ? `<link rel="stylesheet" href="heights/${name}.css">` : '',
    frames: content.includes('<iframe') ? " frame-src 'self';" : '',
    loads: loads(name, content),
    current: name === 'index' ? ' aria-current="page"' : '',
    menu: menu(name),
    content: content.trimEnd(),
    'look-up': lookedUp.join('\n'),
  });
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  for (const name of NAMES) writeFileSync(new URL(`${name}.html`, folder), written(name));
  mkdirSync(new URL('heights/', folder), { recursive: true });
  for (const name of Object.keys(HEIGHTS)) writeFileSync(new URL(`heights/${name}.css`, folder), heights(name));
}
