// A part of the script that is not there at first, and what stands in its place until it is.

import { failureToLoad, type Failure } from './failure.js';
import { part } from './part.js';

export class Late<T> {
  there: T | undefined;
  /** Why it is not, once that was tried. */
  failure: Failure | undefined;

  constructor(private readonly get: () => Promise<T>) {}

  /** Fetches it; whether there is anything new to draw. */
  async load(): Promise<boolean> {
    if (this.there) return false;
    try {
      this.there = await part(this.get);
      this.failure = undefined;
    } catch (reason) {
      this.failure = await failureToLoad(reason);
    }
    return true;
  }
}
