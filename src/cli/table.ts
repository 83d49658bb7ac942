import stringWidth from 'string-width';
import { visible } from '../domain/text/text.js';

/** One column of a printed list. */
export interface Column<Row> {
  title: string;
  text: (row: Row) => string;
}

/**
 * Formats rows as aligned plain text, one line each whatever the cells contain, below a line of
 * titles; the titles are bold with `colours`.
 */
export function table<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  { colours }: { colours: boolean },
): string {
  const cells = rows.map((row) => columns.map(({ text }) => visible(text(row)) || '–'));
  const widths = columns.map(({ title }, place) =>
    Math.max(stringWidth(title), ...cells.map((line) => stringWidth(line[place] ?? ''))),
  );
  const line = (texts: string[]) =>
    texts
      .map((text, place) => text + ' '.repeat((widths[place] ?? 0) - stringWidth(text)))
      .join('  ')
      .trimEnd();
  const titles = line(columns.map(({ title }) => title.toUpperCase()));
  return [colours ? `\u001b[1m${titles}\u001b[22m` : titles, ...cells.map(line)].join('\n');
}
