import { oneLine } from './cell-text.js';
import type { Head } from './file-data.js';
import type { Ledger } from './ledger.js';
import type { ImportOptions } from './options.js';
import type { Cell } from './sheet.js';

/** Returns the ladder's name and what is said about it: from the options, above the table, the file. */
export function headOf(
  above: readonly Cell[],
  fileName: string,
  { name, key, buildsUp }: Pick<ImportOptions, 'name' | 'key' | 'buildsUp'>,
  ledger: Ledger,
): Head {
  const [first, ...rest] = above;
  const isName = first !== undefined && name === undefined && oneLine(first.text).length <= 75;
  const about = isName ? rest : above;
  ledger.use(...above);
  if (isName) ledger.taken.push(`row ${first.row} "${oneLine(first.text)}": the ladder's name`);
  for (const { row } of about) ledger.taken.push(`row ${row}: about the ladder`);
  return {
    key,
    name: name ?? (isName ? oneLine(first.text) : nameOf(fileName)),
    about: about.length > 0 ? about.map(({ text }) => text).join('\n\n') : undefined,
    buildsUp: buildsUp === true,
  };
}

/** Makes a name of the name of a file: "garden_care-2027.csv" becomes "Garden care 2027". */
function nameOf(fileName: string): string {
  const words = fileName
    .replace(/\.\w{1,5}$/u, '')
    .replace(/[^\p{L}\p{N}\p{M}&]+/gu, ' ')
    .trim()
    .slice(0, 75)
    .trim();
  return words === '' ? 'Ladder' : words.charAt(0).toUpperCase() + words.slice(1);
}
