/**
 * What spreadsheets begin to calculate from, and what they skip before it. Apostrophes before it count
 * as well, so that taking one away gives back what was written.
 */
const formula = /^'*[\s]*[=+\-@\t\r]/u;

/**
 * Writes rows as CSV with commas. A cell that a spreadsheet would take for a formula gets an apostrophe
 * before it, so that it stays a text; `undefused` takes it away again.
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(cellText).join(',')}\n`).join('');
}

/** Returns a cell that was read from a file as it was before `csvText` wrote it. */
export function undefused(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}

function cellText(text: string): string {
  const harmless = formula.test(text) ? `'${text}` : text;
  return /[",;\r\n\t]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
