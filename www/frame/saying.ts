// Sentences of the frame itself. They stand in its page in both languages; the one that is needed is put where screen
// readers hear it, beside what was pressed: a frame may be many screens high.

const place = (): HTMLElement | null => document.getElementById('said');

export const unsay = (): void => place()?.replaceChildren();

/** Says a sentence, in the language of the page, and with an address where it has a place for one. */
export function say(sentence: string, address = '', beside?: Element): void {
  const says = document.querySelector<HTMLTemplateElement>('#says');
  const found = says?.content.querySelector(`[data-say="${sentence}"]:lang(${document.documentElement.lang})`);
  const said = found?.cloneNode(true);
  const at = place();
  if (!at || !(said instanceof HTMLElement)) return;
  for (const link of said.querySelectorAll('a')) {
    link.href = address;
    link.target = '_blank';
  }
  for (const text of said.querySelectorAll('code')) text.textContent = address;
  at.classList.toggle('beside', beside !== undefined);
  at.style.top = beside ? `${beside.getBoundingClientRect().bottom + scrollY}px` : '';
  at.replaceChildren(said);
}
