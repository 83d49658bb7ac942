import { z } from 'zod';

/** A button's value: an id. Throws a ZodError for anything else. */
export function parseId(value: unknown): string {
  return z.uuid().parse(value);
}

const metadataSchema = z.object({
  actionId: z.uuid(),
  /** The window below the form, to be drawn anew: its view id, and whose list or record it shows. */
  below: z
    .object({ viewId: z.string(), kind: z.enum(['list', 'record']), of: z.uuid() })
    .optional(),
});

export type Metadata = z.infer<typeof metadataSchema>;

export function writeMetadata(metadata: Metadata): string {
  return JSON.stringify(metadata);
}

/** Reads back what `writeMetadata` wrote; throws a ZodError or SyntaxError for anything else. */
export function readMetadata(view: { private_metadata: string }): Metadata {
  return metadataSchema.parse(JSON.parse(view.private_metadata));
}
