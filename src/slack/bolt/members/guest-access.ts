import type { Context } from '@slack/bolt';
import { z } from 'zod';

/** What asks about roles and about nobody in person. */
export interface LookUps {
  isCommand(command: string, text: string, context: Context): boolean;
  isAction(actionId: string): boolean;
  isView(callbackId: string): boolean;
}

const bodySchema = z.object({
  type: z.string().optional(),
  command: z.string().default(''),
  text: z.string().default(''),
  action_id: z.string().default(''),
  actions: z.array(z.object({ action_id: z.string() })).optional(),
  view: z.object({ callback_id: z.string().default('') }).optional(),
});

/**
 * Returns whether a request is a look-up: guests and visitors may send it. All others, including those
 * of new listeners, are for members.
 */
export function isLookUp(raw: unknown, context: Context, lookUps: LookUps): boolean {
  const read = bodySchema.safeParse(raw);
  if (!read.success) return false;
  const { type, command, text, action_id, actions, view } = read.data;
  switch (type) {
    case undefined:
      return lookUps.isCommand(command, text, context);
    case 'block_actions':
      return actions?.length === 1 && actions.every((one) => lookUps.isAction(one.action_id));
    case 'block_suggestion':
      return lookUps.isAction(action_id);
    case 'view_submission':
      return lookUps.isView(view?.callback_id ?? '');
    default:
      return false;
  }
}
