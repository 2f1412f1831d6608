// The element as a guest: pages of strangers that write down what the element tells.

import { engine } from './browser.mjs';
import { Calculator } from './calculator.mjs';
import { eventually } from './site.mjs';
import { useStranger } from './stranger.mjs';

/** Writes down, from the start, what the first element of the page tells. */
const LISTENING = `
  window.told = [];
  for (const name of ['ready', 'error', 'answer', 'use']) {
    document.querySelector('clausewise-quote')?.addEventListener('clausewise-' + name, ({ detail }) => told.push([name, detail]));
  }
`;

const TEXT = `return [...(document.querySelector('clausewise-quote').shadowRoot?.querySelectorAll('.failed, .answer, .basis') ?? [])]
  .map((each) => each.innerText).join('\\n')`;

/** A site of such pages: `guest.show(body)` opens one. */
export function useGuest(options) {
  const guest = useStranger(options);
  const { show } = guest;

  /** Opens a page; `before` is a script that runs before the element's own. */
  guest.show = (body, { before = '', ...others } = {}) => show(body, { own: `${LISTENING}${before}`, ...others });

  /** The first element, once its form is there. */
  guest.calculator = async () => {
    await guest.drawn();
    return Calculator.on(guest.driver);
  };

  /** What was told under a name, from the first to the last. */
  guest.told = (name) => guest.run('return told.filter(([each]) => each === arguments[0]).map(([, detail]) => detail)', name);

  /** What a visitor reads in the element, its form aside. */
  guest.text = () => guest.run(TEXT);

  guest.reads = (part) => eventually(async () => {
    const text = await guest.text();
    if (!text.includes(part)) throw new Error(`it does not say “${part}”, but: ${text}`);
  });

  /** What the console has heard since the last time. */
  guest.complaints = () => engine.complaints(guest.driver);

  return guest;
}
