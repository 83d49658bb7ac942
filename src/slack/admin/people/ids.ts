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
  /** Lists who has left. */
  leavers: 'admin.leavers',
  /** To the page of that list in the button's value. */
  leaversPage: 'admin.leavers_page',
  /** Shows what erasing somebody who has left does; the value is their Slack id. */
  erase: 'admin.person_erase',
} as const;

export const callbackIds = {
  people: 'admin.people',
  person: 'admin.person',
  leavers: 'admin.leavers',
  erase: 'admin.erase',
} as const;

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

/** What the question whether somebody is to be erased carries. */
export const eraseMetadata = metadata(
  z.object({
    slackUserId: slackValues.userId,
    /** The list of those who have left below it. */
    viewId: slackValues.viewId.optional(),
  }),
);
