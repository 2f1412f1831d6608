// What a visitor types, read by the core as the one value that it can mean; and values written so that a person reads them,
// and the core reads the same value back.

import { countries } from '../country.js';
import type { Core } from '../core.js';
import type { Reading as Further } from '../reading.js';
import type { Fault, Field } from '../types.js';

/** What a text is read as, or why it is not. */
export type Reading = { value: unknown } | { fault: Fault };

/** The currency of the form and its decimals, as they stand in the envelope. */
export interface Unit { currency: string; decimals: string }

/** As many as a long form holds, many times over: reading the same text again costs nothing. */
const KEPT = 20_000;

/** Said of a text that cannot be read yet, and to nobody: while there is one, there is no answer, and what reads is on its way. */
export const UNREAD: Fault = { field: '', code: 'unread', values: {}, message: 'what reads this has not arrived yet' };

/** Kinds that a control of their own gives as the contract has them. */
const CHOSEN = ['choice', 'flag'];

export class Reader {
  private readonly kept = new Map<string, Reading>();

  constructor(private readonly core: Pick<Core, 'read' | 'isAlone'>, private readonly further: Further) {}

  /** Whether and how a text is a value; nothing where nothing is typed. */
  read(field: Field, text: string, unit: Unit): Reading | undefined {
    if (text === '') return undefined;
    if (CHOSEN.includes(field.kind) && this.chosen(field, text)) return { value: field.kind === 'flag' ? text === 'true' : text };
    const { kind, name } = field;
    const currency = field.currency ?? unit.currency;
    const decimals = field.currency ? String(field.max_decimals ?? '') : unit.decimals;
    const key = [kind, kind === 'money' ? `${currency} ${decimals}` : '', kind === 'choice' ? name : '', countries() ? 1 : 0, field.min, field.max, field.unit, text].join('\n');
    let reading = this.kept.get(key);
    if (!reading) {
      reading = this.asked(field, text, currency, decimals);
      if ('fault' in reading && reading.fault === UNREAD) return reading;
      if (this.kept.size >= KEPT) this.kept.clear();
      this.kept.set(key, reading);
    }
    return 'fault' in reading && reading.fault.code === 'missing' ? undefined : reading;
  }

  private chosen({ kind, choices = [] }: Field, text: string): boolean {
    return kind === 'flag' ? text === 'true' || text === 'false' : choices.includes(text);
  }

  private asked(field: Field, text: string, currency: string, decimals: string): Reading {
    const { kind, min, max, choices, unit } = field;
    const { further } = this;
    const reads = this.core.isAlone ? further.reads : this.core;
    const ask = (options: object): Reading => {
      const outcome = (reads ?? this.core).read(kind, text, options);
      if ('value' in outcome) return outcome;
      const [fault] = outcome.errors as [Fault];
      if (reads || fault.code !== 'not_applicable') return { fault };
      further.fetch();
      return { fault: UNREAD };
    };
    if (kind === 'money') {
      const reading = ask({ ...(currency && { currency }), ...(decimals && { minor_units: Number(decimals) }) });
      // A currency that there is not is a fault of its own field.
      return 'fault' in reading && reading.fault.field !== '' ? ask({}) : reading;
    }
    if (kind === 'count') return ask({ ...(min !== undefined && { min }), ...(max !== undefined && { max }), ...(unit && { unit }) });
    if (kind === 'rate') return ask({ ...(unit && { unit }) });
    // Without what reads, a country is known by its code alone.
    if (kind === 'country') return ask({ choices: (reads && countries()?.namesOf(choices ?? [])) ?? choices ?? [] });
    return ask(kind === 'choice' ? { choices } : {});
  }

  /** A value as it is to stand in a control. */
  write(field: Field, value: unknown, unit: Unit): string {
    const plain = String(value);
    const wanted = written(field.kind, plain);
    return wanted !== plain && this.means(field, wanted, plain, unit) ? wanted : plain;
  }

  private means(field: Field, text: string, plain: string, unit: Unit): boolean {
    const reading = this.read(field, text, unit);
    return reading !== undefined && 'value' in reading && String(reading.value) === plain;
  }
}

function written(kind: Field['kind'], plain: string): string {
  switch (kind) {
    case 'money':
    case 'count': return grouped(plain);
    // Without its sign a fraction could be a hundred times as much.
    case 'percent': return /^0\.\d*[1-9]/.test(plain) ? `${plain}%` : plain;
    case 'local_time': return plain.replace('T', ' ');
    default: return plain;
  }
}

function inThrees(digits: string): string {
  const first = digits.length % 3 || 3;
  return [digits.slice(0, first), ...(digits.slice(first).match(/\d{3}/g) ?? [])].join(',');
}

/** 1234567.50 as 1,234,567.50. */
function grouped(plain: string): string {
  const [, whole = '', places = ''] = /^(\d+)(\.\d+)?$/.exec(plain) ?? [];
  return whole === '' ? plain : `${inThrees(whole)}${places}`;
}
