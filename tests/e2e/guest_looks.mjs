// Pages of strangers, who have put elements into what they already had: no policy, styles of all kinds.

import { readFileSync } from 'node:fs';
import { useStranger } from './stranger.mjs';

/** Whatever a page may hold and load. */
const NO_POLICY = "default-src * data: 'unsafe-inline' 'wasm-unsafe-eval'";

const READY = `return [...document.querySelectorAll('clausewise-quote, clausewise-terms, clausewise-search')]
  .every((each) => each.shadowRoot?.querySelector('form, .root, .search'))`;

/** A site of such pages; `inPage` names a file beside this one that comes with each of them, to look around in it. */
export function useLooks(options, inPage) {
  const host = useStranger(options);
  if (inPage) host.files.set('/look.js', readFileSync(new URL(inPage, import.meta.url), 'utf8'));

  /** Opens a page, and waits until every element in it stands, or for what else a script asks. */
  host.open = async (body, until = READY) => {
    await host.show(`${inPage ? '<script src="/look.js"></script>' : ''}${body}`, { scripts: ['element.js', 'terms.js', 'search.js'], under: NO_POLICY });
    await host.driver.wait(() => host.run(until), 20_000, `not ready: ${body}`);
  };

  return host;
}
