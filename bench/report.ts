/** One line of the table. */
export interface Figure {
  /** What was measured, with its unit. */
  name: string;
  ladder: number;
  /** What it is held against: the same on the bare Bolt app, or what the name says. */
  beside?: number;
  aim?: Aim;
}

/** A figure that no longer needs its aim's function: what is shown and what is kept. */
export interface JudgedFigure extends Omit<Figure, 'aim'> {
  /** The words of its aim. */
  aim?: string;
  isMet?: boolean;
}

export interface Aim {
  words: string;
  isMet(ladder: number, beside: number): boolean;
}

/** At least this share of what the floor does. */
export const atLeast = (share: number): Aim => atLeastOf(share, 'floor');

/** At most this many times what the floor takes. */
export const atMost = (times: number): Aim => atMostOf(times, 'floor');

/** At least this share of what stands beside it, by its name. */
export function atLeastOf(share: number, what: string): Aim {
  return { words: `≥ ${share} × ${what}`, isMet: (ladder, beside) => ladder >= share * beside };
}

/** At most this many times what stands beside it, by its name. */
export function atMostOf(times: number, what: string): Aim {
  return { words: `≤ ${times} × ${what}`, isMet: (ladder, beside) => ladder <= times * beside };
}

/** Less than this, whatever stands beside it. */
export function under(most: number, unit: string): Aim {
  return { words: `< ${most} ${unit}`, isMet: (ladder) => ladder < most };
}

/** At most this many milliseconds, whatever the floor takes. */
export function atMostMs(milliseconds: number): Aim {
  return { words: `≤ ${milliseconds} ms`, isMet: (ladder) => ladder <= milliseconds };
}

/** Settles whether a figure meets its aim by what was measured beside it. */
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

/** Ladder, what stands beside it and their ratio stand to the right. */
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
