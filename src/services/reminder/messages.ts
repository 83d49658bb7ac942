import { may } from '../../domain/access/access.js';
import { managerOfToday, relationOf } from '../../domain/access/relation.js';
import { closesAfter } from '../../domain/cycle/cycle.js';
import type { MessageKind } from '../../domain/reminder/message-kinds.js';
import { owesCheckIn } from '../../domain/reminder/recipient-facts.js';
import { localDay } from '../../domain/time/time-zone.js';
import { defineMessage } from '../delivery/index.js';
import type { ContentResult, MessageAt, PostedAt } from '../message.js';
import { type AllSetMessage, type DigestMessage, toDigest } from '../team/index.js';
import { type CheckInAsked, checkInAgain, checkInAsked } from './check-in-asked.js';
import { nudgeKind, planKinds, type WhichNudge, type WhichStep } from './kinds.js';
import { expiryInPlan, lookUpPlanFacts, type PlanFacts } from './plan-facts.js';
import { stillAsked } from './still-asked.js';
import { allSetAgain, digestAgain } from './team-again.js';

/** The cycle has opened, or its recipient has just joined it. */
export interface InvitationMessage extends CheckInAsked {
  kind: 'invitation';
  /** Undefined while nothing in it is answered. */
  started?: boolean;
}

/** The check-in is not sent yet. */
export interface ReminderMessage extends CheckInAsked {
  kind: 'reminder';
  started: boolean;
}

/** A manager asks a report for their check-in, or those who run the reviews do. */
export interface NudgeMessage extends CheckInAsked {
  kind: 'nudge';
  /** The manager who asks; undefined where somebody else is the manager since. */
  managerSlackUserId: string | undefined;
  /** Those who run the reviews ask, and no manager. */
  byAdmins: boolean;
  started: boolean;
}

type PlannedMessage = InvitationMessage | ReminderMessage | DigestMessage | AllSetMessage;

const fromPlan = { lookUp: lookUpPlanFacts, expires: expiryInPlan, content: plannedContent };

/** To a participant; of an invitation, a reminder and a nudge one is enough. */
export const invitation = defineMessage({
  kind: planKinds.invitation.kind,
  topic: 'check_in',
  ...fromPlan,
  again: (message: PostedAt<PlanFacts>): InvitationMessage => ({
    kind: 'invitation',
    ...checkInAgain(message),
    started: isStarted(message.facts),
  }),
});
export const reminder = defineMessage({
  kind: planKinds.reminder.kind,
  topic: 'check_in',
  ...fromPlan,
  again: (message: PostedAt<PlanFacts>): ReminderMessage => ({
    kind: 'reminder',
    ...checkInAgain(message),
    started: isStarted(message.facts),
  }),
});

/** To a manager: what their team asks of them. */
export const digest = defineMessage({
  kind: planKinds.digest.kind,
  topic: 'team',
  ...fromPlan,
  again: digestAgain,
});
export const allSet = defineMessage({
  kind: planKinds.all_set.kind,
  topic: 'team',
  ...fromPlan,
  again: allSetAgain,
});

/** To a report: their manager asks for the check-in. */
export const nudge = defineMessage({
  kind: nudgeKind.kind,
  topic: 'check_in',
  lookUp: lookUpPlanFacts,
  content: nudgeContent,
  again: nudgeAgain,
});

function plannedContent(message: MessageAt<PlanFacts, WhichStep>): ContentResult<PlannedMessage> {
  const asked = stillAsked(message);
  return 'drop' in asked ? asked : contentFor(asked.send, message);
}

function contentFor(
  kind: MessageKind,
  message: MessageAt<PlanFacts>,
): ContentResult<PlannedMessage> {
  const { facts } = message;
  switch (kind) {
    case 'invitation':
      return { send: { kind, ...checkInAsked(message) } };
    case 'reminder':
      return { send: { kind, ...checkInAsked(message), started: isStarted(facts) } };
    case 'digest':
    case 'all_set':
      return facts.team ? { send: { kind, ...toDigest(facts.team) } } : { drop: 'changed' };
    // Kinds with a content of their own.
    case 'views_waiting':
    case 'cycle_closed':
    case 'newcomer':
    case 'admin_summary':
      return { drop: 'changed' };
  }
}

function nudgeContent(message: MessageAt<PlanFacts, WhichNudge>): ContentResult<NudgeMessage> {
  const { claim, recipient, at, facts } = message;
  const { planned, facts: about, active, manager } = facts;
  if (planned.cycle.cancelledAt) return { drop: 'cancelled' };
  if (facts.isClosed) return { drop: 'expired' };
  if (!about.participates) return { drop: 'no_role' };
  if (!owesCheckIn(about)) return { drop: 'submitted' };
  if (localDay(at, recipient.timeZone) > closesAfter(planned.cycle)) return { drop: 'expired' };
  const asked = { kind: 'nudge' as const, ...checkInAsked(message), started: isStarted(facts) };
  if (isByAdmins(message)) {
    return { send: { ...asked, byAdmins: true, managerSlackUserId: undefined } };
  }
  const relation = relationOf(claim.subjectId, { ...recipient, manager });
  if (!manager || !may('nudge', { relation, active })) return { drop: 'manager_changed' };
  return { send: { ...asked, byAdmins: false, managerSlackUserId: manager.slackUserId } };
}

function nudgeAgain(message: PostedAt<PlanFacts, WhichNudge>): NudgeMessage {
  const { claim, recipient, facts } = message;
  const relation = relationOf(claim.subjectId, { ...recipient, manager: facts.manager });
  return {
    kind: 'nudge',
    ...checkInAgain(message),
    byAdmins: isByAdmins(message),
    managerSlackUserId: relation === 'manager' ? managerOfToday(facts)?.slackUserId : undefined,
    started: isStarted(facts),
  };
}

function isByAdmins({
  claim,
  recipient,
}: Pick<MessageAt<PlanFacts, WhichNudge>, 'claim' | 'recipient'>): boolean {
  return claim.subjectId === recipient.id;
}

function isStarted({ facts }: PlanFacts): boolean {
  return facts.checkIn === 'draft';
}
