/** One column of a printed list. */
export interface Column<Row> {
  title: string;
  text: (row: Row) => string;
}

/** Rows as aligned plain text, a line each, under a line of titles; bold titles with `colours`. */
export function table<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  { colours }: { colours: boolean },
): string {
  const cells = rows.map((row) => columns.map(({ text }) => text(row) || '–'));
  const widths = columns.map(({ title }, place) =>
    Math.max(title.length, ...cells.map((line) => widthOf(line[place] ?? ''))),
  );
  const line = (texts: string[]) =>
    texts
      .map((text, place) => text + ' '.repeat((widths[place] ?? 0) - widthOf(text)))
      .join('  ')
      .trimEnd();
  const titles = line(columns.map(({ title }) => title.toUpperCase()));
  return [colours ? `\u001b[1m${titles}\u001b[22m` : titles, ...cells.map(line)].join('\n');
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** How many places a text takes: "é" is one however it is written. */
function widthOf(text: string): number {
  return [...graphemes.segment(text)].length;
}

/** "1 person", "2 people". */
export function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
