// What the core says in codes and values, as a sentence for a person: no value in it stands in the form of a request.

import { nameOf } from '../country.js';
import type { Format } from '../format.js';
import type { Fault, Field, OutValue } from '../types.js';
import type { Words } from '../words.js';

/** In which language, and of which form. */
export interface Telling {
  words: Words;
  format: Format;
  editing: { currency: string; calculator: { calculator: string } };
}

const SHOWN_CHOICES = 8;

const TEXT: Pick<Field, 'kind'> = { kind: 'text' };

/** A value that a text can mean, as a person reads it. */
export function readingText({ words, format, editing }: Telling, field: Field, value: unknown): string {
  const text = String(value);
  switch (field.kind) {
    case 'flag': return words.ui(value === true ? 'yes' : 'no');
    case 'count': return format.count(Number(value));
    case 'money': return format.money(text, field.currency ?? (editing.currency || undefined));
    case 'percent': return format.percent(text);
    case 'rate': return format.decimal(text);
    case 'date': return format.date(text);
    case 'local_time': return format.localTime(text);
    case 'choice': return words.choice(field.name, text, editing.calculator.calculator);
    case 'country': return nameOf(text, words.lang);
    case 'currency': return format.currencyLabel(text);
    default: return text;
  }
}

/** Kinds of which a text that was given can be in the form of a request, which nobody types. */
const WRITTEN_OTHERWISE: Field['kind'][] = ['date', 'local_time', 'country'];

function valueText(telling: Telling, field: Field | undefined, name: string, value: OutValue): string {
  const { words, format, editing } = telling;
  const ofField: Field = field ?? { name, required: false, ...TEXT };
  if (name === 'readings' && Array.isArray(value)) return format.either(value.slice(0, SHOWN_CHOICES).map((each) => readingText(telling, ofField, each)));
  if (name === 'currency') return format.currencyLabel(String(value));
  if (name === 'choices' && Array.isArray(value)) {
    const shown = value.slice(0, SHOWN_CHOICES).map((choice) => words.choice(ofField.name, String(choice)));
    return value.length > shown.length ? `${shown.join(words.comma)}…` : format.list(shown);
  }
  const text = String(value);
  if (name === 'got') return WRITTEN_OTHERWISE.includes(ofField.kind) ? readingText(telling, ofField, text) : text;
  if (name === 'reason' || name === 'kind') return text;
  if (typeof value === 'number') return format.count(value);
  const day = format.localTime(format.date(text));
  if (day !== text) return day;
  if (ofField.kind === 'money') return format.money(text, ofField.currency ?? (editing.currency || undefined));
  return ofField.kind === 'percent' ? format.percent(text) : format.decimal(text);
}

/** What the sentence depends on beside the code, what says most first: amounts without decimals, a character's place, a kind. */
function kindsOf({ values = {} }: Fault, field?: Field): string[] {
  const kinds = [values['max_decimals'] === 0 && 'whole', 'at' in values && 'unprintable', field?.kind, values['kind']];
  return kinds.filter((kind): kind is string => typeof kind === 'string');
}

export function sentence(telling: Telling, fault: Fault, field?: Field): string {
  const values = Object.entries(fault.values ?? {}).map(([name, value]) => [name, valueText(telling, field, name, value)]);
  return telling.words.refusal(fault.code, kindsOf(fault, field), Object.fromEntries(values) as Record<string, string>);
}
