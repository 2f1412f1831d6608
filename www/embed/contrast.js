// How well colours can be told apart, as WCAG measures it.

const channels = (colour) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

const linear = (value) => {
  const part = value / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
};

/** From 0, black, to 1, white. A colour is written `#0b57b0`. */
export function luminance(colour) {
  const [red, green, blue] = channels(colour).map(linear);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** From 1, the same, to 21, black on white. */
export function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Whether what stands on a colour had better be light. */
export const isDark = (colour) => contrast(colour, '#ffffff') > contrast(colour, '#000000');

const hex = (value) => Math.round(value).toString(16).padStart(2, '0');
const mixed = (from, to, share) => `#${channels(from).map((value, at) => hex(value + (channels(to)[at] - value) * share)).join('')}`;

const STEPS = 50;

/**
 * The nearest to a colour, on the way to black or to white, that has enough contrast to every ground; where there is
 * none, because one ground is dark and another light, the colour as it is.
 */
export function readable(colour, grounds, least) {
  const far = isDark(grounds[0]) ? '#ffffff' : '#000000';
  for (let step = 0; step <= STEPS; step += 1) {
    const candidate = mixed(colour, far, step / STEPS);
    if (grounds.every((ground) => contrast(candidate, ground) >= least)) return candidate;
  }
  return colour;
}
