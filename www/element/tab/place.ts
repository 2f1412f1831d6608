// What one form is known by in its tab: the page, the frames on the way to it, the calculator, and which of several it is.

interface Shown extends HTMLElement { calculator: string }

/** A name that is the same again after a reload. What stands behind the # is another place of the same page. */
export const keyOf = (element: Shown): string =>
  `clausewise ${JSON.stringify([location.pathname + inAnyLanguage(location.search), frames(), element.calculator, placeOf(element)])}`;

/** In another language it is the same form: an amount that was typed in one currency is not to become one in another. */
function inAnyLanguage(search: string): string {
  const asked = new URLSearchParams(search);
  if (!asked.has('lang')) return search;
  asked.delete('lang');
  return asked.size ? `?${asked}` : '';
}

/** Frames of one origin share the storage of their tab, and the same address may be shown in two of them. */
function frames(): number[] {
  const places: number[] = [];
  for (let at: Window = window; at !== at.parent; at = at.parent) {
    let place = 0;
    while (place < at.parent.length && at.parent[place] !== at) place++;
    places.unshift(place);
  }
  return places;
}

/** The id, or the place among those alike; in a component of somebody's, its place comes before. */
function placeOf(element: HTMLElement): (string | number)[] {
  const root = element.getRootNode() as Document | ShadowRoot;
  const { localName, calculator } = element as Shown;
  const alike = [...root.querySelectorAll<Shown>(localName)].filter((each) => each.calculator === calculator);
  const place = element.id || alike.indexOf(element as Shown);
  return root instanceof ShadowRoot ? [...placeOf(root.host as HTMLElement), place] : [place];
}
