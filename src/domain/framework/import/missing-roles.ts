import { contentFields, type Field, rungFields } from './fields.js';
import type { Headings } from './headings.js';
import { is } from './shape.js';
import { type Cell, isFilled, type Sheet } from './sheet.js';

/** So many headings are named at most. */
const mostNamed = 8;

/**
 * Says why no ladder can be found in a table: it has points and nothing else, or what skills are and
 * no role, or headings that are not known, which it names.
 */
export function whyNoRoles(sheet: Sheet, headings: Headings): { row: number; message: string } {
  const heading = sheet.find((row) => row.filter(isFilled).length > 1) ?? sheet[0] ?? [];
  const cells = heading.filter(isFilled);
  const row = cells[0]?.row ?? 1;
  const fields = cells.map((cell) => headings.fieldOf(cell));
  const points = cells.filter((cell) => /points/u.test(headings.reasonToLeaveOut(cell) ?? ''));
  if (points.length > 0 && !fields.some((field) => isAsked(field))) {
    const named = points.map(quoted).join(', ');
    return {
      row,
      message: `This table has points only (${named}), and a ladder has none: it says in words what each role asks. Export the table with those words, one row or column for each role.`,
    };
  }
  const hasRole = fields.some((field) => is(rungFields, field));
  if (!hasRole && fields.includes('competency')) return { row, message: withoutRole(cells) };
  return { row, message: unknownHeadings(sheet, cells, fields) };
}

function isAsked(field: Field | undefined): boolean {
  return field === 'competency' || is(contentFields, field);
}

function withoutRole(cells: readonly Cell[]): string {
  const named = cells.slice(0, mostNamed).map(quoted).join(', ');
  return `The headings ${named} name no role, so this says what skills are and not who needs them. Add a column "Role" with the role of each row, or a column for each role that says which level it asks; if one of the columns is the role, say --map "role=ITS HEADING".`;
}

/** Names the headings, with an option that has them in it, as they may be meant. */
function unknownHeadings(
  sheet: Sheet,
  cells: readonly Cell[],
  fields: readonly (Field | undefined)[],
): string {
  const unknown = cells.filter((_, place) => !fields[place]);
  const named = (unknown.length > 0 ? unknown : cells).slice(0, mostNamed).map(quoted).join(', ');
  const example = guess(sheet, cells, fields);
  const long = example && `Where each row has a role and a competency, say for example ${example}.`;
  return [
    `It isn't clear what the headings ${named} mean.`,
    long,
    'Where each role is a column, say --shape roles-across; where each role is a row, --shape roles-down.',
  ]
    .filter(Boolean)
    .join(' ');
}

/** The first column is mostly the role, the longest the text, and the one before it the competency. */
function guess(
  sheet: Sheet,
  cells: readonly Cell[],
  fields: readonly (Field | undefined)[],
): string | undefined {
  const open = cells.filter((_, place) => !fields[place]);
  const isKnown = (field: Field) => fields.includes(field);
  const length = ({ column }: Cell) =>
    sheet.reduce((sum, row) => sum + (row[column]?.text.length ?? 0), 0);
  const take = (field: Field, cell: Cell | undefined) => {
    if (isKnown(field) || !cell) return [];
    open.splice(open.indexOf(cell), 1);
    return [`${field}=${typed(cell.text)}`];
  };
  const role = take('role', open[0]);
  const longest = [...open].sort((one, other) => length(other) - length(one))[0];
  const text = fields.some((field) => is(contentFields, field)) ? [] : take('text', longest);
  const competency = take('competency', open.at(-1));
  const parts = [...role, ...competency, ...text];
  const isWhole =
    (isKnown('role') || role.length > 0) && (isKnown('competency') || competency.length > 0);
  return isWhole && parts.length > 0 ? `--map '${parts.join(',')}'` : undefined;
}

function typed(heading: string): string {
  return /[,;"=]/u.test(heading) ? `"${heading.replaceAll('"', '""')}"` : heading;
}

function quoted({ text }: Cell): string {
  return `"${text.replace(/\s+/gu, ' ').slice(0, 40)}"`;
}

/** Says why a table that only describes skills is no ladder; undefined for one that isn't such. */
export function onlyRubric(
  sheet: Sheet,
  headings: Headings,
): { row: number; message: string } | undefined {
  const heading = sheet.find((row) => row.filter(isFilled).length > 1) ?? [];
  const cells = heading.filter(isFilled);
  const fields = cells.map((cell) => headings.fieldOf(cell));
  const isKnown = cells.every((cell, at) => fields[at] || headings.reasonToLeaveOut(cell));
  const hasRole = fields.some((field) => is(rungFields, field));
  if (!isKnown || hasRole || !fields.includes('competency') || cells.length < 3) return undefined;
  return { row: cells[0]?.row ?? 1, message: withoutRole(cells) };
}
