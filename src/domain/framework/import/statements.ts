import type { CompetencyField, ContentField, RungField } from './fields.js';
import type { Cell } from './sheet.js';

/** One thing that a spreadsheet says: what a rung asks in a competency, each part with its cell. */
export interface Statement {
  rung: Partial<Record<RungField, Cell>>;
  competency: Partial<Record<CompetencyField, Cell>>;
  content: { field: ContentField; cell: Cell }[];
}

/** All that a spreadsheet says, and what stands above its table. */
export interface Statements {
  statements: Statement[];
  /** Cells above the table: the first may be the ladder's name. */
  above: Cell[];
}

/**
 * Fills the empty cells that a merged cell leaves below itself. Takes the heading cells of each
 * line from the outermost to the innermost; an empty one is filled only where something stands
 * further in, because a new outer heading ends the inner ones. Returns how many were filled.
 */
export function fillMerged(lines: Cell[][]): number {
  let filled = 0;
  let above: Cell[] = [];
  for (const line of lines) {
    const first = line.findIndex(({ text }) => text !== '');
    const end = first < 0 ? line.length : first;
    for (let place = 0; place < end; place += 1) {
      const source = above[place];
      if (source === undefined || source.text === '') continue;
      line[place] = source;
      filled += 1;
    }
    above = line;
  }
  return filled;
}
