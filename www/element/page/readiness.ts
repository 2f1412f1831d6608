// The promise of a page that comes late, or that waits: kept as soon as the calculator can be used, and made anew for
// another calculator.

export class Readiness<T> {
  private of: unknown;
  private waiting = waiting<T>();
  private isKept = false;

  /** Kept once `of` can be used; never broken, since what failed may be mended. */
  when(of: unknown): Promise<T> {
    if (this.isKept && of !== this.of) {
      this.isKept = false;
      this.waiting = waiting<T>();
    }
    return this.waiting.promise;
  }

  /** Whether this is new. */
  keep(of: unknown, value: T): boolean {
    if (this.isKept && of === this.of) return false;
    void this.when(of);
    [this.of, this.isKept] = [of, true];
    this.waiting.resolve(value);
    return true;
  }
}

function waiting<T>(): { promise: Promise<T>; resolve(value: T): void } {
  let resolve!: (value: T) => void;
  const promise = new Promise<T>((kept) => { resolve = kept; });
  return { promise, resolve };
}
