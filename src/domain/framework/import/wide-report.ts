import { competencyFields } from './fields.js';
import type { Headings } from './headings.js';
import type { Ledger } from './ledger.js';
import { is } from './shape.js';
import { type Cell, columnLetters, type Sheet } from './sheet.js';
import type { WideColumns } from './wide-columns.js';
import type { RowKind } from './wide-rows.js';

/** Says in the ledger what was taken for what, with rows and columns as the person sees them. */
export function reportWide(
  sheet: Sheet,
  columns: WideColumns,
  kinds: readonly RowKind[],
  headings: Headings,
  ledger: Ledger,
): void {
  const titles = sheet[columns.at] ?? [];
  const isTransposed = sheet.length > 1 && sheet[1]?.[0]?.row === sheet[0]?.[0]?.row;
  const name = (cell: Cell | undefined, isRow: boolean) =>
    isRow === isTransposed ? `column ${columnLetters(cell?.column ?? 0)}` : `row ${cell?.row ?? 0}`;
  const corner = titles[columns.competency];
  // The cell in the corner is the heading of the competencies, or that of the titles.
  const isOfCompetencies =
    corner !== undefined && corner.text !== '' && !isOfTitles(corner, headings);
  for (const { column, field } of columns.labels) {
    const cell = titles[column];
    const hasHeading = column !== columns.competency || isOfCompetencies;
    const heading = cell?.text && hasHeading ? ` "${cell.text}"` : '';
    ledger.taken.push(`${name(cell, false)}${heading}: ${field}`);
    ledger.use(cell);
  }
  kinds.forEach((kind, at) => {
    const row = sheet[at] ?? [];
    if (kind.kind === 'parts') ledger.use(...row);
    if (kind.kind !== 'rung' && kind.kind !== 'titles') return;
    const label = row[columns.competency];
    const isLabelled = label?.text && !(kind.kind === 'titles' && isOfCompetencies);
    const field = kind.kind === 'rung' ? kind.field : columns.names;
    ledger.taken.push(`${name(row[0], true)}${isLabelled ? ` "${label.text}"` : ''}: ${field}`);
    ledger.use(label);
  });
}

function isOfTitles(corner: Cell, headings: Headings): boolean {
  const field = headings.fieldOf(corner);
  return field !== undefined && !is(competencyFields, field);
}
