import type { CompetencyField, RungField } from './fields.js';
import type { Headings } from './headings.js';
import type { Ledger } from './ledger.js';
import { partOf } from './parts.js';
import { type Cell, isFilled, type Sheet } from './sheet.js';
import { fillMerged, type Statement, type Statements } from './statements.js';
import { type WideColumns, wideColumns } from './wide-columns.js';
import { refusePart, rungRowsApart } from './wide-lines.js';
import { reportWide } from './wide-report.js';
import { type RowKind, rowKinds } from './wide-rows.js';

/**
 * Reads a table with roles across and competencies down. With `isTransposed` the sheet was transposed, so
 * that what are its rows here are columns for the person who wrote it.
 */
export function readWide(
  sheet: Sheet,
  headings: Headings,
  ledger: Ledger,
  { fill, isTransposed }: { fill: boolean; isTransposed: boolean },
): Statements | undefined {
  const columns = wideColumns(sheet, headings, ledger, { isTransposed });
  if (!columns) return undefined;
  const kinds = rowKinds(sheet, columns, headings);
  rungRowsApart(sheet, kinds, columns, ledger);
  const above = sheet.flatMap((row, at) =>
    kinds[at]?.kind === 'above' ? row.filter(isFilled) : [],
  );
  const blocks = blocksOf(sheet, kinds, columns);
  // Where a sheet has several tables, what stands above each is its track.
  const first = blocks[0];
  if (blocks.length > 1 && first && !first.title) first.title = above.pop();
  reportWide(sheet, columns, kinds, headings, ledger);
  const statements = blocks.flatMap((block) => {
    return readBlock(block, columns, headings, ledger, fill);
  });
  return { statements, above };
}

/** One table of the sheet: the rows that are headings, and those below. */
interface Block {
  title: Cell | undefined;
  rows: { row: Cell[]; kind: RowKind }[];
}

function blocksOf(sheet: Sheet, kinds: RowKind[], columns: WideColumns): Block[] {
  const blocks: Block[] = [{ title: undefined, rows: [] }];
  sheet.forEach((row, at) => {
    const kind = kinds[at];
    if (!kind || kind.kind === 'above') return;
    if (kind.kind === 'titles' && at !== columns.at) {
      const before = blocks.at(-1)?.rows;
      const isTitle = before?.at(-1)?.kind.kind === 'section';
      const title = isTitle ? before?.pop()?.row.find(isFilled) : undefined;
      const same = row.every((cell, place) => cell.text === sheet[columns.at]?.[place]?.text);
      if (!(same && !title)) blocks.push({ title, rows: [{ row, kind }] });
      return;
    }
    blocks.at(-1)?.rows.push({ row, kind });
  });
  return blocks;
}

function readBlock(
  block: Block,
  columns: WideColumns,
  headings: Headings,
  ledger: Ledger,
  fill: boolean,
): Statement[] {
  const rungs = rungsOf(block, columns, fill);
  const parts = block.rows.flatMap(({ kind }) => (kind.kind === 'parts' ? [kind.fields] : []))[0];
  const lines = labelLines(block, columns, fill);
  let group: Cell | undefined;
  return block.rows.flatMap(({ row, kind }, at): Statement[] => {
    if (kind.kind === 'left out') for (const cell of row) ledger.leaveOut(cell, kind.reason);
    if (kind.kind === 'section') group = row.find(isFilled);
    if (kind.kind !== 'body') return [];
    const { competency, rung } = lines[at] ?? { competency: {}, rung: {} };
    if (group && !competency.group) competency.group = group;
    const partCell = row[columns.part ?? -1];
    const part = partCell && isFilled(partCell) ? partOf(partCell, headings) : 'text';
    if (partCell && !part && headings.fieldOf(partCell) === 'leave-out') {
      for (const cell of row) ledger.leaveOut(cell, 'you asked to leave it out');
      return [];
    }
    if (partCell && !part) {
      const names = block.rows.flatMap((one) => one.row[columns.part ?? -1] ?? []);
      refusePart(partCell, names, headings, ledger);
    } else ledger.use(partCell);
    return columns.roles.flatMap((column, place): Statement[] => {
      const cell = row[column];
      if (!cell || !isFilled(cell) || ledger.isLeftOut(cell)) return [];
      const field = parts?.get(column) ?? part ?? 'text';
      return [{ rung: { ...rung, ...rungs[place] }, competency, content: [{ field, cell }] }];
    });
  });
}

/** Returns what the headings say of each role's column. */
function rungsOf(block: Block, columns: WideColumns, fill: boolean): Statement['rung'][] {
  const headingRows = block.rows.flatMap(({ row, kind }): { row: Cell[]; field: RungField }[] => {
    if (kind.kind === 'rung') return [{ row, field: kind.field }];
    return kind.kind === 'titles' ? [{ row, field: columns.names }] : [];
  });
  const identity: RungField[] = ['family', 'track', 'role', 'level'];
  const outer = headingRows.filter(({ field }) => identity.includes(field));
  const lines = columns.roles.map((column) => outer.flatMap(({ row }) => row[column] ?? []));
  if (fill) fillMerged(lines);
  return columns.roles.map((column, place) => {
    const rung: Statement['rung'] = block.title ? { track: block.title } : {};
    outer.forEach(({ field }, at) => {
      const cell = lines[place]?.[at];
      if (cell && isFilled(cell)) rung[field] = cell;
    });
    for (const { row, field } of headingRows) {
      const cell = row[column];
      if (!identity.includes(field) && cell && isFilled(cell)) rung[field] = cell;
    }
    return rung;
  });
}

/** Returns what the headings at the side say of each row. */
function labelLines(block: Block, columns: WideColumns, fill: boolean) {
  const merged = columns.labels.filter(({ field }) => field !== 'competency-summary');
  const body = block.rows.map(({ kind }) => kind.kind === 'body');
  const parts = block.rows.map(({ row }) => merged.flatMap(({ column }) => row[column] ?? []));
  if (fill) fillMerged(parts.filter((_, at) => body[at]));
  return block.rows.map(({ row }, at) => {
    const competency: Partial<Record<CompetencyField, Cell>> = {};
    const rung: Statement['rung'] = {};
    for (const { column, field } of columns.labels) {
      const place = merged.findIndex((one) => one.column === column);
      const cell = place < 0 ? row[column] : parts[at]?.[place];
      if (!cell || !isFilled(cell)) continue;
      if (field === 'track' || field === 'family') rung[field] = cell;
      else competency[field as CompetencyField] = cell;
    }
    return { competency, rung };
  });
}
