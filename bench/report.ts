/** One line of the table. */
export interface Figure {
  /** What was measured, with its unit. */
  name: string;
  ladder: number;
  /** The figure that it is compared with: the same on the bare Bolt app, or as the name says. */
  beside?: number;
  aim?: Aim;
}

/** A figure with its aim as text, for showing and storing. */
export interface JudgedFigure extends Omit<Figure, 'aim'> {
  /** The words of its aim. */
  aim?: string;
  isMet?: boolean;
}

export interface Aim {
  words: string;
  isMet(ladder: number, beside: number): boolean;
}

/** At most this multiple of the floor's figure. */
export const atMost = (times: number): Aim => atMostOf(times, 'floor');

/** At least this share of the figure beside it, by its name. */
export function atLeastOf(share: number, what: string): Aim {
  return { words: `≥ ${share} × ${what}`, isMet: (ladder, beside) => ladder >= share * beside };
}

/** At most this multiple of the figure beside it, by its name. */
export function atMostOf(times: number, what: string): Aim {
  return { words: `≤ ${times} × ${what}`, isMet: (ladder, beside) => ladder <= times * beside };
}

/** Less than this, whatever the figure beside it. */
export function under(most: number, unit: string): Aim {
  return { words: `< ${most} ${unit}`, isMet: (ladder) => ladder < most };
}

/** At most this many milliseconds, whatever the floor. */
export function atMostMs(milliseconds: number): Aim {
  return { words: `≤ ${milliseconds} ms`, isMet: (ladder) => ladder <= milliseconds };
}

/** Compares a figure with its aim and the figure beside it. */
export function judged({ aim, ...figure }: Figure): JudgedFigure {
  if (!aim) return figure;
  return {
    ...figure,
    aim: aim.words,
    isMet: aim.isMet(figure.ladder, figure.beside ?? Number.NaN),
  };
}

const head = ['', 'Ladder', 'beside it', 'ratio', 'aim', 'met'];

/** A Markdown table that reads well in a terminal too. */
export function table(figures: readonly JudgedFigure[]): string {
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

function cells({ name, ladder, beside, aim, isMet }: JudgedFigure): string[] {
  return [
    name,
    readable(ladder),
    beside === undefined ? '–' : readable(beside),
    beside === undefined ? '–' : (ladder / beside).toFixed(2),
    aim ?? '–',
    aim === undefined ? '–' : isMet ? 'yes' : 'no',
  ];
}

/** Ladder, the figure beside it and their ratio are right-aligned. */
function isNumber(column: number): boolean {
  return column >= 1 && column <= 3;
}

function pad(cell: string, width: number, column: number): string {
  return isNumber(column) ? cell.padStart(width) : cell.padEnd(width);
}

/** Formats with three significant digits and thousands separators. */
function readable(value: number): string {
  return value.toLocaleString('en-GB', {
    maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0,
  });
}
