import { z } from 'zod';
import { metadata } from '../ui/metadata.js';
import { slackValues } from '../ui/slack-values.js';

/** What the forms carry. */
export const actionItemMetadata = metadata(
  z.object({
    actionId: slackValues.id,
    /**
     * The modal below the form, which is redrawn: its view id, and whose list or record it shows.
     */
    below: z
      .object({ viewId: slackValues.viewId, kind: z.enum(['list', 'record']), of: slackValues.id })
      .optional(),
  }),
);

export type ActionItemMetadata = ReturnType<typeof actionItemMetadata.read>;
