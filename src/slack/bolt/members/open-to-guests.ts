import { z } from 'zod';
import { isLookUpAction, isLookUpView } from '../../role/look-ups.js';
import { isLookUp } from '../command/dispatch.js';

const bodySchema = z.object({
  type: z.string().optional(),
  command: z.string().optional(),
  text: z.string().optional(),
  action_id: z.string().optional(),
  actions: z.array(z.object({ action_id: z.string() })).optional(),
  view: z.object({ callback_id: z.string().optional() }).optional(),
});

/**
 * Returns whether a request is only about roles: guests and visitors may send it. All others,
 * including those of new listeners, are for members.
 */
export function isAboutRolesOnly(given: unknown, command: string): boolean {
  const read = bodySchema.safeParse(given);
  if (!read.success) return false;
  const { type, actions, view, ...body } = read.data;
  switch (type) {
    case undefined:
      return body.command === command && isLookUp(body.text ?? '');
    case 'block_actions':
      return actions?.length === 1 && actions.every((one) => isLookUpAction(one.action_id));
    case 'block_suggestion':
      return isLookUpAction(body.action_id ?? '');
    case 'view_submission':
      return isLookUpView(view?.callback_id ?? '');
    default:
      return false;
  }
}
