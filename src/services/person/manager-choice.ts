import type { Context } from '../context.js';
import { UserFacingError } from '../errors/index.js';
import { addMember, knownStanding, type WhoInSlack } from './people.js';
import { AssignmentError } from './place-rules.js';
import { rememberProfiles } from './profiles.js';
import { NotAMemberError, type Standing, standingOf } from './standing.js';

/** Nobody but a full member can be somebody's manager. */
const sentences: Record<Exclude<Standing, 'member'>, string> = {
  guest: 'That person is a guest here. Pick a full member of this workspace.',
  visitor: 'That is nobody of this workspace. Pick somebody who is a member here.',
  app: 'That is an app. Pick a person.',
  left: 'That person has left. Pick somebody who is still here.',
  erased: 'That person was erased here. Pick somebody else.',
};

/**
 * Adds the person who was picked as a manager, if unknown. Throws AssignmentError for everybody but
 * a full member, and where Slack doesn't answer about an unknown person.
 */
export async function meetManager(context: Context, who: WhoInSlack): Promise<void> {
  const known = await knownStanding(context, who);
  try {
    const profile = await context.members?.profileOf(who.slackUserId);
    if (profile) await rememberProfiles(context, who.workspaceId, [profile]);
    if (!context.members && known?.standing === 'member') return;
    const standing = standingOf(profile);
    if (standing !== 'member') throw new NotAMemberError(standing);
    if (known?.standing === 'erased') throw new NotAMemberError('erased');
    if (profile) await addMember(context, who.workspaceId, profile);
  } catch (error) {
    if (error instanceof NotAMemberError) throw refusal(sentences[error.standing]);
    if (!(error instanceof UserFacingError)) throw error;
    // Slack is slow or limits us: the stored row is used, and the daily reading corrects it.
    if (known?.standing === 'member') return;
    throw refusal("Slack didn't say in time who that is. Nothing is saved; try again in a minute.");
  }
}

function refusal(sentence: string): AssignmentError {
  return new AssignmentError('managerSlackUserId', sentence);
}
