// One picture for each calculator, drawn from its answer.

import type { TemplateResult } from 'lit';
import type { PictureView } from '../types.js';
import { cancellation } from './cancellation.js';
import { compare } from './compare.js';
import { credits } from './credits.js';
import { deadlines } from './deadlines.js';
import { event } from './event.js';
import { dispute } from './dispute.js';
import { flex } from './flex.js';
import { multi_country } from './multi_country.js';
import { notices } from './notices.js';
import { reinstatement } from './reinstatement.js';
import { renewal } from './renewal.js';
import { response } from './response.js';
import { support } from './support.js';
import { swap } from './swap.js';
import { version } from './version.js';

const PICTURES: Record<string, (view: PictureView) => TemplateResult | null> = { renewal, reinstatement, compare, notices, flex, cancellation, multi_country, support, version, credits, swap, calendar: deadlines, event, response, dispute };

/** Null where there is nothing to draw: an unknown calculator, or an answer without amounts. */
export function picture(view: PictureView): TemplateResult | null {
  return Object.hasOwn(PICTURES, view.calculator) ? (PICTURES[view.calculator]?.(view) ?? null) : null;
}
