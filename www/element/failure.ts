// Why there is no answer, or no calculator at all: a reason for programs, a message for who made the page. What a
// visitor reads is in the words.

import { isMixed, remembered } from './part.js';

export type Reason =
  | 'network' | 'wasm-forbidden' | 'wasm-missing' | 'mixed-versions'
  | 'unknown-calculator' | 'terms' | 'request' | 'internal';

export class Failure extends Error {
  /** Only a page that is loaded anew may help. */
  isFinal = false;

  constructor(readonly reason: Reason, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
  }
}

interface Breach { directive: string; blocked: string }

/** Breaches of the page's policy, each once, the last few: they are told beside what then fails, a moment later. */
const breaches: Breach[] = [];
const MOST_KEPT = 20;
/** Longer than a browser takes to tell of a breach once the failure is there. */
const A_MOMENT = 100;

let isWatching = false;

/** From now on breaches of the page's policy are noted. */
export function watchPolicy(): void {
  if (isWatching) return;
  isWatching = true;
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, disposition }) => {
    const isKnown = breaches.some(({ directive, blocked }) => directive === effectiveDirective && blocked === blockedURI);
    if (disposition === 'report' || isKnown) return;
    breaches.push({ directive: effectiveDirective, blocked: blockedURI });
    if (breaches.length > MOST_KEPT) breaches.shift();
  });
}

const text = (error: unknown): string => (error instanceof Error ? `${error.name}: ${error.message}` : String(error));

const isPolicy = (error: unknown): boolean =>
  error instanceof Error && /unsafe-eval|content security policy|\bCSP\b/i.test(error.message);

/** A file of ours: what fails names it, or it is of a kind that the element alone asks for. */
const isOurs = ({ blocked }: Breach, error: unknown): boolean =>
  /^https?:/.test(blocked) && (text(error).includes(blocked) || /\.wasm$|\/words\/|\/only\/|clausewise/.test(new URL(blocked).pathname));

/** What kept the core or another file from being loaded. */
export async function failureToLoad(error: unknown): Promise<Failure> {
  if (error instanceof Failure) return error;
  const said = text(error);
  if (typeof WebAssembly === 'undefined') {
    return new Failure('wasm-missing', `this browser runs no WebAssembly, or has it turned off (${said})`, error);
  }
  await new Promise((resume) => setTimeout(resume, A_MOMENT));
  const ofWasm = breaches.some(({ blocked }) => blocked === 'wasm-eval');
  if (isPolicy(error) || (ofWasm && error instanceof WebAssembly.CompileError)) {
    return new Failure('wasm-forbidden',
      `the page's Content-Security-Policy forbids WebAssembly: add 'wasm-unsafe-eval' to script-src (${said})`, error);
  }
  const breach = breaches.findLast((each) => isOurs(each, error));
  if (breach) {
    return new Failure('network',
      `the page's Content-Security-Policy forbids ${breach.blocked}: allow its origin in ${breach.directive} (${said})`, error);
  }
  // The loader of parts has asked for what is stale anew; a damaged file, or one of another build, is no failure of the network.
  if (isMixed(error) || error instanceof WebAssembly.LinkError) {
    return new Failure('mixed-versions', `the files of the package do not belong together, or one of them is damaged (${said})`, error);
  }
  const isFinal = (await remembered(error)) !== undefined;
  return Object.assign(new Failure('network', `a file of the package did not arrive (${said})`, error), { isFinal });
}

/** What went wrong in working something out, or in drawing it. */
export const failureToAnswer = (error: unknown): Failure =>
  (error instanceof Failure ? error : new Failure('internal', `this could not be worked out or drawn (${text(error)})`, error));
