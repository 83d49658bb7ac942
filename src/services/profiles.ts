import type { Context } from './context.js';
import { rememberProfile } from './people.js';

/** What Slack knows about a person and we keep a copy of. */
export interface Profile {
  slackUserId: string;
  name: string;
  /** IANA name. */
  timeZone: string;
  locale: string;
  isAdmin: boolean;
  isBot: boolean;
  /** The account is deactivated. */
  deactivated: boolean;
}

/** Where profiles come from; `slack/directory.ts` implements it. */
export interface Directory {
  /** The profile, or undefined if Slack knows no such person. Throws if Slack can't be asked. */
  find(slackUserId: string): Promise<Profile | undefined>;
}

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Reads the profiles that were never read, and those older than a day, oldest first; at most `limit`
 * of them, because Slack allows about a hundred a minute. Out comes how many were read.
 */
export async function refreshProfiles(
  context: Context,
  directory: Directory,
  { workspaceId, limit = 50 }: { workspaceId: string; limit?: number },
): Promise<number> {
  const { db, clock } = context;
  const people = await db.person.findMany({
    where: {
      workspaceId,
      OR: [
        { profileReadAt: null },
        { profileReadAt: { lt: new Date(clock.now().getTime() - dayMs) }, leftAt: null },
      ],
    },
    orderBy: { profileReadAt: { sort: 'asc', nulls: 'first' } },
    take: limit,
  });
  for (const { slackUserId } of people) {
    const profile = await directory.find(slackUserId);
    await rememberProfile(context, workspaceId, profile ?? goneProfile(slackUserId));
  }
  return people.length;
}

/** Slack knows nobody by this id any more: to us that is somebody who left. */
function goneProfile(slackUserId: string): Profile {
  return {
    slackUserId,
    name: '',
    timeZone: 'UTC',
    locale: 'en-US',
    isAdmin: false,
    isBot: false,
    deactivated: true,
  };
}
