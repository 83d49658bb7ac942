import { distinguish } from './doubles.js';
import { isCode, resemblesRung } from './evidence.js';
import {
  type CompetencyField,
  competencyFields,
  contentFields,
  type Field,
  type RungField,
  rungFields,
} from './fields.js';
import type { Headings } from './headings.js';
import type { Ledger } from './ledger.js';
import { arePartNames } from './parts.js';
import { is } from './shape.js';
import { type Cell, isFilled, type Sheet } from './sheet.js';

/** The columns of a table with roles across. Places are those in the sheet's rows. */
export interface WideColumns {
  /** The row with the roles' titles or levels. */
  at: number;
  /** What the row with the titles holds. */
  names: 'role' | 'level' | 'track';
  labels: { column: number; field: CompetencyField | RungField }[];
  /** The column of the competencies. */
  competency: number;
  /** The column that says which part of what is asked a row has: "What", "Example". */
  part: number | undefined;
  roles: number[];
}

/** Finds the columns of a table with roles across; undefined where it has no roles. */
export function wideColumns(
  sheet: Sheet,
  headings: Headings,
  ledger: Ledger,
  { isTransposed }: { isTransposed: boolean },
): WideColumns | undefined {
  const at = titleRow(sheet, headings);
  const row = sheet[at] ?? [];
  const labels = labelColumns(sheet, row, headings, ledger, isTransposed);
  const below = sheet.slice(at + 1);
  const part = row.findIndex(
    (_, column) =>
      column !== labels.competency &&
      arePartNames(
        below.flatMap((cells) => cells[column] ?? []),
        headings,
      ),
  );
  labels.taken.add(part);
  const roles = row.flatMap((cell, column) =>
    labels.taken.has(column) || (!isFilled(cell) && column < labels.first) ? [] : [column],
  );
  const filled = roles.filter((column) => sheet.some((cells) => isFilled(cells[column] ?? noCell)));
  if (filled.length === 0) return undefined;
  const titles = filled.flatMap((column) => row[column] ?? []).filter(isFilled);
  const isTop = !(sheet[at - 1] ?? []).some(isFilled);
  const areParts = titles.every((cell) => is(contentFields, headings.fieldOf(cell)));
  // "Behaviour 1", "Behaviour 2" with nothing above them: no role stands in the table.
  if (titles.length > 0 && areParts && isTop) return undefined;
  return {
    at,
    names: nameField(row[labels.competency] ?? noCell, titles, headings),
    labels: labels.fields.filter(({ column }) => column !== part),
    part: part < 0 ? undefined : part,
    competency: labels.competency,
    roles: filled,
  };
}

const noCell: Cell = { text: '', row: 0, column: 0 };

/** The row with the titles: that of the heading of competencies, that of the roles, or the first. */
function titleRow(sheet: Sheet, headings: Headings): number {
  const several = sheet.map((row) => row.filter(isFilled).length > 1);
  const top = sheet.slice(0, 20);
  const has = (wanted: string) =>
    top.findIndex((row, at) => {
      const label = row.find(isFilled);
      return several[at] && label !== undefined && headings.fieldOf(label) === wanted;
    });
  const competency = top.findIndex(
    (row, at) =>
      several[at] && row.some((cell) => isFilled(cell) && headings.fieldOf(cell) === 'competency'),
  );
  const [role, level] = [has('role'), has('level')];
  if (role >= 0) return role;
  if (competency >= 0) return competency;
  if (level >= 0) return level;
  // A row above the titles may hold merged tracks: it has gaps where the next has none.
  const first = Math.max(several.indexOf(true), 0);
  const gaps = (sheet[first] ?? []).slice(1).filter((cell) => !isFilled(cell)).length;
  const below = sheet[first + 1] ?? [];
  const isNext =
    gaps > 0 && below.slice(1).every((cell) => cell.text.length <= 75 && isFilled(cell));
  return isNext && below.slice(1).some(({ text }) => resemblesRung(text)) ? first + 1 : first;
}

