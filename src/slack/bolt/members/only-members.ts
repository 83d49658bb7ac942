import type { AllMiddlewareArgs, AnyMiddlewareArgs } from '@slack/bolt';
import type { Log } from '../../../services/context.js';
import { UserFacingError } from '../../../services/errors/index.js';
import { NotAMemberError, type Standing } from '../../../services/person/index.js';
import { asReadIn } from '../../ui/reader.js';
import { kindOf } from '../request-facts.js';
import { isLookUp, type LookUps } from './guest-access.js';
import type { SlackMembers } from './members.js';
import { answerNothing, answerRefused } from './refused-request.js';
import { type Ours, originOf } from './request-origin.js';

const elsewhere =
  'I only answer people of the workspace that I was set up for, and you seem to be in another one. Nothing has changed.';

export interface OnlyMembersOptions {
  ours: Ours & { botUserId: string };
  members: SlackMembers;
  lookUps: LookUps;
  log: Log;
}

/**
 * Bolt's global middleware that determines the actor of each request. Full members of our workspace
 * are served; guests and visitors can look up roles; apps and people who left get nothing; another
 * workspace's people get a sentence, and its events change nothing. Services check the person's row
 * again (`findOrAddPerson`), so the request goes on where no answer comes in time.
 */
export function onlyMembers({ ours, members, lookUps, log }: OnlyMembersOptions) {
  return async (args: AllMiddlewareArgs & AnyMiddlewareArgs): Promise<void> => {
    const { place, userId, standing: claimed } = originOf(args.body, ours);
    const isEvent = kindOf(args.body) === 'event';
    if (place === 'elsewhere') {
      return isEvent ? answerNothing(args) : answerRefused(args, elsewhere, log);
    }
    if (isEvent) forgetChangedMember(args, members);
    if (claimed === 'app' || userId === ours.botUserId) return answerNothing(args);
    if (userId === undefined) {
      // An event without an actor: it is about a person or about the app.
      if (claimed !== 'visitor') await args.next();
      return;
    }
    const isOpen = isLookUp(args.body, args.context, lookUps);
    const standing = claimed ?? (await standingOf(userId, members, isOpen));
    if (typeof standing === 'object') return answerRefused(args, standing.sentence, log);
    const next = () => asReadIn(members.localeOf(userId), args.next);
    if (standing === 'member' || standing === 'unknown') return next();
    if (standing === 'app' || standing === 'left') return answerNothing(args);
    if (isOpen) return next();
    return answerRefused(args, new NotAMemberError(standing).message, log);
  };
}

type Found = Standing | 'unknown' | { sentence: string };

async function standingOf(userId: string, members: SlackMembers, isOpen: boolean): Promise<Found> {
  try {
    return await members.standingOf(userId);
  } catch (error) {
    // Roles are no secret here, and errors of the database are reported where it is needed.
    if (isOpen || !(error instanceof UserFacingError)) return 'unknown';
    return { sentence: error.message };
  }
}

function forgetChangedMember({ body }: AnyMiddlewareArgs, members: SlackMembers): void {
  const { event } = body as { event?: { user?: unknown } };
  const { id } = (event?.user ?? {}) as { id?: unknown };
  if (typeof id === 'string') members.forget(id);
}
