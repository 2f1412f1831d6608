// The plain page in which the code is tried. It is opened anew for each change, so that nothing of the code before is left.

const PATIENCE = 400;

export class Preview {
  #frame;
  #shown;
  #waiting;

  constructor(frame) {
    this.#frame = frame;
    addEventListener('message', ({ source, origin, data }) => {
      if (source === frame.contentWindow && origin === location.origin && data === 'ready') this.#send();
    });
  }

  /** `page` and `style` are the code; `lang` is the language of the page around it. */
  show(shown) {
    const isSame = JSON.stringify(shown) === JSON.stringify(this.#shown);
    const isFirst = !this.#shown;
    this.#shown = shown;
    if (isSame) return;
    clearTimeout(this.#waiting);
    // The page may be there already, and have said so before anybody listened.
    if (isFirst) this.#send();
    else this.#waiting = setTimeout(() => this.#frame.contentWindow.location.reload(), PATIENCE);
  }

  #send() {
    if (this.#shown) this.#frame.contentWindow.postMessage(this.#shown, location.origin);
  }
}
