/** What spreadsheets begin to calculate from, and what they skip before it. */
const formula = /^[\s]*[=+\-@\t\r]/u;

/**
 * Writes rows as CSV with commas. A cell that a spreadsheet would take for a formula gets an apostrophe
 * before it, so that it stays a text.
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(cellText).join(',')}\n`).join('');
}

function cellText(text: string): string {
  const harmless = formula.test(text) ? `'${text}` : text;
  return /[",;\r\n\t]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
