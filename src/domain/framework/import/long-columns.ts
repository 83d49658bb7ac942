import { contentFields, type Field } from './fields.js';
import { is } from './shape.js';
import type { Sheet } from './sheet.js';

/** Says which columns of a long table mean something else than their headings alone say. */
export function resolveColumns(
  lines: Sheet,
  columns: (Field | undefined)[],
): (Field | undefined)[] {
  const resolved = [...columns];
  const level = resolved.indexOf('level');
  if (level >= 0 && levelIsAsked(lines, resolved)) resolved[level] = 'asked-level';
  resolved.forEach((field, column) => {
    const others = resolved.some((other, place) => place !== column && is(contentFields, other));
    if (field === 'summary') resolved[column] = summaryField(lines, resolved, column, others);
    if (field === 'text' && others) {
      const found = summaryField(lines, resolved, column, others);
      resolved[column] = found === 'definition' ? 'text' : found;
    }
  });
  // Without any column for what is asked, the names of skills are what is asked in their group.
  if (!resolved.some((field) => is(contentFields, field)) && resolved.includes('group')) {
    return resolved.map((field) =>
      field === 'competency' ? 'text' : field === 'group' ? 'competency' : field,
    );
  }
  return resolved;
}

type Fields = (Field | undefined)[];

function keyOf(row: Sheet[number], columns: Fields, fields: readonly Field[]): string {
  return fields.map((field) => row[columns.indexOf(field)]?.text.toLowerCase() ?? '').join('\n');
}

/**
 * Whether the column "level" says which level of a competency a role asks, not the role's own: then
 * it changes within a role, and never for the same competency.
 */
function levelIsAsked(lines: Sheet, columns: Fields): boolean {
  if (!columns.includes('role') || columns.includes('asked-level')) return false;
  const level = columns.indexOf('level');
  const rows = lines.filter((row) => (row[level]?.text ?? '') !== '');
  const byRole = groups(rows, (row) => keyOf(row, columns, ['family', 'track', 'role']), level);
  const byBoth = groups(
    rows,
    (row) => keyOf(row, columns, ['family', 'track', 'role', 'competency']),
    level,
  );
  return byRole.some((levels) => levels.size > 1) && byBoth.every((levels) => levels.size === 1);
}

function summaryField(lines: Sheet, columns: Fields, column: number, others: boolean): Field {
  if (!others) return 'definition';
  const rows = lines.filter((row) => (row[column]?.text ?? '') !== '');
  const byRole = groups(
    rows,
    (row) => keyOf(row, columns, ['family', 'track', 'role', 'level']),
    column,
  );
  const byCompetency = groups(rows, (row) => keyOf(row, columns, ['group', 'competency']), column);
  const perRole = byRole.every((texts) => texts.size === 1);
  const perCompetency = byCompetency.every((texts) => texts.size === 1);
  if (perRole && !perCompetency) return 'summary';
  if (perCompetency && !perRole) return 'competency-summary';
  return perRole && rows.length < lines.length ? 'summary' : 'definition';
}

/** Returns the different texts of a column for each group of rows. */
function groups(rows: Sheet, key: (row: Sheet[number]) => string, column: number): Set<string>[] {
  const found = new Map<string, Set<string>>();
  for (const row of rows) {
    const texts = found.get(key(row)) ?? new Set();
    texts.add(row[column]?.text ?? '');
    found.set(key(row), texts);
  }
  return [...found.values()];
}
