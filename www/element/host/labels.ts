// A page's own <label for=…> of the element: a click on it goes where a click on any label goes, into the control.

/** Whatever of these stands in a label keeps its clicks to itself. */
const OWN = 'a[href], button, input, select, textarea, summary';

/** Calls back when one of the element's labels is clicked; returns how to stop. */
export function followLabels(element: Element, labels: () => NodeList | undefined, follow: () => void): () => void {
  const root = element.getRootNode();
  const click = (event: Event): void => {
    const path = event.composedPath();
    const at = [...(labels() ?? [])].map((label) => path.indexOf(label)).find((index) => index >= 0);
    // A label around the element hears the clicks inside of it too.
    if (event.defaultPrevented || at === undefined || path.includes(element)) return;
    if (!path.slice(0, at).some((each) => each instanceof Element && each.matches(OWN))) follow();
  };
  root.addEventListener('click', click);
  return () => root.removeEventListener('click', click);
}
