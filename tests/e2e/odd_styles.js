// Runs in a page. What a host may say of its own elements and thereby of everything inside them: every property that is inherited,
// with a value that is not the usual one. Which those are, the browser itself is asked.

/** Values of all kinds; which of them a property takes, the browser knows. */
const VALUES = [
  '7px', '7', '0.5', '33%', '150', 'bold', 'italic', 'small-caps', 'tabular-nums', 'sub', 'ultra-condensed', 'monospace',
  'rgb(1, 2, 3)', 'dark', 'red blue', 'uppercase', 'nowrap', 'pre', 'preserve', 'break-all', 'keep-all', 'anywhere', 'strict', 'balance',
  'hidden', 'collapse', 'hide', 'none', 'auto', 'manual', 'normal', 'vertical-rl', 'sideways', 'rtl', 'end', 'justify', 'right', 'bottom',
  'under', 'over', 'middle', 'start', 'text', 'mixed', 'upright', 'all', 'crosshair', 'square', 'inside', 'circle', '"x" "y"', '"x"', '"abcd"',
  '"liga" 0', '"wght" 300', 'historical-forms', 'ruby', 'emoji', 'optimizeSpeed', 'crisp-edges', 'evenodd', 'linearRGB', 'round', 'bevel',
  'stroke', 'url("#x")', '7px 7px', '7px 7px 7px red', 'read-write', 'read-only', 'compact', 'exact', 'inert', 'constrained', 'standard',
  'allow-keywords', 'block', 'trim-start', 'no-autospace', 'first', 'edges', 'isolate', 'antialiased', 'first last', 'digits 2', 'reverse',
];

/** { name: value } of all that is inherited, as this browser has it. */
const oddStyles = () => {
  const parent = document.createElement('div');
  const child = parent.appendChild(document.createElement('div'));
  // Without boxes, so that no width of a place is taken for what is inherited.
  for (const each of [parent, child]) each.style.display = 'contents';
  document.body.append(parent);
  const [own, passed] = [getComputedStyle(parent), getComputedStyle(child)];
  const found = {};
  for (const name of [...own]) {
    const usual = passed.getPropertyValue(name);
    for (const value of VALUES.filter((each) => CSS.supports(name, each))) {
      parent.style.setProperty(name, value);
      const said = own.getPropertyValue(name);
      const isPassedOn = said !== usual && passed.getPropertyValue(name) === said;
      parent.style.removeProperty(name);
      if (!isPassedOn) continue;
      found[name] = value;
      break;
    }
  }
  parent.remove();
  return found;
};

/** Every element in the shadow trees of the page, and a name to find it by. */
const insides = () => [...document.querySelectorAll('clausewise-quote, clausewise-terms, clausewise-search, clausewise-kept')].flatMap((element) =>
  [...element.shadowRoot.querySelectorAll(':not(style, slot)')].map((each, index) => [`${element.localName} ${index} ${each.localName}.${each.getAttribute('class') ?? ''}`, each]));

/** How all of it is drawn: every property of every element, by its name. */
const drawn = () => new Map(insides().map(([name, element]) => {
  const style = getComputedStyle(element);
  return [name, Object.fromEntries([...style].map((property) => [property, style.getPropertyValue(property)]))];
}));

/** Where everything that is seen stands, from the corner of its element. */
const boxes = () => insides().filter(([, element]) => element.getClientRects().length).map(([name, element]) => {
  const [box, { left, top }] = [element.getBoundingClientRect(), element.getRootNode().host.getBoundingClientRect()];
  return [name, ...[box.left - left, box.top - top, box.width, box.height].map(Math.round)].join(' ');
});

/** { property: [which element, before, after] } of what differs, a place each. */
const differences = (before, after) => {
  const found = {};
  for (const [name, style] of before) {
    for (const [property, value] of Object.entries(style)) {
      const now = after.get(name)?.[property];
      if (now !== value) found[property] ??= [name, value, now];
    }
  }
  return found;
};

Object.assign(globalThis, { oddStyles, drawn, boxes, differences });
