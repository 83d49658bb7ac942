/** One line of the table. */
export interface Figure {
  /** What was measured, with its unit. */
  name: string;
  ladder: number;
  /** The same on the bare Bolt app, where it can do it. */
  floor?: number;
  aim?: Aim;
}

export interface Aim {
  words: string;
  isMet(ladder: number, floor: number): boolean;
}

/** At least this share of what the floor does. */
export function atLeast(share: number): Aim {
  return { words: `≥ ${share} × floor`, isMet: (ladder, floor) => ladder >= share * floor };
}

/** At most this many times what the floor takes. */
export function atMost(times: number): Aim {
  return { words: `≤ ${times} × floor`, isMet: (ladder, floor) => ladder <= times * floor };
}

/** At most this many milliseconds, whatever the floor takes. */
export function atMostMs(milliseconds: number): Aim {
  return { words: `≤ ${milliseconds} ms`, isMet: (ladder) => ladder <= milliseconds };
}

const head = ['', 'Ladder', 'floor', 'Ladder ÷ floor', 'aim', 'met'];

/** A Markdown table that reads well in a terminal too. */
export function table(figures: readonly Figure[]): string {
  const rows = [head, ...figures.map(cells)];
  const widths = head.map((_, column) =>
    Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: string[]) =>
    `| ${row.map((cell, column) => pad(cell, widths[column] ?? 0, column)).join(' | ')} |`;
  const rule = widths.map((width, column) =>
    isNumber(column) ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width),
  );
  return [line(head), line(rule), ...rows.slice(1).map(line)].join('\n');
}

function cells({ name, ladder, floor, aim }: Figure): string[] {
  return [
    name,
    readable(ladder),
    floor === undefined ? '–' : readable(floor),
    floor === undefined ? '–' : (ladder / floor).toFixed(2),
    aim?.words ?? '–',
    aim ? (aim.isMet(ladder, floor ?? Number.NaN) ? 'yes' : 'no') : '–',
  ];
}

/** Ladder, floor and their ratio stand to the right. */
function isNumber(column: number): boolean {
  return column >= 1 && column <= 3;
}

function pad(cell: string, width: number, column: number): string {
  return isNumber(column) ? cell.padStart(width) : cell.padEnd(width);
}

/** Three digits that count, thousands apart. */
function readable(value: number): string {
  return value.toLocaleString('en-GB', {
    maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0,
  });
}
