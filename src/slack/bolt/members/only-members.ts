import type { AllMiddlewareArgs, AnyMiddlewareArgs } from '@slack/bolt';
import type { Log } from '../../../services/context.js';
import { UserFacingError } from '../../../services/errors/index.js';
import { NotAMemberError, type Standing } from '../../../services/person/index.js';
import { kindOf } from '../request-facts.js';
import type { SlackMembers } from './members.js';
import { isAboutRolesOnly } from './open-to-guests.js';
import { type Ours, ownerOf } from './request-owner.js';
import { answerNothing, answerRefused } from './turned-away.js';

const elsewhere =
  'I only answer people of the workspace that I was set up for, and you seem to be in another one. Nothing has changed.';

export interface OnlyMembersOptions {
  ours: Ours & { botUserId: string };
  members: SlackMembers;
  command: string;
  log: Log;
}

/**
 * Bolt's global middleware that knows whose request it is. Full members of our workspace are served;
 * guests and visitors see what roles ask; apps and people who left get nothing; another workspace's
 * people get a sentence, and its events change nothing. Whatever needs to know somebody asks again
 * at our row about them (`findOrAddPerson`), so where nobody can say it in time the request goes on.
 */
export function onlyMembers({ ours, members, command, log }: OnlyMembersOptions) {
  return async (args: AllMiddlewareArgs & AnyMiddlewareArgs): Promise<void> => {
    const { place, userId, standing: claimed } = ownerOf(args.body, ours);
    const isEvent = kindOf(args.body) === 'event';
    if (place === 'elsewhere') {
      return isEvent ? answerNothing(args) : answerRefused(args, elsewhere, log);
    }
    if (isEvent) forgetWhomItTellsOf(args, members);
    if (claimed === 'app' || userId === ours.botUserId) return answerNothing(args);
    if (userId === undefined) {
      // An event that nobody caused by a press: it tells of somebody.
      if (claimed !== 'visitor') await args.next();
      return;
    }
    const isOpen = isAboutRolesOnly(args.body, command);
    const standing = claimed ?? (await standingOf(userId, members, isOpen));
    if (typeof standing === 'object') return answerRefused(args, standing.sentence, log);
    if (standing === 'member' || standing === 'unknown') return args.next();
    if (standing === 'app' || standing === 'left') return answerNothing(args);
    if (isOpen) return args.next();
    return answerRefused(args, new NotAMemberError(standing).message, log);
  };
}

type Found = Standing | 'unknown' | { sentence: string };

async function standingOf(userId: string, members: SlackMembers, isOpen: boolean): Promise<Found> {
  try {
    return await members.standingOf(userId);
  } catch (error) {
    // What roles ask is no secret here, and the database's troubles are told where it is needed.
    if (isOpen || !(error instanceof UserFacingError)) return 'unknown';
    return { sentence: error.message };
  }
}

function forgetWhomItTellsOf({ body }: AnyMiddlewareArgs, members: SlackMembers): void {
  const { event } = body as { event?: { user?: unknown } };
  const { id } = (event?.user ?? {}) as { id?: unknown };
  if (typeof id === 'string') members.forget(id);
}
