// Files that somebody takes along: nothing is sent anywhere.

/** Hands a file over as a download. */
export function download(file: Blob, called: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = called;
  link.click();
  // Safari fetches what a link names only after the click has been dealt with.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** What the file of an answer is called. */
export const fileOf = ({ calculator, as_of }: { calculator: string; as_of: string }, ending: string): string => `clausewise-${calculator}-${as_of}.${ending}`;
