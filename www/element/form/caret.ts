// Where somebody is typing, over a change from outside: a browser puts the caret behind a text that it is given.

import { isTyped } from './retyping.js';

export function caretIn(root: DocumentOrShadowRoot): () => void {
  const control = root.activeElement;
  if (!isTyped(control) || control.selectionStart === null) return () => {};
  const { value, selectionStart, selectionEnd, selectionDirection } = control;
  // From the end, where most typing is done: what changes is more often before it.
  const fromEnd = [value.length - selectionStart, value.length - (selectionEnd ?? selectionStart)] as const;
  return () => {
    if (root.activeElement !== control || control.value === value) return;
    const [start, end] = fromEnd.map((count) => Math.max(0, control.value.length - count)) as [number, number];
    control.setSelectionRange(start, end, selectionDirection ?? 'none');
  };
}
