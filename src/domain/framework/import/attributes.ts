import { listOf } from './cell-text.js';
import { identity } from './identity.js';
import type { Cell } from './sheet.js';

/** No ladder file may hold more; the check of the file says so, and collecting on takes long. */
const longestSummary = 20_000;
const mostAliases = 100;

/** Returns a summary with the text of one more cell, unless it has that already. */
export function withText(summary: string | undefined, cell: Cell | undefined): string | undefined {
  if (!cell || summary === undefined) return cell?.text ?? summary;
  const isFull = summary.length > longestSummary;
  if (isFull || summary.split('\n\n').includes(cell.text)) return summary;
  return `${summary}\n\n${cell.text}`;
}

/** Adds the names that a cell lists, each once. */
export function addAliases(aliases: string[], cell: Cell | undefined): void {
  for (const alias of cell ? listOf(cell.text) : []) {
    if (aliases.length > mostAliases) return;
    if (!aliases.some((one) => identity(one) === identity(alias))) aliases.push(alias);
  }
}
