import { z } from 'zod';
import type { Cursor } from '../role/place.js';
import { cursorValue } from '../role/place.js';

const checkInId = z.uuid();

/** The check-in whose brief a button opens. Throws a ZodError for anything else. */
export function readCheckInId(value: unknown): string {
  return checkInId.parse(value);
}

const page = z
  .string()
  .transform((value) => value.split(':'))
  .pipe(z.tuple([checkInId, z.string()]));

/** Where paging leads, as a button's value and back. Throws a ZodError for anything else. */
export const pageValue = {
  write: (to: { checkInId: string; at: Cursor }) => `${to.checkInId}:${cursorValue.write(to.at)}`,
  read(value: unknown): { checkInId: string; at: Cursor } {
    const [id, at] = page.parse(value);
    return { checkInId: id, at: cursorValue.read(at) };
  },
};
