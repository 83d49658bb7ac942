import type { Cell, Sheet, SheetProblem } from './sheet.js';

/** A cell that isn't in the ladder, and why. */
export interface LeftOut {
  cell: Cell;
  reason: string;
}

/** Keeps account of each cell of a spreadsheet, so that none is lost without a word. */
export class Ledger {
  readonly problems: SheetProblem[] = [];
  /** What was taken for what, one sentence each. */
  readonly taken: string[] = [];
  /** What a person should look at, one sentence each. */
  readonly hints: string[] = [];
  readonly #used = new Set<Cell>();
  readonly #leftOut = new Map<Cell, string>();

  use(...cells: readonly (Cell | undefined)[]): void {
    for (const cell of cells) if (cell) this.#used.add(cell);
  }

  leaveOut(cell: Cell, reason: string): void {
    if (cell.text !== '' && !this.#used.has(cell)) this.#leftOut.set(cell, reason);
  }

  isLeftOut(cell: Cell): boolean {
    return this.#leftOut.has(cell);
  }

  refuse(cell: { row: number; column?: number }, message: string): void {
    const { row, column } = cell;
    this.problems.push({ row, message, ...(column !== undefined && { column }) });
  }

  /** Returns all cells that are not in the ladder, in the order of the sheet. */
  leftOut(sheet: Sheet): LeftOut[] {
    return sheet.flat().flatMap((cell) => {
      if (cell.text === '' || this.#used.has(cell)) return [];
      return [{ cell, reason: this.#leftOut.get(cell) ?? 'nothing is asked with it' }];
    });
  }
}
