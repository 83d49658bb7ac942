/** What one scenario came to; a line of the table in docs/reliability.md. */
export interface Figures {
  scenario: string;
  database: string;
  /** What went wrong: "9 × SIGKILL". */
  faults: string;
  /** What people did and got meanwhile: "240 pages saved". */
  work: string;
  /** What was acknowledged and is not there. */
  lost: number;
  /** What came or was done twice. */
  twice: number;
  /** What can't be known, of which some arrived: "7 (3 arrived)". */
  unknown: string;
}

const head = ['scenario', 'database', 'faults', 'meanwhile', 'lost', 'twice', 'unknown'];

/** The figures of a run as a Markdown table that reads well in a terminal too. */
export function table(figures: readonly Figures[]): string {
  const rows = figures.map(({ scenario, database, faults, work, lost, twice, unknown }) =>
    [scenario, database, faults, work, lost, twice, unknown].map(String),
  );
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = widths.map((width) => '-'.repeat(width));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}
