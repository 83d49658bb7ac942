import { UserFacingError } from '../errors/index.js';
import type { Profile } from '../members.js';

/**
 * What somebody is to the workspace: one of its full members; a guest; a visitor, whom Slack Connect
 * brings from another workspace; an app; or somebody whose account is deactivated.
 */
export type Standing = 'member' | 'guest' | 'visitor' | 'app' | 'left';

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
};

/** What a profile says; somebody whom Slack doesn't show to us is none of ours. */
export function standingOf(profile: Profile | undefined): Standing {
  if (!profile) return 'visitor';
  if (profile.isBot) return 'app';
  if (profile.outside === 'visitor') return 'visitor';
  if (profile.deactivated) return 'left';
  return profile.outside ?? 'member';
}
