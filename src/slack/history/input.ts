import { z } from 'zod';
import { type Cursor, cursorValue } from '../role/place.js';

const personId = z.uuid();

/** Whose ratings a button shows. Throws a ZodError for anything but an id. */
export function readPersonId(value: unknown): string {
  return personId.parse(value);
}

const page = z
  .string()
  .transform((value) => value.split(':'))
  .pipe(z.tuple([personId, z.string()]));

/** Where paging leads, as a button's value and back. Throws a ZodError for anything else. */
export const pageValue = {
  write: (to: { personId: string; at: Cursor }) => `${to.personId}:${cursorValue.write(to.at)}`,
  read(value: unknown): { personId: string; at: Cursor } {
    const [id, at] = page.parse(value);
    return { personId: id, at: cursorValue.read(at) };
  },
};
