import { yearsOf } from './cell-text.js';
import { isCode } from './evidence.js';
import { type ContentField, type RungField, rungFields } from './fields.js';
import type { Headings } from './headings.js';
import { partOf } from './parts.js';
import { is } from './shape.js';
import { type Cell, isFilled, type Sheet } from './sheet.js';
import { dateProblem } from './spreadsheet-dates.js';
import type { WideColumns } from './wide-columns.js';

/** What a row of a table with roles across is. */
export type RowKind =
  | { kind: 'above' }
  | { kind: 'rung'; field: RungField }
  | { kind: 'parts'; fields: Map<number, ContentField>; others: Cell[] }
  | { kind: 'titles' }
  | { kind: 'left out'; reason: string }
  | { kind: 'section' }
  | { kind: 'body' };

/** Says what each row of a table with roles across is. */
export function rowKinds(sheet: Sheet, columns: WideColumns, headings: Headings): RowKind[] {
  const titles = sheet[columns.at] ?? [];
  const corner = labelOf(titles, columns);
  // Where the parts of what is asked stand in the row of the headings, the roles are above them.
  const partsInTitles = columns.at > 0 ? partsOf(titles, columns, headings) : undefined;
  let inBody = false;
  return sheet.map((row, at): RowKind => {
    if (at === columns.at) return partsInTitles ?? { kind: 'titles' };
    const label = labelOf(row, columns);
    const cells = columns.roles.flatMap((column) => row[column] ?? []).filter(isFilled);
    if (label && cells.length > 0) {
      const field = headings.fieldOf(label);
      if (at > columns.at && corner && label.text === corner.text) return { kind: 'titles' };
      const reason = headings.reasonToLeaveOut(label);
      if (reason) return { kind: 'left out', reason };
      if (is(rungFields, field) && fits(field, cells, at < columns.at))
        return { kind: 'rung', field };
    }
    if (at < columns.at) {
      const isMerged = !label && cells.length > 1;
      const isLone =
        !label && cells.length === 1 && columns.roles.length > 1 && at === columns.at - 1;
      if (isMerged && partsInTitles && at === columns.at - 1)
        return { kind: 'rung', field: cells.every(({ text }) => isCode(text)) ? 'level' : 'role' };
      if (isMerged) return { kind: 'rung', field: guessed(cells, columns.roles.length) };
      return isLone && (cells[0]?.column ?? 0) > 0
        ? { kind: 'rung', field: 'track' }
        : { kind: 'above' };
    }
    if (cells.length === 0) return { kind: 'section' };
    if (!inBody && !row.some((cell) => isFilled(cell) && isLabel(cell, row, columns))) {
      const parts = partsOf(row, columns, headings);
      if (parts) return parts;
      if (cells.every(isShort))
        return { kind: 'rung', field: guessed(cells, columns.roles.length) };
    }
    inBody = true;
    return { kind: 'body' };
  });
}

function isShort({ text }: Cell): boolean {
  return text.length <= 75 && !text.includes('\n');
}

function isLabel(cell: Cell, row: Cell[], columns: WideColumns): boolean {
  return columns.labels.some(({ column }) => row[column] === cell);
}

/** Returns the cell that says what a row is about. */
function labelOf(row: Cell[], columns: WideColumns): Cell | undefined {
  const own = row[columns.competency];
  if (own && isFilled(own)) return own;
  return columns.labels.flatMap(({ column }) => row[column] ?? []).find(isFilled);
}

/** Whether cells can be what their label says: a competency may be called "Experience", too. */
function fits(field: RungField, cells: Cell[], above: boolean): boolean {
  switch (field) {
    case 'years':
      return (
        cells.filter((cell) => yearsOf(cell.text) || dateProblem(cell)).length * 2 >= cells.length
      );
    case 'order':
      return cells.every(({ text }) => Number.isFinite(Number(text)));
    case 'summary':
    case 'aliases':
      return true;
    default:
      return above || cells.every(isShort);
  }
}

/** Guesses what a row of headings without a label holds. */
function guessed(cells: Cell[], roles: number): RungField {
  if (cells.every(({ text }) => isCode(text))) return 'level';
  if (cells.every(({ text }) => yearsOf(text))) return 'years';
  const different = new Set(cells.map(({ text }) => text.toLowerCase())).size;
  return cells.length < roles || different < cells.length ? 'track' : 'level';
}

/** Below each role may stand several columns: its expectation, and examples of it. */
function partsOf(row: Cell[], columns: WideColumns, headings: Headings) {
  const filled = columns.roles.flatMap((column) => {
    const cell = row[column];
    return cell && isFilled(cell) ? [{ column, cell, part: partOf(cell, headings) }] : [];
  });
  const fields = new Map(filled.flatMap(({ column, part }) => (part ? [[column, part]] : [])));
  if (fields.size === 0 || fields.size * 2 < filled.length) return undefined;
  const others = filled.filter(({ part }) => !part).map(({ cell }) => cell);
  return { kind: 'parts' as const, fields, others };
}
