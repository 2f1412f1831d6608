// A text on its way to the clipboard, and a word about it.

/** Selects what is shown, for a visitor who has to copy it alone. */
function select(code) {
  const range = document.createRange();
  range.selectNodeContents(code);
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
}

/** Copies what is shown; says whether it was possible. */
export async function copy(code) {
  try {
    await navigator.clipboard.writeText(code.textContent);
    return true;
  } catch {
    // Forbidden, or not a secure page: the old way, which may be forbidden too.
    select(code);
    return document.execCommand('copy');
  }
}
