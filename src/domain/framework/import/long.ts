import { distinguish } from './doubles.js';
import { competencyFields, contentFields, type Field, rungFields } from './fields.js';
import type { Headings } from './headings.js';
import type { Ledger } from './ledger.js';
import { resolveColumns } from './long-columns.js';
import { is, longHeadingRow } from './shape.js';
import { type Cell, columnLetters, isFilled, type Sheet } from './sheet.js';
import { fillMerged, type Statement, type Statements } from './statements.js';

/** Reads a table with one row for each role and competency (or for each behaviour of it). */
export function readLong(
  sheet: Sheet,
  headings: Headings,
  ledger: Ledger,
  { fill }: { fill: boolean },
): Statements {
  const at = longHeadingRow(sheet, headings) ?? 0;
  const heading = sheet[at] ?? [];
  const rows = sheet.slice(at + 1).filter((row) => !isRepeated(row, heading, ledger));
  const above = sheet.slice(0, at).flat().filter(isFilled);
  const first = apart(heading, rows, firstFields(heading, rows, headings, ledger), ledger);
  const lines = filledLines(rows, first, ledger, fill);
  const columns = resolveColumns(lines, first);
  report(heading, columns, ledger);
  return { statements: lines.map((row) => statementOf(row, columns)), above };
}

function isRepeated(row: Cell[], heading: Cell[], ledger: Ledger): boolean {
  const same = row.every((cell, column) => cell.text === heading[column]?.text);
  if (same) for (const cell of row) ledger.leaveOut(cell, 'the row of headings stands here again');
  return same;
}

/** Returns the field of each column by its heading; what is left out is so in the ledger. */
function firstFields(
  heading: Cell[],
  rows: Sheet,
  headings: Headings,
  ledger: Ledger,
): (Field | undefined)[] {
  const found = heading.map((cell) => (isFilled(cell) ? headings.fieldOf(cell) : undefined));
  const open = heading.filter(
    (cell, column) => !found[column] && isFilled(cell) && !headings.reasonToLeaveOut(cell),
  );
  const longest = open
    .map(({ column }) => ({
      column,
      length: rows.reduce((sum, row) => sum + (row[column]?.text.length ?? 0), 0),
    }))
    .sort((one, other) => other.length - one.length)[0];
  if (!found.some((field) => is(contentFields, field)) && longest) found[longest.column] = 'text';
  heading.forEach((cell, column) => {
    if (found[column] && found[column] !== 'leave-out') return;
    const reason =
      headings.reasonToLeaveOut(cell) ??
      (isFilled(cell)
        ? 'its heading says nothing that a ladder has; use --map if it does'
        : 'its column has no heading');
    for (const row of [heading, ...rows]) if (row[column]) ledger.leaveOut(row[column], reason);
  });
  return found.map((field) => (field === 'leave-out' ? undefined : field));
}

/** Returns the fields of columns, none of them twice where it can be only one of them. */
function apart(heading: Cell[], rows: Sheet, columns: (Field | undefined)[], ledger: Ledger) {
  const lines = heading.map((cell, column) => {
    const cells = rows.flatMap((row) => row[column] ?? []);
    return { field: columns[column], heading: cell, cells };
  });
  distinguish(lines, ledger);
  return lines.map(({ field }) => field);
}

/** Fills what merged cells left empty. */
function filledLines(
  rows: Sheet,
  columns: (Field | undefined)[],
  ledger: Ledger,
  fill: boolean,
): Sheet {
  const merged: readonly Field[] = ['family', 'track', 'role', 'level', 'group', 'competency'];
  const places = columns.flatMap((field, column) =>
    field && merged.includes(field) ? [column] : [],
  );
  const lines = rows.map((row) => [...row]);
  if (!fill) return lines;
  const parts = lines.map((row) => places.flatMap((column) => row[column] ?? []));
  const filled = fillMerged(parts);
  lines.forEach((row, at) => {
    places.forEach((column, place) => {
      const cell = parts[at]?.[place];
      if (cell) row[column] = cell;
    });
  });
  if (filled > 0) {
    const names = places.map(columnLetters).join(', ');
    ledger.hints.push(
      `${filled} empty cells in the columns ${names} were filled with what stands above, as merged cells leave them. --no-fill keeps them empty.`,
    );
  }
  return lines;
}

function report(heading: Cell[], columns: (Field | undefined)[], ledger: Ledger): void {
  heading.forEach((cell, column) => {
    const field = columns[column];
    if (!field) return;
    ledger.use(cell);
    ledger.taken.push(`column ${columnLetters(column)} "${cell.text}": ${field}`);
  });
}

function statementOf(row: Cell[], columns: (Field | undefined)[]): Statement {
  const statement: Statement = { rung: {}, competency: {}, content: [] };
  columns.forEach((field, column) => {
    const cell = row[column];
    if (!cell || !isFilled(cell)) return;
    if (is(rungFields, field)) statement.rung[field] ??= cell;
    else if (is(competencyFields, field)) statement.competency[field] ??= cell;
    else if (is(contentFields, field)) statement.content.push({ field, cell });
  });
  return statement;
}
