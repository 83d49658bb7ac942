import { isCode } from './evidence.js';
import type { Field } from './fields.js';
import { identity } from './identity.js';
import type { Ledger } from './ledger.js';
import { type Cell, columnLetters, isFilled } from './sheet.js';

/** A column or a row of a table: what its heading says, and what stands under it. */
export interface Line {
  field: Field | undefined;
  heading: Cell;
  cells: readonly Cell[];
  /** Why it has no field any more. */
  reason?: string;
}

/** What a second column of the same field can be: what contains it, or the names beside its codes. */
const others: Partial<Record<Field, { outer?: Field; names?: Field }>> = {
  level: { names: 'role' },
  role: { outer: 'track' },
  track: { outer: 'family' },
  competency: { outer: 'group' },
  group: {},
  family: {},
  years: {},
  summary: {},
  order: {},
  'competency-summary': {},
};

/**
 * Tells apart columns whose headings mean the same: of "Area" and "Skill" the one with fewer names has
 * the groups, of "Level" and "Level name" the one with codes has the levels. Changes their fields;
 * what is left has none, and says so in the ledger.
 */
export function distinguish(lines: readonly Line[], ledger: Ledger): void {
  for (const field of Object.keys(others) as Field[]) {
    for (;;) {
      const same = lines.filter((line) => line.field === field);
      if (same.length < 2) break;
      distinguishOne(field, same, lines, ledger);
    }
  }
}

function distinguishOne(field: Field, same: Line[], all: readonly Line[], ledger: Ledger): void {
  const { outer, names } = others[field] ?? {};
  const isFree = (one: Field | undefined): one is Field =>
    one !== undefined && !all.some((line) => line.field === one);
  const coded = same.filter((line) => codes(line) * 2 > line.cells.filter(isFilled).length);
  const named = same.find((line) => !coded.includes(line));
  if (isFree(names) && named && coded.length > 0) {
    named.field = names;
    return;
  }
  const byNames = [...same].sort((one, other) => distinct(one) - distinct(other));
  const [fewest] = byNames;
  if (isFree(outer) && fewest && distinct(fewest) < distinct(byNames.at(-1) ?? fewest)) {
    fewest.field = outer;
    return;
  }
  const isPair = field === 'competency' && same.length === 2 && isFree(outer);
  const [first] = same;
  if (isPair && first) {
    first.field = outer;
    return;
  }
  const [kept, ...rest] = field === 'competency' ? byNames.toReversed() : same;
  const extra = rest.at(-1);
  if (!kept || !extra) return;
  extra.field = undefined;
  const where = kept.heading.text === '' ? columnLetters(kept.heading.column) : kept.heading.text;
  const reason = `"${where}" has the ${field} already; --map "${field}=${extra.heading.text}" takes this instead`;
  extra.reason = reason;
  for (const cell of [extra.heading, ...extra.cells]) ledger.leaveOut(cell, reason);
}

function codes({ cells }: Line): number {
  return cells.filter((cell) => isFilled(cell) && isCode(cell.text)).length;
}

function distinct({ cells }: Line): number {
  return new Set(cells.filter(isFilled).map(({ text }) => identity(text))).size;
}
