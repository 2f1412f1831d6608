// Makes an element known to the page, where there is one and it does not know it yet.

export function define(name: string, element: CustomElementConstructor): void {
  const { customElements: known } = globalThis as { customElements?: CustomElementRegistry };
  if (known && !known.get(name)) known.define(name, element);
}
