import { z } from 'zod';
import type { Assignment } from '../../services/assignments.js';
import { fields } from './ids.js';

const formSchema = z.object({
  state: z.object({
    values: z.object({
      [fields.roleKey]: z.object({
        [fields.roleKey]: z.object({ selected_option: z.object({ value: z.string() }) }),
      }),
      [fields.inRoleSince]: z.object({
        [fields.inRoleSince]: z.object({ selected_date: z.iso.date().nullish() }),
      }),
      [fields.managerSlackUserId]: z.object({
        [fields.managerSlackUserId]: z.object({ selected_user: z.string().nullish() }),
      }),
    }),
  }),
});

/** What was chosen in the form; throws a ZodError for any other view. */
export function readForm(view: unknown): Assignment {
  const { values } = formSchema.parse(view).state;
  const { roleKey, inRoleSince, managerSlackUserId } = fields;
  return {
    roleKey: values[roleKey][roleKey].selected_option.value,
    inRoleSince: values[inRoleSince][inRoleSince].selected_date ?? undefined,
    managerSlackUserId: values[managerSlackUserId][managerSlackUserId].selected_user ?? undefined,
  };
}

const metadataSchema = z.object({ goOn: z.literal('check_in').optional() });

/** What a form leads to once it is saved. */
export type Metadata = z.infer<typeof metadataSchema>;

export function writeMetadata(metadata: Metadata): string {
  return JSON.stringify(metadata);
}

/** Reads back what `writeMetadata` wrote; throws a ZodError or SyntaxError for anything else. */
export function readMetadata(view: { private_metadata: string }): Metadata {
  return metadataSchema.parse(JSON.parse(view.private_metadata || '{}'));
}