function labelColumns(
  sheet: Sheet,
  row: Cell[],
  headings: Headings,
  ledger: Ledger,
  isTransposed: boolean,
) {
  const taken = new Set<number>();
  const fields: WideColumns['labels'] = [];
  const unnamed: number[] = [];
  const firstFilled = row.findIndex(isFilled);
  row.forEach((cell, column) => {
    if (!isFilled(cell)) {
      const isUsed = sheet.some((cells) => isFilled(cells[column] ?? noCell));
      if (isUsed && column < firstFilled) unnamed.push(column);
      return;
    }
    // Roles that stand below each other are no headings of columns.
    if (isTransposed && column > firstFilled) return;
    const field = headings.fieldOf(cell);
    const reason = isTransposed ? undefined : headings.reasonToLeaveOut(cell);
    if (reason !== undefined) {
      taken.add(column);
      for (const cells of sheet) if (cells[column]) ledger.leaveOut(cells[column], reason);
    } else if (is(competencyFields, field)) fields.push({ column, field });
    // The heading of the titles stands in the column of the competencies.
    else if (column === firstFilled && (field === 'role' || field === 'level')) {
      fields.push({ column, field: 'competency' });
    } else if (field === 'text' || field === 'definition' || field === 'summary') {
      fields.push({ column, field: 'competency-summary' });
    } else if (field === 'track' || field === 'family') {
      if (column !== firstFilled || row.some((one) => headings.fieldOf(one) === 'competency')) {
        fields.push({ column, field });
      }
    }
  });
  for (const { column } of fields) taken.add(column);
  labelsApart(fields, sheet, row, ledger);
  const competency = competencyColumn(fields, unnamed, firstFilled);
  for (const column of unnamed) taken.add(column);
  taken.add(competency);
  return { taken, fields, competency, first: firstFilled };
}

/** Leaves each field with one column: of "Area" and "Skill" the first becomes the group. */
function labelsApart(fields: WideColumns['labels'], sheet: Sheet, row: Cell[], ledger: Ledger) {
  const below = sheet.slice(sheet.indexOf(row) + 1);
  const lines = fields.map(({ column, field }) => {
    const cells = below.flatMap((line) => line[column] ?? []);
    return { column, field: field as Field | undefined, heading: row[column] ?? noCell, cells };
  });
  distinguish(lines, ledger);
  const kept = lines.flatMap(({ column, field }) =>
    is(competencyFields, field) || is(rungFields, field) ? [{ column, field }] : [],
  );
  fields.splice(0, fields.length, ...kept);
}

/** Decides on the column of competencies, and on what the other columns without a heading are. */
function competencyColumn(fields: WideColumns['labels'], unnamed: number[], firstFilled: number) {
  const named = fields.find(({ field }) => field === 'competency');
  const rest = [...unnamed];
  let competency = named?.column ?? rest.pop();
  if (competency === undefined) {
    const group = fields.findIndex(({ field }) => field === 'group');
    competency = fields[group]?.column ?? firstFilled;
    if (group >= 0) fields.splice(group, 1);
  }
  if (!named) fields.push({ column: competency, field: 'competency' });
  const [group] = rest;
  if (group !== undefined && !fields.some(({ field }) => field === 'group')) {
    fields.push({ column: group, field: 'group' });
  }
  fields.sort((one, other) => one.column - other.column);
  return competency;
}

/** Whether the titles of a table are titles, or levels (L1, L2 …), or tracks. */
function nameField(corner: Cell, titles: Cell[], headings: Headings): WideColumns['names'] {
  const field = isFilled(corner) ? headings.fieldOf(corner) : undefined;
  if (field === 'role' || field === 'level') return field;
  if (is(rungFields, field) && field === 'track') return 'track';
  return titles.length > 0 && titles.every(({ text }) => isCode(text)) ? 'level' : 'role';
}
