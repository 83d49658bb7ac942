import { z } from 'zod';
import { readSlackValue, slackValues } from './slack-values.js';

/** Where in a long answer to begin: the section, and within it the piece, both from 0. */
export interface Cursor {
  section: number;
  piece: number;
}

export const beginning: Cursor = { section: 0, piece: 0 };

export function isBeginning({ section, piece }: Cursor): boolean {
  return section === 0 && piece === 0;
}

/** A cursor within a button's value: "3.0". */
export const cursorSchema = z
  .string()
  .regex(/^\d{1,4}\.\d{1,4}$/)
  .transform((text): Cursor => {
    const [section = 0, piece = 0] = text.split('.').map(Number);
    return { section, piece };
  });

export function writeCursor({ section, piece }: Cursor): string {
  return `${section}.${piece}`;
}

const idAndCursor = z
  .string()
  .max(300)
  .transform((value) => value.split(':'))
  .pipe(z.tuple([slackValues.id, cursorSchema]));

/** Where in an answer about one of our rows paging leads, as a button's value. */
export const pageValue = {
  write: (id: string, at: Cursor) => `${id}:${writeCursor(at)}`,
  /** Throws UnreadableError for anything else. */
  read(value: unknown): { id: string; at: Cursor } {
    const [id, at] = readSlackValue(idAndCursor, value);
    return { id, at };
  },
};
