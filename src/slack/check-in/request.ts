import type { CheckInRef } from '../../services/check-in/index.js';
import { findOrAddPerson } from '../../services/person/index.js';
import type { SlackContext } from '../bolt/context.js';
import { given, readGiven } from '../ui/given.js';
import { readMetadata } from './input.js';

/** The check-in that a view belongs to, for the person who acts in it. */
export async function refOf(
  { services, workspace }: SlackContext,
  slackUserId: string,
  view: { private_metadata: string },
): Promise<CheckInRef> {
  const { checkInId } = readMetadata(view);
  const workspaceId = workspace.id;
  const { id: personId } = await findOrAddPerson(services, { workspaceId, slackUserId });
  return { workspaceId, personId, checkInId };
}

/**
 * When an action was made, by Slack's clock: `action_ts` is seconds with a fraction. Throws
 * UnreadableError for anything else.
 */
export function madeAt(actionTs: string): Date {
  return new Date(Number(readGiven(given.ts, actionTs)) * 1000);
}
