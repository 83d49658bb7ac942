import { z } from 'zod';
import { given, readGiven } from '../ui/given.js';
import type { Place } from './ids.js';

const nudgeSchema = z
  .string()
  .max(300)
  .regex(/^(digest|home|\d{1,4}):/)
  .transform((value) => value.split(':') as [string, string])
  .pipe(z.tuple([z.string(), given.id]));

/** What `nudgeValue` wrote. Throws UnreadableError for anything else. */
export function parseNudge(value: unknown): { place: Place; reportId: string } {
  const [where, reportId] = readGiven(nudgeSchema, value);
  const isName = where === 'digest' || where === 'home';
  return { place: isName ? where : { page: Number(where) }, reportId };
}

/** The page that a button asks for, from 0. Throws UnreadableError for anything else. */
export function parsePage(value: unknown): number {
  return readGiven(given.page, value);
}
