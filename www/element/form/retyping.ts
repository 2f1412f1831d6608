// Puts a text into a control as if it were typed: then the browser's own way back, Ctrl+Z, leads to what stood there. A value that
// a script sets takes that way away.

type Typed = HTMLInputElement | HTMLTextAreaElement;

export const isTyped = (control: unknown): control is Typed =>
  control instanceof HTMLTextAreaElement || (control instanceof HTMLInputElement && !['radio', 'checkbox', 'file'].includes(control.type));

/** In place of all that stands there, or of what is selected; says whether it now stands there. */
export function retype(control: Typed, text: string, place: 'all' | 'selection' = 'all'): boolean {
  control.focus();
  if (place === 'all') control.select();
  // The only way that all browsers have, deprecated or not.
  return document.execCommand('insertText', false, text) && (place === 'selection' || control.value === text);
}

/** The same without anybody hearing of it: whoever calls does what is to be done. */
export function retypeUnheard(control: Typed, text: string): boolean {
  const hush = (event: Event): void => event.stopImmediatePropagation();
  for (const name of HEARD) addEventListener(name, hush, true);
  try {
    return retype(control, text);
  } finally {
    for (const name of HEARD) removeEventListener(name, hush, true);
  }
}

const HEARD = ['beforeinput', 'input'] as const;
