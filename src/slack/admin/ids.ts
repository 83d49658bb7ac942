import { z } from 'zod';
import { settingKeys } from '../../domain/settings/definitions.js';
import { metadata } from '../ui/metadata.js';
import { slackValues } from '../ui/slack-values.js';

/** What the listeners and the builders of this feature call things in Slack. */
export const actionIds = {
  /** Opens the page of an admin. */
  open: 'admin.open',
  /** Lists who did not come to the end of the open cycle. */
  unfinished: 'admin.unfinished',
  /** Lists the settings. */
  settings: 'admin.settings',
  /** Opens the form of a setting; the value is its key. */
  setting: 'admin.setting',
} as const;

export const callbackIds = { admin: 'admin.page', setting: 'admin.set' } as const;

/** The form's input: block and action share a name. */
export const valueField = 'admin.value';

export const settingKey = z.enum(settingKeys);

/** What the form of a setting carries. */
export const settingMetadata = metadata(
  z.object({
    key: settingKey,
    /** The list of settings below the form. */
    viewId: slackValues.viewId.optional(),
    /** A hash of the value whose effect on the reviews the form has shown. */
    foreseen: z.string().max(64).optional(),
  }),
);
