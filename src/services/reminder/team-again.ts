import { isAsked } from '../../domain/reminder/recipient-facts.js';
import { sizeOfTeam } from '../../domain/team/team.js';
import type { Day } from '../../domain/time/day.js';
import { localDay } from '../../domain/time/time-zone.js';
import type { Over, PostedAt } from '../message.js';
import { type AllSetMessage, type DigestMessage, toDigest } from '../team/index.js';
import type { PlanFacts } from './plan-facts.js';

type Posted = PostedAt<PlanFacts>;

/**
 * What a posted digest says now: where the team is, in the newest message about it. An older one says
 * that there is a newer one, so that one change doesn't edit them all.
 */
export function digestAgain(message: Posted): DigestMessage | undefined {
  const { team } = message.facts;
  if (!team) return undefined;
  const over = overOfTeam(message);
  return { kind: 'digest', ...toDigest(team), today: dayOf(message, over), over };
}

/** What a posted "all set" says now. */
export function allSetAgain(message: Posted): AllSetMessage | undefined {
  const { team } = message.facts;
  if (!team) return undefined;
  const over = overOfTeam(message);
  // While it is so, it is as it said.
  const digest = { ...toDigest(team), today: dayOf(message, over) };
  if (over === 'done') return { kind: 'all_set', ...digest };
  return { kind: 'all_set', ...digest, over: over ?? 'changed' };
}

/** While its review is open, a post speaks as of its own day, so that no day that passes makes it untrue. */
function dayOf({ facts: { team }, recipient, sentAt, at }: Posted, over: Over | undefined): Day {
  const timeZone = team?.reader.timeZone ?? recipient.timeZone ?? 'UTC';
  return localDay(over === 'closed' ? at : sentAt, timeZone);
}

function overOfTeam({ facts, hasNewer }: Posted): Over | undefined {
  const { team, facts: about, isClosed } = facts;
  if (isClosed) return 'closed';
  if (hasNewer || !team || sizeOfTeam(team.team) === 0) return 'changed';
  return about.team && isAsked(about.team, team.today) ? undefined : 'done';
}
