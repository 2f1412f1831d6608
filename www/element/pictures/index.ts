// One picture for each calculator, drawn from its answer. Each is a file of its own in the package, fetched with its
// calculator.

import type { TemplateResult } from 'lit';
import { part } from '../part.js';
import type { PictureView } from '../types.js';

type Draw = (view: PictureView) => TemplateResult | null;

const PICTURES: Record<string, () => Promise<Draw>> = {
  renewal: async () => (await import('./renewal.js')).renewal,
  reinstatement: async () => (await import('./reinstatement.js')).reinstatement,
  compare: async () => (await import('./compare.js')).compare,
  notices: async () => (await import('./notices.js')).notices,
  flex: async () => (await import('./flex.js')).flex,
  cancellation: async () => (await import('./cancellation.js')).cancellation,
  multi_country: async () => (await import('./multi_country.js')).multi_country,
  support: async () => (await import('./support.js')).support,
  version: async () => (await import('./version.js')).version,
  credits: async () => (await import('./credits.js')).credits,
  swap: async () => (await import('./swap.js')).swap,
  calendar: async () => (await import('./deadlines.js')).deadlines,
  event: async () => (await import('./event.js')).event,
  response: async () => (await import('./response.js')).response,
  dispute: async () => (await import('./dispute.js')).dispute,
  late_charge: async () => (await import('./late_charge.js')).lateCharge,
  tax: async () => (await import('./tax.js')).tax,
  true_up: async () => (await import('./true_up.js')).trueUp,
  licence_return: async () => (await import('./licence_return.js')).licenceReturn,
  liability: async () => (await import('./liability.js')).liability,
};

const loaded = new Map<string, Draw>();

/** Fetches the picture of a calculator, where it has one, and says whether that is new; without it the figures stand alone. */
export async function loadPicture(calculator: string): Promise<boolean> {
  const load = Object.hasOwn(PICTURES, calculator) ? PICTURES[calculator] : undefined;
  if (!load || loaded.has(calculator)) return false;
  loaded.set(calculator, await part(load));
  return true;
}

/** Null where there is nothing to draw: a calculator without a picture, or an answer without amounts. */
export const picture = (view: PictureView): TemplateResult | null => loaded.get(view.calculator)?.(view) ?? null;
