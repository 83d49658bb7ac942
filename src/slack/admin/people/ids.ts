import { z } from 'zod';
import { metadata } from '../../ui/metadata.js';
import { slackValues } from '../../ui/slack-values.js';

/** What the listeners and the builders of the people pages call things in Slack. */
export const actionIds = {
  /** Opens the page on which people are found. */
  people: 'admin.people',
  /** A picker of Slack's users; opens the one who was picked. */
  find: 'admin.person_find',
  /** Opens somebody; the value is their Slack id. */
  person: 'admin.person',
  /** Makes somebody an admin, or takes it away; the value is the person's id. */
  addAdmin: 'admin.person_admin_add',
  removeAdmin: 'admin.person_admin_remove',
} as const;

export const callbackIds = { people: 'admin.people', person: 'admin.person' } as const;

/** The form's inputs: block and action share a name. */
export const fields = {
  roleKey: 'admin.person_role',
  inRoleSince: 'admin.person_since',
  managerSlackUserId: 'admin.person_manager',
} as const;

/** What a picker of Slack's users sends. */
export const pickedUser = z.object({ selected_user: slackValues.userId });

/** What the form of a person carries. */
export const personMetadata = metadata(
  z.object({
    personId: slackValues.id,
    /** The people page below the form. */
    viewId: slackValues.viewId.optional(),
    /** The form shows no manager then, and keeps the one who left where none is picked. */
    managerLeft: z.boolean(),
    /** The place that the admin saw. */
    seen: z.object({
      roleKey: slackValues.key.optional(),
      inRoleSince: slackValues.day.optional(),
      managerSlackUserId: slackValues.userId.optional(),
    }),
  }),
);
