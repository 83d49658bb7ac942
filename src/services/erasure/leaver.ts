import type { Administrator } from '../access/index.js';
import type { Context } from '../context.js';
import { UserFacingError } from '../errors/index.js';
import { standingOf } from '../person/index.js';

/**
 * Asks Slack, since our row may be behind: throws UserFacingError where an admin would erase somebody
 * whose account is not deactivated, or where Slack doesn't say.
 */
export async function requireLeft(
  { members }: Pick<Context, 'members'>,
  { by, slackUserId }: { by: Administrator; slackUserId: string },
): Promise<void> {
  if ('operator' in by || !members) return;
  const profile = await members.profileOf(slackUserId).catch((error) => {
    if (!(error instanceof UserFacingError)) throw error;
    throw new UserFacingError(
      "Slack didn't say in time whether they have left. Nothing is changed; try again in a minute.",
    );
  });
  // Somebody whom Slack doesn't show any more is gone as well.
  if (!profile || standingOf(profile) === 'left') return;
  throw new UserFacingError(stillHere);
}

/** Why an admin can't erase somebody. */
export const stillHere =
  'They are still here. Only somebody who has left can be erased here; an operator erases others at their own request. Nothing is changed.';
