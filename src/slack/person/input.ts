import { z } from 'zod';
import type { Assignment } from '../../services/person/index.js';
import { metadata } from '../ui/metadata.js';
import { readSlackValue, slackValues } from '../ui/slack-values.js';
import { fields } from './ids.js';

const formSchema = z.object({
  state: z.object({
    values: z.object({
      [fields.roleKey]: z.object({
        [fields.roleKey]: z.object({ selected_option: z.object({ value: slackValues.key }) }),
      }),
      [fields.inRoleSince]: z.object({
        [fields.inRoleSince]: z.object({ selected_date: slackValues.day.nullish() }),
      }),
      [fields.managerSlackUserId]: z.object({
        [fields.managerSlackUserId]: z.object({ selected_user: slackValues.userId.nullish() }),
      }),
    }),
  }),
});

/** Reads the form. Throws UnreadableError for any other view. */
export function readForm(view: unknown): Assignment {
  const { values } = readSlackValue(formSchema, view).state;
  const { roleKey, inRoleSince, managerSlackUserId } = fields;
  return {
    roleKey: values[roleKey][roleKey].selected_option.value,
    inRoleSince: values[inRoleSince][inRoleSince].selected_date ?? undefined,
    managerSlackUserId: values[managerSlackUserId][managerSlackUserId].selected_user ?? undefined,
  };
}

/** What the form leads to once it is saved. */
export const aboutYouMetadata = metadata(z.object({ goOn: z.literal('check_in').optional() }), {
  none: {},
});
