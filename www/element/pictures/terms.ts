// Values of the contract's terms: for drawing what no line of the answer happens to touch.

import type { PictureView } from '../types.js';

interface Dated { value?: string | number; from?: string }
interface Terms { values?: Record<string, { dated?: Dated[] }> }

/** The value on the answer's day. */
export function termOf({ answer, pack }: PictureView, name: string): string | number | undefined {
  const { values } = (pack ?? {}) as Terms;
  return values?.[name]?.dated?.filter(({ from }) => from === undefined || from <= answer.as_of).at(-1)?.value;
}
