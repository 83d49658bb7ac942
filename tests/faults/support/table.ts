import type { Figures } from './figures.js';

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
