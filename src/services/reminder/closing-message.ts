import type { Database } from '../../database/index.js';
import { managerOfToday } from '../../domain/access/relation.js';
import { ownEnd } from '../../domain/reminder/closing.js';
import { isWaitingForView } from '../../domain/team/team.js';
import { type Day, dayFromDate } from '../../domain/time/day.js';
import { localDay } from '../../domain/time/time-zone.js';
import { type CycleOutcome, readCycleOutcome } from '../completion/index.js';
import { toCycle } from '../cycle/index.js';
import { defineMessage } from '../delivery/index.js';
import type { ContentResult, LookUpPage, MessageAt, PostedAt } from '../message.js';
import { planKinds, type WhichStep } from './kinds.js';
import { expiryInPlan, lookUpPlanFacts, type PlanFacts } from './plan-facts.js';
import { stillAsked } from './still-asked.js';

/** A cycle has closed: the last word about it to admins, and to people for whom not all of it went well. */
export interface CycleClosedMessage {
  kind: 'cycle_closed';
  cycleId: string;
  cycleName: string;
  /** Their own check-in: not sent, or sent and without a view. */
  own:
    | { end: 'missed'; started: boolean }
    | { end: 'no_view'; managerSlackUserId: string | undefined }
    | undefined;
  /** Their reports whose check-ins wait for their view in vain. */
  withoutView: { slackUserId: string; name: string }[];
  /** For admins. */
  outcome: CycleOutcome | undefined;
  /** The admin's own day on which that was counted: people who leave are in it no more. */
  countedOn: Day | undefined;
  /** The dates of the next cycle; undefined while none is planned. */
  next: { opensOn: Day; reviewOn: Day } | undefined;
}

interface ClosingFacts extends PlanFacts {
  /** Read where its recipient is an admin. */
  outcome: CycleOutcome | undefined;
  next: CycleClosedMessage['next'];
}

/** To people who missed something, and to admins: that a cycle has closed, and its outcome. */
export const cycleClosed = defineMessage({
  kind: planKinds.cycle_closed.kind,
  lookUp: lookUpClosing,
  expires: expiryInPlan,
  content: closingContent,
  again: (message: PostedAt<ClosingFacts, WhichStep>): CycleClosedMessage => closing(message),
});

async function lookUpClosing(db: Database, page: LookUpPage): Promise<Map<string, ClosingFacts>> {
  const plans = await lookUpPlanFacts(db, page);
  const admins = new Map(
    [...plans.values()]
      .filter(({ facts }) => facts.isAdmin)
      .map(({ planned }) => [planned.cycle.id, planned.cycle]),
  );
  const outcomes = new Map<string, CycleOutcome>();
  for (const [id, cycle] of admins) outcomes.set(id, await readCycleOutcome(db, cycle));
  const ordered = page.cycles
    .filter(({ cancelledAt }) => cancelledAt === null)
    .sort((one, other) => one.reviewOn.getTime() - other.reviewOn.getTime());
  return new Map(
    [...plans].map(([id, plan]): [string, ClosingFacts] => {
      const { cycle } = plan.planned;
      const later = ordered.find(({ reviewOn }) => dayFromDate(reviewOn) > cycle.reviewOn);
      return [id, { ...plan, outcome: outcomes.get(cycle.id), next: later && toCycle(later) }];
    }),
  );
}

function closingContent(
  message: MessageAt<ClosingFacts, WhichStep>,
): ContentResult<CycleClosedMessage> {
  const asked = stillAsked(message);
  return 'drop' in asked ? asked : { send: closing(message) };
}

/** How the cycle ended for its recipient, as it is known now. */
function closing(message: MessageAt<ClosingFacts, WhichStep>): CycleClosedMessage {
  const { facts: about, planned, team, outcome, next } = message.facts;
  const { at, recipient } = message;
  const { timeZone } = recipient;
  const reports = team?.team.groups.ready.filter(isWaitingForView) ?? [];
  return {
    kind: 'cycle_closed',
    cycleId: planned.cycle.id,
    cycleName: planned.cycle.name,
    own: ownOf(message.facts),
    withoutView: reports.map(({ slackUserId, name }) => ({ slackUserId, name })),
    outcome: about.isAdmin ? outcome : undefined,
    countedOn: about.isAdmin ? localDay(at, timeZone) : undefined,
    next: next && { opensOn: next.opensOn, reviewOn: next.reviewOn },
  };
}

function ownOf(closing: ClosingFacts): CycleClosedMessage['own'] {
  const { facts } = closing;
  const end = ownEnd(facts);
  if (end === undefined) return undefined;
  if (end === 'no_view') return { end, managerSlackUserId: managerOfToday(closing)?.slackUserId };
  return { end, started: facts.checkIn === 'draft' };
}
