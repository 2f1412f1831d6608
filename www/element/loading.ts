// What an element has to load before it can be used: the core of its calculator, and the words. A file that did not arrive
// is asked for again whenever the element is told to start again.

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { loadOnward } from './answer/onward.js';
import { loadCore, type Core } from './core.js';
import { Failure, failureToLoad, watchPolicy } from './failure.js';
import { nearestLang, watchLang } from './language.js';
import { loadPicture } from './pictures/index.js';
import { loadShared, loadWords, loadWordsOf, type Lang, type Words } from './words.js';

interface Host extends ReactiveControllerHost, HTMLElement {
  calculator: string;
  pages: string;
  retry(): void;
}

export class Loading implements ReactiveController {
  core: Core | undefined;
  words: Words | undefined;
  /** Why either is not there. */
  failure: Failure | undefined;
  /** Whether the page knows. */
  private isTold = false;
  /** The calculator whose core is on its way. */
  private awaited: string | undefined;
  /** The language and the calculator whose words were asked for. */
  private spoken = '';
  /** The language all of whose words were asked for. */
  private full = '';
  /** Whether what leads on was asked for. */
  private isLeading = false;
  private unwatch: (() => void) | undefined;

  /** `failed` tells the page. */
  constructor(private readonly host: Host, private readonly failed: (failure: Failure) => void) {
    host.addController(this);
  }

  hostConnected(): void {
    watchPolicy();
    this.unwatch = watchLang(this.host, () => this.host.retry());
  }

  hostDisconnected(): void {
    this.unwatch?.();
  }

  /** Loads what is not there. */
  start(): void {
    this.isTold = false;
    this.failure = undefined;
    this.full = '';
    void this.wake();
    void this.speak();
    this.draw();
  }

  get isReady(): boolean {
    return this.words !== undefined && this.core?.calculators.has(this.host.calculator) === true;
  }

  private async wake(): Promise<void> {
    const name = this.host.calculator;
    if (this.core?.calculators.has(name) || this.awaited === name) return;
    this.awaited = name;
    this.core = undefined;
    try {
      const core = await loadCore(name);
      if (this.awaited !== name) return;
      this.awaited = undefined;
      this.core = core;
      if (!core.calculators.has(name)) throw unknown(name, core);
      this.host.requestUpdate();
    } catch (reason) {
      if (this.awaited !== undefined && this.awaited !== name) return;
      this.awaited = undefined;
      await this.fail(reason);
    }
  }

  /** The language around the element, as far as its calculator speaks it; what is typed stays. */
  private async speak(): Promise<void> {
    const [lang, name] = [nearestLang(this.host), this.host.calculator];
    const wanted = `${lang} ${name}`;
    if (this.spoken === wanted) return;
    this.spoken = wanted;
    try {
      const words = await loadWordsOf(lang, name).catch(async (reason: unknown) => {
        // Of a calculator that there is not, nothing can be said but that.
        if ((await loadCore(name)).calculators.has(name)) throw reason;
        return loadShared(lang);
      });
      if (this.spoken !== wanted) return;
      words.missing = () => void this.speakFully(lang);
      this.full = '';
      this.words = words;
      this.host.requestUpdate();
    } catch (reason) {
      if (this.spoken !== wanted) return;
      this.spoken = '';
      await this.fail(reason);
    }
  }

  /** Every word of the language, once: a pack of somebody else's may cite what this calculator never does. */
  private async speakFully(lang: Lang): Promise<void> {
    if (this.full === lang) return;
    this.full = lang;
    const words = await loadWords(lang).catch(() => undefined);
    if (!words || nearestLang(this.host) !== lang) return;
    this.words = words;
    this.host.requestUpdate();
  }

  /** Without its picture an answer stands alone; nobody is told of that. */
  private draw(): void {
    this.fetched(loadPicture(this.host.calculator));
  }

  /** Where its page has the other calculators, an answer leads on to them; without that it stands alone too. */
  hostUpdate(): void {
    if (!this.host.pages || this.isLeading) return;
    this.isLeading = true;
    this.fetched(loadOnward());
  }

  private fetched(addition: Promise<void>): void {
    addition.then(() => this.host.requestUpdate(), (reason: unknown) => console.warn('clausewise-quote:', reason));
  }

  private async fail(reason: unknown): Promise<void> {
    const name = this.host.calculator;
    const failure = await failureToLoad(reason);
    if (this.host.calculator !== name) return;
    this.failure = failure;
    // Once, where the core and the words fail together.
    if (!this.isTold) this.failed(failure);
    this.isTold = true;
    this.host.requestUpdate();
  }
}

/** Visitors cannot do anything with the names; who made the page can. */
function unknown(name: unknown, core: Core): Failure {
  const which = typeof name === 'string' && name ? `there is no calculator "${name}"` : 'no calculator is named';
  return new Failure('unknown-calculator', `${which}: the attribute calculator takes ${[...core.calculators.keys()].join(', ')}`);
}
