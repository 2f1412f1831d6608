// The one script that a page needs to name. The element comes to need its core and its words only once it is there itself, and
// the WebAssembly only once its script is: this asks for all of them at once, by what the page has in it, and has the core opened,
// which whoever asks later then finds done or under way. A link that preloads the WebAssembly would have WebKit fetch it twice.

import cores, { build } from 'clausewise:cores';
import load from 'clausewise:element';
import words from 'clausewise:words';
import { nearestLang } from './language.js';
import { onceEach } from './once.js';

/** Where the WebAssembly of single calculators lies: in a folder beside that of all. */
const BESIDE = new URL('./clausewise_bg.wasm', import.meta.url);

/** What is asked for ahead may fail: the element asks again, and says so. */
const ahead = (load: (() => Promise<unknown>) | undefined): void => void load?.().catch(() => undefined);

const own = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined => (Object.hasOwn(table, name) ? table[name] : undefined);

const isOurs = (module: WebAssembly.Module): boolean =>
  WebAssembly.Module.customSections(module, 'clausewise').some((bytes) => new TextDecoder().decode(bytes) === build);

/** Compiled while it arrives; where anything is amiss the address alone, by which the core finds out what, and asks anew. */
function arriving(name: string): Promise<WebAssembly.Module | URL> {
  const address = new URL(`only/${name}_bg.wasm`, BESIDE);
  return WebAssembly.compileStreaming(fetch(address)).then((module) => (isOurs(module) ? module : address), () => address);
}

/** Has the core of a calculator opened, for however many show it. */
const open = onceEach(async (name): Promise<void> => {
  const core = own(cores, name);
  if (!core) return;
  const wasm = arriving(name);
  await (await core()).default(wasm);
});

function fetchFor(quote: Element): void {
  const name = quote.getAttribute('calculator') ?? '';
  // One that waits until it is seen loads nothing; terms of somebody's own are answered by another core.
  if (quote.getAttribute('loading') === 'lazy' || /[/.]/.test(quote.getAttribute('terms') ?? '')) return;
  const lang = nearestLang(quote);
  for (const each of [() => open(name), own(words, `${lang}/shared`), own(words, `${lang}/${name}`)]) ahead(each);
}

void load();
if (typeof document === 'object') for (const quote of document.querySelectorAll('clausewise-quote[calculator]')) fetchFor(quote);
