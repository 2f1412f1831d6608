// A short mark of a text, by which it is known again without being kept. Nothing hangs on it but whether two are the same.

/** Two sums of 32 bits that go different ways over the same text. */
export function markOf(text: string): string {
  let [one, other] = [0x2f0b4c47, 0x6a09e667];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul((other ^ (other >>> 15)) + unit, 0x2c1b3c6d);
  }
  return `${(one >>> 0).toString(36)}-${(other >>> 0).toString(36)}`;
}
