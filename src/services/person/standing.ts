import { UserFacingError } from '../errors/index.js';
import type { Profile } from '../members.js';

/**
 * What a Slack user is to the workspace: a full member; a guest; a visitor from another workspace
 * through Slack Connect; an app; a deactivated account; or somebody who was erased here.
 */
export type Standing = 'member' | 'guest' | 'visitor' | 'app' | 'left' | 'erased';

/** Somebody is no full member of the workspace; the message says what is open to them. */
export class NotAMemberError extends UserFacingError {
  override name = 'NotAMemberError';

  constructor(readonly standing: Exclude<Standing, 'member'>) {
    super(sentences[standing]);
  }
}

const forMembers =
  'Check-ins and everything else that is personal are for full members of this workspace.';

const sentences: Record<Exclude<Standing, 'member'>, string> = {
  guest: `As a guest you can look up what a role asks. ${forMembers}`,
  visitor: `As a visitor you can look up what a role asks. ${forMembers}`,
  app: forMembers,
  left: forMembers,
  erased:
    'You were erased here, so nothing about you is kept. You can look up what a role asks; to begin anew, ask an admin: whoever runs Ladder can let you in again.',
};

/** Returns the standing by a profile; a user that Slack doesn't show to us is a stranger. */
export function standingOf(profile: Profile | undefined): Standing {
  if (!profile) return 'visitor';
  if (profile.isBot) return 'app';
  if (profile.outside === 'visitor') return 'visitor';
  if (profile.deactivated) return 'left';
  return profile.outside ?? 'member';
}
