import { z } from 'zod';
import { given, readGiven } from '../ui/given.js';
import { type Cursor, cursorValue } from '../ui/place.js';

/** Whose ratings a button shows. Throws UnreadableError for anything but an id. */
export function readPersonId(value: unknown): string {
  return readGiven(given.id, value);
}

const page = z
  .string()
  .max(300)
  .transform((value) => value.split(':'))
  .pipe(z.tuple([given.id, given.value]));

/** Where paging leads, as a button's value and back. Throws UnreadableError for anything else. */
export const pageValue = {
  write: (to: { personId: string; at: Cursor }) => `${to.personId}:${cursorValue.write(to.at)}`,
  read(value: unknown): { personId: string; at: Cursor } {
    const [id, at] = readGiven(page, value);
    return { personId: id, at: cursorValue.read(at) };
  },
};
