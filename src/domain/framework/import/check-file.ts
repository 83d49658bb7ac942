import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { parseFrameworkFile } from '../file.js';
import type { FileData } from './file-data.js';
import type { Cell, SheetProblem } from './sheet.js';

/** A problem whose cell may be unknown. */
export type PlacedProblem = Partial<Pick<SheetProblem, 'row' | 'column'>> & { message: string };

/**
 * Reads a ladder file that was made from a spreadsheet as any ladder file is read. Returns its
 * problems, each with the cell from which the place comes; none if it is a sound ladder.
 */
export function checkFile(yaml: string, { sources }: FileData): PlacedProblem[] {
  const read = parseFrameworkFile(yaml, 'The file');
  if (!('problems' in read)) return [];
  const paths = pathsOf(yaml);
  const seen = new Set<string>();
  return read.problems.flatMap(({ line, column, message }) => {
    const cell = cellAt(paths, sources, line, column);
    const id = `${cell?.row}:${cell?.column}:${message}`;
    if (seen.has(id)) return [];
    seen.add(id);
    return [{ message, ...(cell && { row: cell.row, column: cell.column }) }];
  });
}

interface Path {
  line: number;
  column: number;
  path: string[];
}

/** Returns where each key and entry of a YAML text begins, in the order of the text. */
function pathsOf(yaml: string): Path[] {
  const lines = new LineCounter();
  const found: Path[] = [];
  const add = (node: unknown, path: string[]) => {
    const range = (node as { range?: [number, number, number] | null } | null)?.range;
    if (!range) return;
    const { line, col } = lines.linePos(range[0]);
    found.push({ line, column: col, path });
  };
  const walk = (node: unknown, path: string[]) => {
    add(node, path);
    if (isSeq(node)) {
      for (const [place, item] of node.items.entries()) walk(item, [...path, String(place)]);
    }
    if (!isMap(node)) return;
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? String(key.value) : '';
      add(key, [...path, name]);
      walk(value, [...path, name]);
    }
  };
  walk(parseDocument(yaml, { lineCounter: lines }).contents, []);
  return found;
}

function cellAt(
  paths: readonly Path[],
  sources: ReadonlyMap<string, Cell>,
  line: number,
  column: number,
): Cell | undefined {
  const before = paths.filter(
    (one) => one.line < line || (one.line === line && one.column <= column),
  );
  const path = before.at(-1)?.path ?? [];
  for (let length = path.length; length > 0; length -= 1) {
    const cell = sources.get(path.slice(0, length).join('.'));
    if (cell) return cell;
  }
  return undefined;
}
