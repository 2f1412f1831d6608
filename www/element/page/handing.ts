// Requests go back and forth between a page and the element: what the element tells, many pages hand back, a drawing or
// two later, when somebody has typed on. Which of those that come in are news is decided here.

import { isSame, sameness, type Given } from './given.js';
import type { QuoteRequest } from '../types.js';

/** How long after it was told a request that comes back is an echo, and not a wish to go back to it. */
const ECHOES_FOR = 5_000;

interface Told { request: Readonly<Record<string, unknown>>; at: number }

export class Handing {
  /** The request that the page gave last. */
  private last: string | undefined;
  /** What was told since, and has not come back; the newest stays, for it is what there is. */
  private told: Told[] = [];

  /**
   * Whether a request from the page asks for something else. One equal to that given last does not: pages write it down
   * anew at each drawing. Nor does one that was told: to take it over would wipe what has been typed since.
   */
  isNews(given: Given): boolean {
    const key = sameness(given);
    if (key === this.last) return false;
    this.last = key;
    const echoed = this.told.findLastIndex(({ request, at }, index) =>
      (index === this.told.length - 1 || at > Date.now() - ECHOES_FOR) && echoes(given, request));
    if (echoed < 0) return true;
    // Pages skip what is out of date; what was told before this one comes back no more.
    this.told = this.told.slice(Math.min(echoed + 1, this.told.length - 1));
    return false;
  }

  tell(request: QuoteRequest): void {
    const recent = Date.now() - ECHOES_FOR;
    this.told = [...this.told.filter(({ at }) => at > recent), { request: { ...request }, at: Date.now() }];
  }

  /** Whether a value at a path was told of late: somebody types there, and the page has not heard of the rest yet. */
  wasTold(path: string, value: unknown): boolean {
    return this.told.some(({ request }) => isSame(valueAt(request, path), value));
  }

  forget(): void {
    this.last = undefined;
    this.told = [];
  }
}

/** What a request leaves out stays as it is, but for the decimals, which belong to the currency. */
function echoes(given: Given, told: Told['request']): boolean {
  const names = Object.keys(given);
  if (names.includes('currency') && !names.includes('minor_units')) names.push('minor_units');
  return names.every((name) => isSame(given[name], Object.hasOwn(told, name) ? told[name] : undefined));
}

function valueAt(request: object, path: string): unknown {
  let value: unknown = request;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}
