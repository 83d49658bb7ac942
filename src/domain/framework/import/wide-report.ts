import { competencyFields } from './fields.js';
import type { Headings } from './headings.js';
import type { Ledger } from './ledger.js';
import { partOf } from './parts.js';
import { is } from './shape.js';
import { type Cell, columnLetters, isFilled, type Sheet } from './sheet.js';
import type { WideColumns } from './wide-columns.js';
import { refusePart } from './wide-lines.js';
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
  const { part } = columns;
  if (part !== undefined) {
    const heading = titles[part];
    const below = sheet.slice(columns.at + 1).flatMap((row) => row[part] ?? []);
    const named = partNames(below, headings);
    const own = heading?.text ? ` "${heading.text}"` : '';
    ledger.taken.push(`${name(heading, false)}${own}: ${named}, beside each competency`);
    ledger.use(heading);
  }
  kinds.forEach((kind, at) => {
    const row = sheet[at] ?? [];
    if (kind.kind === 'parts') reportParts(sheet, row, kind, headings, ledger);
    if (kind.kind !== 'rung' && kind.kind !== 'titles') return;
    const label = row[columns.competency];
    const isLabelled = label?.text && !(kind.kind === 'titles' && isOfCompetencies);
    const field = kind.kind === 'rung' ? kind.field : columns.names;
    ledger.taken.push(`${name(row[0], true)}${isLabelled ? ` "${label.text}"` : ''}: ${field}`);
    ledger.use(label);
    if (field === 'track' && !isLabelled && at > columns.at) ledger.hints.push(tracksBelow(row));
  });
}

/** Says what each name of a part was taken for, once. */
function partNames(cells: readonly Cell[], headings: Headings): string {
  const names = new Map(cells.map((cell) => [cell.text, partOf(cell, headings)]));
  return [...names].flatMap(([name, field]) => (field ? `"${name}" ${field}` : [])).join(', ');
}

/** Says what the names below the roles were taken for; refuses those that aren't known. */
function reportParts(
  sheet: Sheet,
  row: Cell[],
  { fields, others }: Extract<RowKind, { kind: 'parts' }>,
  headings: Headings,
  ledger: Ledger,
): void {
  const named = partNames(
    row.filter((_, column) => fields.has(column)),
    headings,
  );
  ledger.taken.push(`row ${row[0]?.row ?? 0}: ${named}, below each role`);
  ledger.use(...row.filter((cell) => !others.includes(cell)));
  for (const cell of others) {
    refusePart(cell, row, headings, ledger);
    if (headings.fieldOf(cell) !== 'leave-out') continue;
    const place = row.indexOf(cell);
    for (const line of sheet.slice(sheet.indexOf(row))) {
      if (line[place]) ledger.leaveOut(line[place], 'you asked to leave it out');
    }
  }
}

/** Names that are repeated below the roles may be tracks, and may be parts of what is asked. */
function tracksBelow(row: readonly Cell[]): string {
  const names = [...new Set(row.filter(isFilled).map(({ text }) => text))];
  const quoted = names.slice(0, 4).map((name) => `"${name}"`);
  return `${quoted.join(', ')} stand below the roles and were taken for tracks. If they are parts of what is asked, say which: --map "text=${names[0]},examples=${names[1] ?? 'THE OTHER'}".`;
}

function isOfTitles(corner: Cell, headings: Headings): boolean {
  const field = headings.fieldOf(corner);
  return field !== undefined && !is(competencyFields, field);
}
