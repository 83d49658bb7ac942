/** A row of a text: the line on which it stands, from 1, and its cells. */
export interface BarRow {
  row: number;
  cells: string[];
}

const separator = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/u;

/**
 * Returns the rows of a text in which tables are written with bars, as in Markdown: a text outside of
 * them is a row of one cell. Undefined for a text without such a table.
 */
export function barRows(text: string): BarRow[] | undefined {
  const lines = text.split(/\r\n|[\n\r]/u);
  const filled = lines.filter((line) => line.trim() !== '');
  const framed = filled.filter((line) => /^\s*\|.*\|\s*$/u.test(line));
  const isMarked = lines.some(
    (line, at) => isSeparator(line) && (lines[at - 1] ?? '').includes('|'),
  );
  if (!isMarked && (framed.length < 2 || framed.length * 2 < filled.length)) return undefined;
  return lines.flatMap((line, at): BarRow[] => {
    if (line.trim() === '' || (isMarked && isSeparator(line))) return [];
    const isTable = /^\s*\|/u.test(line) || (isMarked && isBeside(lines, at));
    return [{ row: at + 1, cells: isTable ? cellsOf(line) : [heading(line)] }];
  });
}

function isSeparator(line: string): boolean {
  return line.includes('|') && separator.test(line);
}

/** Whether a line without a bar at its beginning belongs to a table: it has bars, and so have its neighbours. */
function isBeside(lines: readonly string[], at: number): boolean {
  const hasBar = (line: string | undefined) => (line ?? '').includes('|');
  return hasBar(lines[at]) && (hasBar(lines[at - 1]) || hasBar(lines[at + 1]));
}

/** Bars with a backslash before them are text, and so are those between backticks. */
function cellsOf(line: string): string[] {
  const inner = line
    .trim()
    .replace(/^\|/u, '')
    .replace(/(?<!\\)\|$/u, '');
  return inner.split(/(?<!\\)\|/u).map((cell) =>
    cell
      .replace(/\\\|/gu, '|')
      .replace(/<br\s*\/?>/giu, '\n')
      .trim(),
  );
}

function heading(line: string): string {
  return line.trim().replace(/^#{1,6}\s+/u, '');
}
