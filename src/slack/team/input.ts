import { z } from 'zod';
import type { Place } from './ids.js';

const nudgeSchema = z
  .string()
  .regex(/^(digest|home|\d{1,4}):/)
  .transform((value) => value.split(':') as [string, string])
  .pipe(z.tuple([z.string(), z.uuid()]));

/** What `nudgeValue` wrote. Throws a ZodError for anything else. */
export function parseNudge(value: unknown): { place: Place; reportId: string } {
  const [where, reportId] = nudgeSchema.parse(value);
  const isName = where === 'digest' || where === 'home';
  return { place: isName ? where : { page: Number(where) }, reportId };
}

/** The page that a button asks for, from 0. Throws a ZodError for anything else. */
export function parsePage(value: unknown): number {
  return z.coerce.number().int().min(0).max(9999).parse(value);
}
