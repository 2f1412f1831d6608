// One picture for each calculator, drawn from its answer.

import type { TemplateResult } from 'lit';
import type { PictureView } from '../types.js';
import { cancellation } from './cancellation.js';
import { compare } from './compare.js';
import { flex } from './flex.js';
import { lateCharge } from './late_charge.js';
import { licenceReturn } from './licence_return.js';
import { notices } from './notices.js';
import { reinstatement } from './reinstatement.js';
import { renewal } from './renewal.js';
import { support } from './support.js';
import { tax } from './tax.js';
import { trueUp } from './true_up.js';
import { version } from './version.js';

const PICTURES: Record<string, (view: PictureView) => TemplateResult | null> = { renewal, reinstatement, compare, notices, flex, cancellation, support, version, late_charge: lateCharge, tax, true_up: trueUp, licence_return: licenceReturn };

/** Null where there is nothing to draw: an unknown calculator, or an answer without amounts. */
export function picture(view: PictureView): TemplateResult | null {
  return Object.hasOwn(PICTURES, view.calculator) ? (PICTURES[view.calculator]?.(view) ?? null) : null;
}
