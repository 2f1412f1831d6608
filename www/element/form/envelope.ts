// The day asked about and the currency: as the page around names them, until a visitor chooses otherwise.

import { copied, isSame } from '../page/given.js';
import { setValue, type Row } from '../state.js';
import type { Calculator } from '../types.js';
import { today } from './day.js';
import { usualDecimals } from './example.js';

/** Whatever a page names: it may be anything at all. */
export interface Named { asOf?: unknown; currency?: unknown }

/** A day; what is no text at all, the core refuses. */
export function setDay(envelope: Row, day: unknown): void {
  setValue(envelope, 'as_of', typeof day === 'string' ? day : '');
  if (typeof day !== 'string') envelope.given['as_of'] = day;
}

/** A currency with its usual decimals. Where no money is handled, nobody is asked for one, and none is sent. */
export function setCurrency({ money }: Calculator, envelope: Row, code: unknown): void {
  if (!money) return;
  const text = typeof code === 'string' ? code : '';
  setValue(envelope, 'currency', text);
  setValue(envelope, 'minor_units', usualDecimals(text));
  if (typeof code !== 'string') envelope.given['currency'] = code;
}

/** Whether it is about a day, as nobody has chosen another. */
export const standsOn = (day: string, { values, given }: Row): boolean => values['as_of'] === day && !Object.hasOwn(given, 'as_of');

/** From a day that is over to the visitor's own. */
export function goOnFrom(day: string, envelope: Row): void {
  if (standsOn(day, envelope)) setDay(envelope, today());
}

const isNamed = (given: unknown): boolean => given !== undefined && given !== null && given !== '';

/** What a page names, and whether it has changed its mind: only then does the visitor's own choice give way. */
export class Following {
  private followed: Named = {};

  constructor(private readonly around: Readonly<Named>) {}

  get isBehind(): boolean {
    return !isSame(this.now, this.followed);
  }

  /** Whether the page names the day. */
  get saysDay(): boolean {
    return isNamed(this.now.asOf);
  }

  follow(calculator: Calculator, envelope: Row): void {
    const { now, followed } = this;
    this.followed = now;
    if (!isSame(now.asOf, followed.asOf)) setDay(envelope, now.asOf);
    if (!isSame(now.currency, followed.currency)) setCurrency(calculator, envelope, now.currency);
  }

  /** A page that names nothing for a while, and then the same again, means the same. */
  private get now(): Named {
    const { around, followed } = this;
    const [asOf, currency] = [copied(around.asOf), copied(around.currency)];
    return { asOf: isNamed(asOf) ? asOf : followed.asOf, currency: isNamed(currency) ? currency : followed.currency };
  }
}
