import { z } from 'zod';
import { given, readGiven } from '../ui/given.js';
import type { Cursor } from '../ui/place.js';
import { cursorValue } from '../ui/place.js';

/** The check-in whose brief a button opens. Throws UnreadableError for anything else. */
export function readCheckInId(value: unknown): string {
  return readGiven(given.id, value);
}

const page = z
  .string()
  .max(300)
  .transform((value) => value.split(':'))
  .pipe(z.tuple([given.id, given.value]));

/** Where paging leads, as a button's value and back. Throws UnreadableError for anything else. */
export const pageValue = {
  write: (to: { checkInId: string; at: Cursor }) => `${to.checkInId}:${cursorValue.write(to.at)}`,
  read(value: unknown): { checkInId: string; at: Cursor } {
    const [id, at] = readGiven(page, value);
    return { checkInId: id, at: cursorValue.read(at) };
  },
};
