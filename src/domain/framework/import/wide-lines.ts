import { distinguish, type Line } from './doubles.js';
import { type RungField, rungFields } from './fields.js';
import type { Headings } from './headings.js';
import { identity } from './identity.js';
import type { Ledger } from './ledger.js';
import { partOf, unknownPart } from './parts.js';
import { is } from './shape.js';
import { type Cell, isFilled, type Sheet } from './sheet.js';
import type { WideColumns } from './wide-columns.js';
import type { RowKind } from './wide-rows.js';

/**
 * Tells apart the rows of headings that mean the same, table by table: of "Level" and "Level name" one
 * has the titles. Changes their kinds.
 */
export function rungRowsApart(
  sheet: Sheet,
  kinds: RowKind[],
  columns: WideColumns,
  ledger: Ledger,
): void {
  let lines = new Map<string, Line & { places: number[] }>();
  const finish = () => {
    distinguish([...lines.values()], ledger);
    for (const { field, reason, places } of lines.values()) {
      for (const at of places) kinds[at] = kindOf(field, kinds[at], columns, reason);
    }
    lines = new Map();
  };
  kinds.forEach((kind, at) => {
    const row = sheet[at] ?? [];
    if (kind.kind === 'titles' && at !== columns.at) finish();
    if (kind.kind !== 'rung' && kind.kind !== 'titles') return;
    const field = kind.kind === 'rung' ? kind.field : columns.names;
    const label = row[columns.competency];
    const isLabelled = label && isFilled(label) && kind.kind === 'rung';
    const id = isLabelled ? identity(label.text) : `row ${at}`;
    const cells = columns.roles.flatMap((column) => row[column] ?? []);
    const heading = label ?? cells[0];
    if (!heading) return;
    const known = lines.get(id);
    if (known) known.places.push(at);
    else lines.set(id, { field, heading, cells, places: [at] });
  });
  finish();
}

function kindOf(
  field: Line['field'],
  before: RowKind | undefined,
  { names }: WideColumns,
  reason: string | undefined,
): RowKind {
  const isSame = before?.kind === 'titles' && field === names;
  if (isSame) return before;
  if (is<RungField>(rungFields, field)) return { kind: 'rung', field };
  return { kind: 'left out', reason: reason ?? '' };
}

/** Refuses a name of a part that isn't known, beside one that is. */
export function refusePart(
  cell: Cell,
  rows: readonly Cell[],
  headings: Headings,
  ledger: Ledger,
): void {
  if (headings.fieldOf(cell) === 'leave-out') return;
  const known = rows.find((one) => isFilled(one) && partOf(one, headings) !== undefined);
  ledger.refuse(cell, unknownPart(cell, known ?? cell));
}
