// Why a figure stands in the workbook as a value: a spreadsheet of any age has no way to work it out, or none that is exact.

export type Why =
  /** It is what the contract says, and leads to its clause alone. */
  | 'stated'
  /** Working hours, and what else has no function. */
  | 'no_function'
  /** Its whole numbers are beyond what a spreadsheet keeps. */
  | 'too_large'
  /** What it is counted from stands in cells that no formula can take together. */
  | 'scattered'
  /** Longer than a formula may be. */
  | 'too_long'
  /** A form of arithmetic that is not translated. */
  | 'form';

export class Untranslated extends Error {
  override name = 'Untranslated';

  constructor(readonly why: Why) {
    super(why);
  }
}
