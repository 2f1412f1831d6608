// What reads whatever people write. The core of a page knows plain digits and days, which most visitors enter; the rest is
// fetched when the visitor turns to the form, and until it is there a text that needs it is neither read nor answered.

import cores, { build, reading, whole } from 'clausewise:cores';
import { based } from './base.js';
import type { Core } from './core.js';
import { failureToLoad, type Failure } from './failure.js';
import { onceEach } from './once.js';
import { orElse, part } from './part.js';

export type Reads = Pick<Core, 'read'>;

const [ALONE, WHOLE] = ['only/reading_bg.wasm', 'clausewise_bg.wasm'];

const loadFrom = onceEach(async (file): Promise<Reads> => {
  const { default: init, read } = await part(file === WHOLE ? whole : reading, build);
  await part(() => init(based(file)));
  return { read };
});

/** The whole core reads too. */
const load = (): Promise<Reads> =>
  (Object.keys(cores).length ? orElse(() => loadFrom(ALONE), () => loadFrom(WHOLE)) : loadFrom(WHOLE));

export class Reading {
  /** What reads, once it is there. */
  reads: Reads | undefined;
  /** Why it is not. */
  failure: Failure | undefined;
  private isOnItsWay = false;

  constructor(private readonly changed: () => void) {}

  /** Fetches it, unless that was tried: what failed is tried again when somebody asks for it. */
  fetch(): void {
    if (this.reads || this.isOnItsWay || this.failure) return;
    this.isOnItsWay = true;
    void load().then(
      (reads) => { this.reads = reads; },
      async (reason: unknown) => { this.failure = await failureToLoad(reason); },
    ).then(() => {
      this.isOnItsWay = false;
      this.changed();
    });
  }

  /** What failed may be fetched when it is next needed. */
  retry(): void {
    this.failure = undefined;
  }
}
