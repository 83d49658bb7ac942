import { fold } from '../../text/fold.js';

/** Names that were asked for already: tables repeat them in each row. */
const known = new Map<string, string>();
const mostKnown = 5000;

/** Returns what tells names apart: the same in any case and with any spaces, dashes and quotes. */
export function identity(text: string | undefined): string {
  if (text === undefined) return '';
  const found = known.get(text);
  if (found !== undefined) return found;
  const id = fold(text).toLowerCase();
  if (known.size >= mostKnown) known.clear();
  known.set(text, id);
  return id;
}
