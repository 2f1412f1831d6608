// What a part of a formula is in a spreadsheet: a number (`whole.ts`), a day or a time, a yes or no, a key, or several of them.

import type { Kind, OutValue } from '../types.js';
import type { Home } from './sheet.js';
import type { Num } from './whole.js';

/** A point of the calendar or the clock: a day as its number, a time in minutes. */
export interface Point { is: 'point'; unit: 'date' | 'month' | 'time' | 'local_time'; text: string; plain: string | undefined }
export interface Flag { is: 'flag'; text: string }
/** `isFree`: a text that somebody typed, in which capitals count. */
export interface Key { is: 'key'; text: string; isFree: boolean }
export interface List { is: 'list'; homes: readonly Home[]; values: OutValue[]; kind: Kind; units: bigint }

export type Term = Num | Point | Flag | Key | List;

export const point = (unit: Point['unit'], text: string, plain?: string): Point => ({ is: 'point', unit, text, plain });
