// Which page of a long list is drawn.

import type { Draft, Row } from '../state.js';
import type { Calculator, Field } from '../types.js';

/** As many lines as are drawn and laid out well within what anybody feels. */
const PAGE = 25;

/** Of lists that stand in the lines of another one, all pages are drawn at once: where they hold more than that together, each is short. */
const TOGETHER = 50;
const SHORT_PAGE = 5;

/** How many lines of a list are drawn at once. */
export function pageSize({ input }: Draft, row: Row, { name }: Field): number {
  if (row === input) return PAGE;
  const beside = Object.values(input.lists).find((list) => list.includes(row)) ?? [];
  return beside.reduce((sum, { lists }) => sum + (lists[name]?.length ?? 0), 0) > TOGETHER ? SHORT_PAGE : PAGE;
}

export class Paging {
  private readonly pages = new Map<string, number>();

  constructor(private readonly sizeOf: (row: Row, field: Field) => number) {}

  /** The page of a list, as long as there is one. */
  of(row: Row, field: Field): number {
    const last = Math.max(0, Math.ceil((row.lists[field.name]?.length ?? 0) / this.sizeOf(row, field)) - 1);
    return Math.min(this.pages.get(keyOf(row, field)) ?? 0, last);
  }

  turn(row: Row, field: Field, page: number): void {
    this.pages.set(keyOf(row, field), page);
  }

  /** Turns to the page on which an entry stands. */
  show(row: Row, field: Field, index: number): void {
    this.turn(row, field, Math.floor(index / this.sizeOf(row, field)));
  }

  /** Turns every list on the way so that the control of a path is on the page. */
  reveal(calculator: Calculator, draft: Draft, path: string): void {
    let row: Row | undefined = draft.input;
    let { fields } = calculator;
    const parts = path.split('.').slice(1);
    for (const [depth, part] of parts.entries()) {
      const field = fields.find(({ name }) => name === part);
      if (field && row) {
        fields = field.items ?? [];
        const index = Number(parts[depth + 1]) || 0;
        this.show(row, field, index);
        row = row.lists[part]?.[index];
      }
    }
  }

  clear(): void {
    this.pages.clear();
  }
}

const keyOf = ({ id }: Row, { name }: Field): string => `${id}.${name}`;
