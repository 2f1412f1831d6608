// What an element has to load before it can be used: the core of its calculator, and the words. A file that did not arrive
// is asked for again whenever the element is told to start again.

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { loadDetail } from './answer/detail.js';
import { loadOnward } from './answer/onward.js';
import { loadCore, loadWhole, type Core } from './core.js';
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
  /** Why terms that were brought cannot be answered by, although the form is there. */
  incomplete: Failure | undefined;
  /** Whether the whole core is on its way, for their sake. */
  private isCompleting = false;
  /** Whether the page knows. */
  private isTold = false;
  /** The calculator whose core is on its way. */
  private awaited: string | undefined;
  /** The language and the calculator whose words were asked for. */
  private spoken = '';
  /** The language all of whose words were asked for. */
  private full = '';
  /** Whether what follows was asked for. */
  private isFollowing = false;
  /** Whether what leads on was asked for. */
  private isLeading = false;
  private unwatch: (() => void) | undefined;

  /** `failed` tells the page; `bringsTerms` says whether there are terms to answer by that are not built in. */
  constructor(private readonly host: Host, private readonly failed: (failure: Failure) => void, private readonly bringsTerms: () => boolean) {
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
    this.incomplete = undefined;
    this.full = '';
    void this.wake();
    void this.speak();
    this.isFollowing = false;
  }

  get isReady(): boolean {
    return this.words !== undefined && this.core?.calculators.has(this.host.calculator) === true;
  }

  /** Whether the core that is there answers by the terms that it is to answer by. */
  get isComplete(): boolean {
    return !(this.core?.isAlone && this.bringsTerms());
  }

  private async wake(): Promise<void> {
    const name = this.host.calculator;
    if (this.core?.calculators.has(name) || this.awaited === name) return;
    this.awaited = name;
    this.core = undefined;
    try {
      const core = await (this.bringsTerms() ? loadWhole() : loadCore(name));
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

  /** Terms have come to a core that knows its own alone: the whole one takes its place. The form stays as it is. */
  private async complete(): Promise<void> {
    this.isCompleting = true;
    try {
      this.core = await loadWhole();
    } catch (reason) {
      this.incomplete = await failureToLoad(reason);
    }
    this.isCompleting = false;
    this.host.requestUpdate();
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

  hostUpdate(): void {
    if (!this.isComplete && !this.isCompleting && !this.incomplete) void this.complete();
  }

  /** What stands below the headline follows once that can be drawn: whoever waits for it shares the line with nothing else. */
  hostUpdated(): void {
    if (!this.isReady) return;
    if (!this.isFollowing) {
      this.isFollowing = true;
      this.fetched(loadDetail());
      // Without its picture an answer stands alone; nobody is told of that.
      this.fetched(loadPicture(this.host.calculator));
    }
    // Where its page has the other calculators, an answer leads on to them; without that it stands alone too.
    if (!this.host.pages || this.isLeading) return;
    this.isLeading = true;
    this.fetched(loadOnward());
  }

  /** What has been there before is drawn already. */
  private fetched(addition: Promise<boolean>): void {
    addition.then((isNew) => { if (isNew) this.host.requestUpdate(); }, (reason: unknown) => console.warn('clausewise-quote:', reason));
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
