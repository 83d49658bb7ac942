import { z } from 'zod';
import { given, readGiven, readGivenJson } from '../ui/given.js';

/** A button's value: an id. Throws UnreadableError for anything else. */
export function parseId(value: unknown): string {
  return readGiven(given.id, value);
}

const metadataSchema = z.object({
  actionId: given.id,
  /** The window below the form, to be drawn anew: its view id, and whose list or record it shows. */
  below: z
    .object({ viewId: given.viewId, kind: z.enum(['list', 'record']), of: given.id })
    .optional(),
});

export type Metadata = z.infer<typeof metadataSchema>;

export function writeMetadata(metadata: Metadata): string {
  return JSON.stringify(metadata);
}

/** Reads back what `writeMetadata` wrote; throws UnreadableError for anything else. */
export function readMetadata(view: { private_metadata: string }): Metadata {
  return readGivenJson(metadataSchema, view.private_metadata);
}
