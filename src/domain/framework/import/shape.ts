import { resemblesRung } from './evidence.js';
import { competencyFields, contentFields, rungFields } from './fields.js';
import type { Headings } from './headings.js';
import { type Cell, isFilled, type Sheet } from './sheet.js';

/**
 * How a table is laid out: one row for each role and competency, or one row for each competency
 * (roles across), or one for each role (roles down).
 */
export type Shape = 'long' | 'roles-across' | 'roles-down';

/** So many rows are looked at for the headings. */
const mostRowsAbove = 20;

export const is = <Name extends string>(
  names: readonly Name[],
  field: string | undefined,
): field is Name => names.some((name) => name === field);

/** Returns the shape of a sheet; undefined where it could be one as well as another. */
export function shapeOf(
  sheet: Sheet,
  headings: Headings,
  chosen?: Shape | 'wide',
): Shape | undefined {
  if (chosen !== undefined && chosen !== 'wide') return chosen;
  if (chosen === undefined && longHeadingRow(sheet, headings) !== undefined) return 'long';
  const across = signsOfRoles(sheet, headings, 'across');
  const down = signsOfRoles(sheet, headings, 'down');
  if (across === down)
    return across > 0 && cornerIsRung(sheet, headings) ? 'roles-down' : undefined;
  return across > down ? 'roles-across' : 'roles-down';
}

/** Returns the place of the row with the headings of a long table; undefined if there is none. */
export function longHeadingRow(sheet: Sheet, headings: Headings): number | undefined {
  const place = sheet.slice(0, mostRowsAbove).findIndex((row, at) => {
    const found = row.filter(isFilled).map((cell) => headings.fieldOf(cell));
    const unknown = row.filter(
      (cell) => isFilled(cell) && !headings.fieldOf(cell) && !headings.reasonToLeaveOut(cell),
    );
    if (!found.includes('competency') || !(found.includes('role') || found.includes('level')))
      return false;
    const hasContent =
      found.some((field) => is(contentFields, field)) ||
      unknown.length === 1 ||
      (namesOf(found) > 1 && repeatsRoles(sheet.slice(at + 1), row, headings)) ||
      (unknown.length === 0 && found.includes('level') && found.includes('role'));
    const column = row.find((cell) => headings.fieldOf(cell) === 'competency')?.column ?? 0;
    return hasContent && holdsNames(sheet.slice(at + 1), column);
  });
  return place < 0 ? undefined : place;
}

function namesOf(found: readonly (string | undefined)[]): number {
  return found.filter((field) => field === 'competency' || field === 'group').length;
}

/** Whether the same role, or an empty cell below it, stands in several rows. */
function repeatsRoles(rows: Sheet, heading: Cell[], headings: Headings): boolean {
  const column = heading.findIndex((cell) => isFilled(cell) && headings.fieldOf(cell) === 'role');
  const names = new Set(rows.flatMap((row) => row[column]?.text || []));
  return column >= 0 && names.size < rows.length;
}

/** Whether a column holds short names, each of them mostly on one line. */
function holdsNames(rows: Sheet, column: number): boolean {
  const cells = rows.flatMap((row) => row[column] ?? []).filter(isFilled);
  const short = cells.filter(({ text }) => text.length <= 75 && !text.includes('\n'));
  return cells.length > 0 && short.length >= cells.length * 0.8;
}

/** The row with the headings, and the column of the cell in its corner. */
function corner(sheet: Sheet, headings: Headings): { row: Cell[]; column: number } {
  const several = sheet.slice(0, 5).filter((cells) => cells.filter(isFilled).length > 1);
  const named = several.find((cells) =>
    cells.some((cell) => isFilled(cell) && is(namedFields, headings.fieldOf(cell))),
  );
  const row = named ?? sheet.find((cells) => cells.filter(isFilled).length > 1) ?? [];
  const firstFilled = row.findIndex(isFilled);
  // A corner that is empty: what stands below it says what the rows are.
  const isEmptyCorner =
    firstFilled > 0 && sheet.some((cells) => isFilled(cells[firstFilled - 1] ?? emptyCell));
  return { row, column: isEmptyCorner ? 0 : Math.max(firstFilled, 0) };
}

const namedFields = ['competency', 'role', 'level'] as const;
const emptyCell: Cell = { text: '', row: 0, column: 0 };

/** Whether the cell in the corner has a heading that says nothing which is known. */
export function isCornerUnknown(sheet: Sheet, headings: Headings): boolean {
  const { row, column } = corner(sheet, headings);
  const cell = row[column];
  return cell !== undefined && isFilled(cell) && headings.fieldOf(cell) === undefined;
}

function cornerIsRung(sheet: Sheet, headings: Headings): boolean {
  const { row, column } = corner(sheet, headings);
  return is(rungFields, headings.fieldOf(row[column] ?? emptyCell));
}

/** How much says that the roles stand across (in the rows of headings), or down (below each other). */
function signsOfRoles(sheet: Sheet, headings: Headings, direction: 'across' | 'down'): number {
  const { row, column } = corner(sheet, headings);
  const below = sheet.slice(sheet.indexOf(row) + 1).flatMap((cells) => cells[column] ?? []);
  const beside = row.slice(column + 1);
  const [names, others] = direction === 'across' ? [beside, below] : [below, beside];
  const field = (cell: Cell) => (isFilled(cell) ? headings.fieldOf(cell) : undefined);
  const own = row[column] ?? emptyCell;
  const competencySigns = [own, ...(direction === 'across' ? beside : [])].some((cell) =>
    is(competencyFields, field(cell)),
  );
  const rungSigns = others.some((cell) => is(['role', 'level', 'track', 'years'], field(cell)));
  const likely = names.filter((cell) => isFilled(cell) && !field(cell));
  const rungs = likely.filter(({ text }) => resemblesRung(text)).length;
  const share = likely.length === 0 || rungs === 0 ? 0 : rungs * 2 > likely.length ? 2 : 1;
  const ownSign = is(rungFields, field(own)) ? 1 : 0;
  return (
    (direction === 'across' && competencySigns ? 3 : 0) + (rungSigns ? 2 : 0) + share + ownSign
  );
}
