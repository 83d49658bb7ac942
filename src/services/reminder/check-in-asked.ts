import { managerOfToday, managerWhoLeft } from '../../domain/access/relation.js';
import type { Day } from '../../domain/time/day.js';
import { localDay } from '../../domain/time/time-zone.js';
import type { MessageAt, Over, PostedAt } from '../message.js';
import type { PlanFacts } from './plan-facts.js';

/** What an invitation and a reminder say about the cycle. */
export interface CheckInAsked {
  cycleName: string;
  dueOn: Day;
  reviewOn: Day;
  /** The recipient's own day. */
  today: Day;
  /** Their manager of today; undefined without one. */
  managerSlackUserId: string | undefined;
  /** The manager who is set and has left. */
  managerWhoLeftSlackUserId?: string | undefined;
  /** Once it is posted: the recipient's own day on which they sent the check-in. */
  sentOn?: Day | undefined;
  over?: Over | undefined;
}

/** What is asked for, and by when. */
export function checkInAsked({ recipient, at, facts }: MessageAt<PlanFacts>): CheckInAsked {
  const { name: cycleName, dueOn, reviewOn } = facts.planned.cycle;
  const today = localDay(at, recipient.timeZone);
  const managerSlackUserId = managerOfToday(facts)?.slackUserId;
  const managerWhoLeftSlackUserId = managerWhoLeft(facts)?.slackUserId;
  return {
    ...{ cycleName, dueOn, reviewOn, today, managerSlackUserId },
    ...(managerWhoLeftSlackUserId && { managerWhoLeftSlackUserId }),
  };
}

/** What a posted message that asks for a check-in says now, in the words of the day on which it came. */
export function checkInAgain(message: PostedAt<PlanFacts>): CheckInAsked {
  const { recipient, facts, sentAt } = message;
  const today = localDay(sentAt, recipient.timeZone);
  return { ...checkInAsked(message), today, sentOn: facts.sentOn, over: overOf(facts) };
}

function overOf({ facts, sentOn, isClosed }: PlanFacts): Over | undefined {
  if (isClosed) return 'closed';
  if (sentOn !== undefined) return 'done';
  return facts.participates ? undefined : 'changed';
}
