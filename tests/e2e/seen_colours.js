// Runs in a page. Which letters, lines and shapes of the elements can be told from the ground that they stand on.

const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', { willReadFrequently: true });

/** Any colour that a style sheet may hold, as red, green, blue and how opaque it is. */
const parsed = (colour) => {
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  return [...canvas.getImageData(0, 0, 1, 1).data];
};

const brightness = (colour) => {
  const [red, green, blue] = parsed(colour).slice(0, 3).map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** As WCAG reckons it, from 1 to 21. */
const contrast = (one, other) => {
  const [dark, light] = [brightness(one), brightness(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

const around = (element) => element.assignedSlot ?? element.parentElement ?? element.getRootNode().host;

/** The nearest ground that nothing shines through. */
const groundOf = (element) => {
  for (let at = element; at; at = around(at)) {
    const { backgroundColor } = getComputedStyle(at);
    if (parsed(backgroundColor)[3] === 255) return backgroundColor;
  }
  return 'Canvas';
};

const isSeen = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && element.getBoundingClientRect().width > 2;

const all = () => [...document.querySelectorAll('clausewise-quote, clausewise-terms, clausewise-search, clausewise-kept')]
  .flatMap((element) => [...element.querySelectorAll('*'), ...element.shadowRoot.querySelectorAll('*')]).filter(isSeen);

const nameOf = (element) => `${element.localName}.${element.getAttribute('class') ?? ''} ${element.textContent.trim().slice(0, 20)}`;

/** Letters with less contrast than they need. */
const paleLetters = (least) => all().flatMap((element) => {
  const hasText = [...element.childNodes].some(({ nodeType, data }) => nodeType === 3 && data.trim()) || element.matches('input, select, textarea');
  if (!hasText || element.closest('svg, option, title, desc')) return [];
  const { color } = getComputedStyle(element);
  const found = contrast(color, groundOf(element));
  return found < least ? [`${nameOf(element)}: ${color} on ${groundOf(element)}, ${found.toFixed(1)}`] : [];
});

/** Controls without an edge that can be seen. */
const edgeless = (least) => all().filter((element) => element.matches('input:not([type=radio], [type=checkbox]), select, textarea, button:not(.quiet, .figure, .operand, .cite, .ask-term, .choose, .sort)')).flatMap((element) => {
  const edge = element.closest('.affix') ?? element;
  const { borderTopWidth, borderTopStyle, borderTopColor } = getComputedStyle(edge);
  const isThere = parseFloat(borderTopWidth) > 0 && borderTopStyle !== 'none' && contrast(borderTopColor, groundOf(around(edge))) >= least;
  return isThere ? [] : [`${nameOf(element)}: ${borderTopWidth} ${borderTopStyle} ${borderTopColor}`];
});

/** Marks on paper that only part what stands beside each other, or are no marks at all. */
const PARTING = '.gap, .rule, .track, defs *, .point';

/** Shapes of the pictures that are as pale as the ground, inside and at the edge. */
const paleShapes = (least) => all().filter((element) => element.matches('rect, line, path, circle, polyline, text') && element.closest('.scene') && !element.matches(PARTING)).flatMap((element) => {
  if (element.matches('rect') && element.getBoundingClientRect().height === 0) return [];
  const { fill, stroke, strokeWidth } = getComputedStyle(element);
  // Some letters stand on a shape.
  const ground = element.matches('.mark-text') ? getComputedStyle(element.parentElement.querySelector('.mark, .main')).fill : groundOf(element.closest('.scene'));
  const paints = [...(element.matches('line') ? [] : [fill]), ...(parseFloat(strokeWidth) > 0 && !element.matches('text') ? [stroke] : [])];
  const isTold = paints.some((paint) => paint.startsWith('url') || (paint !== 'none' && contrast(paint, ground) >= least));
  return isTold ? [] : [`${nameOf(element)}: ${fill}, ${stroke} on ${ground}`];
});

Object.assign(globalThis, { all, paleLetters, edgeless, paleShapes, contrast, groundOf });
