import { z } from 'zod';
import { metadata } from '../ui/metadata.js';
import { slackValues } from '../ui/slack-values.js';

/** What the form leads to once it is saved. */
export const aboutYouMetadata = metadata(z.object({ goOn: z.literal('check_in').optional() }), {
  none: {},
});

/** The report, and their role when the form was opened. */
export const reportRoleMetadata = metadata(
  z.object({
    reportId: slackValues.id,
    seen: z.object({
      roleKey: slackValues.key.optional(),
      inRoleSince: slackValues.day.optional(),
    }),
  }),
);
