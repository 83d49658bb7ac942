import { z } from 'zod';
import { given } from '../ui/given.js';
import { metadata } from '../ui/metadata.js';

/** What the forms carry. */
export const actionItemMetadata = metadata(
  z.object({
    actionId: given.id,
    /**
     * The modal below the form, which is redrawn: its view id, and whose list or record it shows.
     */
    below: z
      .object({ viewId: given.viewId, kind: z.enum(['list', 'record']), of: given.id })
      .optional(),
  }),
);

export type ActionItemMetadata = ReturnType<typeof actionItemMetadata.read>;
