// “Put it on your site”: what is chosen becomes code, and the code is tried in a plain page.

import { choicesOf, colourIn, coloursOf, folderIn } from './embed/choices.js';
import { contrast, isDark, readable } from './embed/contrast.js';
import { copy } from './embed/copy.js';
import { Preview } from './embed/preview.js';
import { snippetsOf } from './embed/snippets.js';

/** Where the files are for the preview. */
const PKG = new URL('../pkg/', location.href).pathname;

const one = (selector) => document.querySelector(selector);
const all = (selector) => [...document.querySelectorAll(selector)];

const form = one('#choices');
const root = document.documentElement;
const preview = new Preview(one('#preview'));

/** What the page knows of the language that it is read in. */
const spoken = () => [...form.elements.speak].find(({ dataset }) => dataset.tag === root.lang);
const kind = () => one('#kinds :checked').value;

/** The last address that was one. */
let base = folderIn(form.elements.base.value);

one('.late').remove();

/** Says beside a field whether it can be read. */
function mark(input, isRight) {
  input.setAttribute('aria-invalid', String(!isRight));
  one(`#${input.id}-wrong`).hidden = isRight;
}

function readColour(input) {
  const colour = colourIn(input.value);
  mark(input, colour !== undefined);
  if (colour) one(`[data-for="${input.id}"]`).value = colour;
}

function setColour(name, colour) {
  form.elements[name].value = colour;
  readColour(form.elements[name]);
}

/** The element's own green, red and amber, which are not chosen here, but stand on a colour that is. */
const SIGNALS = { light: ['#0d6b35', '#b3161f', '#7d4e00'], dark: ['#6fd695', '#ff9d9d', '#f2c063'] };

/** Every pair that would have to be told apart, with its contrast. */
function pairs() {
  const colours = coloursOf(form);
  return all('[data-pair]').map((row) => {
    const [above, below] = row.dataset.pair.split(' ');
    const ground = colours[below];
    const inks = above === 'signals' ? SIGNALS[isDark(ground) ? 'dark' : 'light'] : [colours[above]];
    return { row, above, ground, least: Number(row.dataset.least), ratio: Math.min(...inks.map((ink) => contrast(ink, ground))) };
  });
}

function warn() {
  let isPoor = false;
  for (const { row, ratio, least } of pairs()) {
    row.hidden = ratio >= least;
    isPoor ||= !row.hidden;
    // Rounded down: 4.49 is not enough, and must not read as 4.5.
    for (const text of row.querySelectorAll('b')) text.textContent = (Math.floor(ratio * 10) / 10).toFixed(1);
  }
  one('#contrast').hidden = !isPoor;
}

/** Moves each colour that cannot be read as little as will do. */
function makeReadable() {
  for (const name of new Set(pairs().map(({ above }) => above))) {
    const own = pairs().filter(({ above }) => above === name);
    if (!form.elements[name] || own.every(({ ratio, least }) => ratio >= least)) continue;
    setColour(name, readable(coloursOf(form)[name], own.map(({ ground }) => ground), own[0].least));
  }
}

/** Shows what goes with something that is chosen: `data-if="day given"`. */
function showWhatBelongs() {
  const given = new FormData(form);
  for (const part of all('[data-if]')) {
    const [name, value] = part.dataset.if.split(' ');
    part.hidden = given.get(name) !== value;
  }
  const isFree = form.elements.calculator.selectedOptions[0].hasAttribute('data-no-money');
  one('#currency-hint').hidden = !isFree;
  for (const name of ['currency', 'currency-may']) form.elements[name].disabled = isFree;
}

function showSnippets(texts, chosen) {
  for (const code of all('[data-code]')) code.textContent = texts[code.dataset.code] ?? '';
  const holds = { style: Boolean(texts.style), elsewhere: !chosen.base.startsWith('/') };
  for (const part of all('[data-kinds]')) {
    const code = part.querySelector('[data-code]');
    const isOfKind = part.dataset.kinds.split(' ').includes(kind());
    part.hidden = !isOfKind || holds[part.dataset.when] === false || (code !== null && !code.textContent);
  }
}

function update() {
  showWhatBelongs();
  warn();
  const chosen = { ...choicesOf(form, spoken().value, base), follow: one('#follow').checked, sandbox: one('#sandbox').checked };
  showSnippets(snippetsOf(kind(), chosen), chosen);
  // Frameworks only write the same element in their own way.
  const { page, style = '' } = snippetsOf(kind() === 'iframe' ? 'iframe' : 'html', { ...chosen, base: PKG });
  preview.show({ page, style, lang: root.lang });
}

function nameCurrencies() {
  const names = new Intl.DisplayNames(root.lang, { type: 'currency' });
  const { label } = spoken().dataset;
  for (const option of form.elements.currency.options) {
    if (!option.value) continue;
    const code = option.value;
    option.value = code;
    option.textContent = label.replace('{code}', code).replace('{name}', names.of(code));
  }
}

/** Says beside a button what came of it, and beside the others nothing more. */
function say(sentence, button) {
  for (const place of all('.said')) place.replaceChildren();
  const found = one('#says').content.querySelector(`[data-say="${sentence}"]`);
  button.parentElement.querySelector('.said').replaceChildren(...found.cloneNode(true).childNodes);
}

form.addEventListener('input', ({ target }) => {
  if (target.dataset.for) setColour(target.dataset.for, target.value);
  else if (target.closest('.colour')) readColour(target);
  if (target.id === 'base') {
    const folder = folderIn(target.value);
    mark(target, folder !== undefined);
    base = folder ?? base;
  }
  update();
});
form.addEventListener('submit', (event) => event.preventDefault());
one('#readable').addEventListener('click', () => { makeReadable(); update(); });
for (const choice of all('#kinds input, .options input')) choice.addEventListener('change', update);
one('#narrow').addEventListener('change', ({ target }) => one('#preview').classList.toggle('narrow', target.checked));

for (const button of all('[data-copy]')) {
  button.addEventListener('click', async () => {
    const isCopied = await copy(button.closest('.block').querySelector('code'));
    say(isCopied ? 'copied' : 'refused', button);
  });
}

// What the page says stands in it already, but for what is made here.
new MutationObserver(() => { nameCurrencies(); update(); }).observe(root, { attributeFilter: ['lang'] });
nameCurrencies();
update();
