// The numbers of a contract in our sentences come from its terms: `{partial_charge_percent}` is what a term says, and
// `{duty_times.reply.hours}` what a table says in a column, in the row that has the keys between. A term that is a list stands
// for how many it has. `{event_days|days}` says the unit too, `{late_payment.ILAN-36.fixed_sum|EUR}` the currency.

import { formatFor } from './format.js';
import type { Pack } from './types.js';
import type { Lang } from './words.js';

export type Said = string | number;

/** A blank of a sentence: its place, and perhaps a unit. */
export const BLANK = /\{([\w.-]+)(?:\|(\w+))?\}/g;

const CURRENCY = /(?:^|[._])(usd|eur|inr)$/;

/**
 * What a pack says at a place on a day; without a day, the last that it says. A pack may come from a page, and be anything as long
 * as nobody has looked at it.
 */
export function saidAt({ values }: Pick<Pack, 'values'>, place: string, asOf?: string): Said | undefined {
  const [name = '', ...keys] = place.split('.');
  const dated = rowsOf(own(values, name)?.dated).filter(({ from }) => asOf === undefined || String(from ?? '') <= asOf);
  const value = dated.at(-1)?.['value'];
  const column = keys.pop();
  const said = column === undefined ? value : own(rowOf(value, keys), column);
  if (Array.isArray(said)) return said.length;
  return typeof said === 'string' || typeof said === 'number' ? said : undefined;
}

const rowsOf = (list: unknown): Record<string, unknown>[] =>
  Array.isArray(list) ? (list as unknown[]).filter((row): row is Record<string, unknown> => typeof row === 'object' && row !== null) : [];

/** A member that is somebody's own: a place in a sentence may be called anything. */
const own = <T>(members: Record<string, T> | undefined, name: string): T | undefined =>
  members !== undefined && Object.hasOwn(members, name) ? members[name] : undefined;

/** The first row of a table that has all of these keys. */
const rowOf = (table: unknown, keys: string[]): Record<string, unknown> | undefined =>
  rowsOf(table).find((row) => keys.every((key) => Object.values(row).flat().includes(key)));

/** What is said at a place, as a person reads it; `ui` has the words for a number of days, hours, … */
export function numberText(place: string, said: Said, lang: Lang, unit: string | undefined, ui: (key: string, count: string) => string): string {
  const format = formatFor(lang);
  const text = String(said);
  const [, currency] = CURRENCY.exec(place) ?? [];
  if (/percent$/.test(place)) return format.percent(text);
  if (currency !== undefined) return format.money(text, currency.toUpperCase());
  if (unit === undefined) return format.decimal(format.month(format.date(text)));
  if (/^[A-Z]{3}$/.test(unit)) return format.money(text, unit);
  if (unit === 'minutes' && Number(said) > 0 && Number(said) % 60 === 0) return numberText(place, Number(said) / 60, lang, 'hours', ui);
  return ui(`picture.${unit}`, format.decimal(text));
}
