// What reads whatever people write. The core of a page knows plain digits and days, which most visitors enter; the rest is
// fetched when the visitor turns to the form, and until it is there a text that needs it is neither read nor answered.

import cores, { build, reading, whole } from 'clausewise:cores';
import { based } from './base.js';
import type { Core } from './core.js';
import { failureToLoad, type Failure } from './failure.js';
import { onceEach } from './once.js';
import { part } from './part.js';

export type Reads = Pick<Core, 'read'>;

const [ALONE, WHOLE] = ['only/reading_bg.wasm', 'clausewise_bg.wasm'];

const loadFrom = onceEach(async (file): Promise<Reads> => {
  const { default: init, read } = await part(file === WHOLE ? whole : reading, build);
  await part(() => init(based(file)));
  return { read };
});

/** The whole core reads too. */
const load = (): Promise<Reads> => loadFrom(Object.keys(cores).length ? ALONE : WHOLE);

export class Reading {
  /** What reads, once it is there. */
  reads: Reads | undefined;
  /** Why it is not, as far as somebody waits for it. */
  get failure(): Failure | undefined {
    return this.isNeeded ? this.failed : undefined;
  }

  private failed: Failure | undefined;
  private isOnItsWay = false;
  /** Whether a text waits for it. */
  private isNeeded = false;

  constructor(private readonly changed: () => void) {}

  /** Fetches it before somebody needs it, unless that was tried. */
  fetchAhead(): void {
    if (!this.failed) this.start();
  }

  /**
   * Fetches it for a text that waits. What failed before anybody needed it is tried once more; what failed since then, when
   * somebody asks for it.
   */
  fetch(): void {
    if (this.isNeeded && this.failed) return;
    this.isNeeded = true;
    this.start();
  }

  private start(): void {
    if (this.reads || this.isOnItsWay) return;
    this.isOnItsWay = true;
    this.failed = undefined;
    const wasNeeded = this.isNeeded;
    void load().then(
      (reads) => { this.reads = reads; },
      async (reason: unknown) => { this.failed = await failureToLoad(reason); },
    ).then(() => {
      this.isOnItsWay = false;
      // It was fetched ahead, and somebody needs it by now.
      if (this.failed && this.isNeeded && !wasNeeded) this.start();
      else this.changed();
    });
  }

  /** What failed may be fetched when it is next needed. */
  retry(): void {
    this.failed = undefined;
  }
}
