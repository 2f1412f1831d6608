// How wide words are on the sheet: asked of the browser, which knows its letters.

/** Measures in the letters of tables. */
export interface Ruler {
  /** How wide a table may be. */
  readonly room: number;
  /** How wide a text is when it stands in one line. */
  wide(text: string): number;
}

/** What stands around a cell's text; as paper.css has it. */
export const CELL = 11;

/** Whatever letters a browser takes for ours, nothing is wider than the sheet: a browser would make all of it smaller, or cut it. */
export function keepWithin(page: Document, { room }: Ruler): void {
  for (const table of page.querySelectorAll('table')) if (table.offsetWidth > Math.ceil(room)) table.classList.add('narrow');
}

export function rulerIn(page: Document, room: number): Ruler {
  const line = page.createElement('span');
  line.className = 'ruler';
  const known = new Map<string, number>();
  return {
    room,
    wide(text) {
      let width = known.get(text);
      if (width === undefined) {
        // Away from the sheet between two questions: nothing of it is ever printed.
        line.textContent = text;
        page.documentElement.append(line);
        known.set(text, width = line.getBoundingClientRect().width);
        line.remove();
      }
      return width;
    },
  };
}
