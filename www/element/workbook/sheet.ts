// What a workbook is made of before it is a file: sheets, their cells, and where each value has its one place. The names are those of
// `workbook/src/description.rs`, which makes the file.

export type Style = 'title' | 'heading' | 'head' | 'label' | 'value' | 'entry' | 'fixed' | 'total' | 'note' | 'notice';

export type Scalar = { text: string } | { number: string } | { flag: boolean };

/** A cell: what it holds, how it looks, how its number is written. */
export type Cell = (Scalar | { nothing: null } | { formula: readonly [formula: string, result: Scalar] }) & { style?: Style; format?: string };

/** A cell that is known, or one that is told once every value has its place. */
export type Spot = Cell | (() => Cell);

/** What a spreadsheet takes of a text in one cell. */
const LONGEST_TEXT = 32_000;

export const text = (written: string, style?: Style): Cell => ({ text: written.slice(0, LONGEST_TEXT), ...(style && { style }) });

export class Sheet {
  readonly rows: (Spot | undefined)[][] = [];
  readonly choices: { row: number; column: number; of: string[] }[] = [];
  widths: number[] = [];
  frozen = 0;
  repeated: [number, number] | undefined;
  filtered: [number, number, number, number] | undefined;

  constructor(readonly name: string) {}

  put(row: number, column: number, spot: Spot | undefined): void {
    const cells = (this.rows[row] ??= []);
    cells[column] = spot;
  }

  /** Puts cells beside each other below all others. Which row that is. */
  add(...spots: (Spot | undefined)[]): number {
    const row = this.rows.length;
    this.rows.push([...spots]);
    return row;
  }

  /** Leaves a row free. */
  skip(): void {
    this.rows.push([]);
  }

  /** Whether nothing stands in a cell, so that a sum may go over it. */
  isBlank(row: number, column: number): boolean {
    const spot = this.rows[row]?.[column];
    return spot === undefined || (typeof spot === 'object' && 'nothing' in spot);
  }
}

/** The one cell that holds a value. */
export interface Home { sheet: Sheet; row: number; column: number }

function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

const cellName = (row: number, column: number): string => `${letters(column)}${row + 1}`;

const before = (sheet: Sheet, from: Sheet): string => (sheet === from ? '' : `'${sheet.name.replaceAll("'", "''")}'!`);

/** A cell as a formula on a sheet names it. */
export const addressOf = ({ sheet, row, column }: Home, from: Sheet): string => before(sheet, from) + cellName(row, column);

/** Cells below each other, as a formula names them. */
export const rangeOf = ({ sheet, row, column }: Home, lastRow: number, from: Sheet): string =>
  before(sheet, from) + (lastRow === row ? cellName(row, column) : `${cellName(row, column)}:${cellName(lastRow, column)}`);

/** A text as a formula has it. */
export const quoted = (written: string): string => `"${written.replaceAll('"', '""')}"`;

/** Names that a spreadsheet takes for sheets, each another. */
export class SheetNames {
  private readonly taken = new Set<string>();

  name(wanted: string): string {
    // Signs that addresses are made of; a spreadsheet takes 31 letters, and reads "History" as its own.
    const plain = wanted.replace(/[[\]:*?/\\']/g, ' ').replace(/\s+/g, ' ').trim() || 'Sheet';
    for (let count = 1; ; count++) {
      const tail = count > 1 ? ` ${count}` : '';
      const name = [...plain].slice(0, 31 - tail.length).join('').trim() + tail;
      if (name.length > 31 || this.taken.has(name.toLowerCase())) {
        if (count > 1000) throw new RangeError('there are too many sheets');
        continue;
      }
      this.taken.add(name.toLowerCase());
      return name;
    }
  }
}
