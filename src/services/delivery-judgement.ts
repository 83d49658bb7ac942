import { closesAfter } from '../domain/cycle.js';
import { decide, type MessageKind, settledKey } from '../domain/reminder-plan.js';
import { isInWindow, localDay, nextInWindow } from '../domain/working-hours.js';
import type { ClaimedDelivery } from './deliveries.js';
import type { OutgoingMessage } from './messenger.js';
import type { RecipientInCycle, Round } from './reminder-facts.js';
import { outgoingMessage } from './reminder-messages.js';

/** What to do with a claimed message: send this, look again then, or drop it for this reason. */
export type Judgement = { send: OutgoingMessage } | { wait: Date } | { drop: string };

/** A claimed message's recipient and cycle, freshly read. */
export interface Found {
  round: Round;
  recipient: RecipientInCycle;
}

/** Why a message of whatever kind doesn't leave now; undefined where nothing stands in its way. */
export function obstacle(
  claim: ClaimedDelivery,
  { round, recipient }: Found,
  at: Date,
): Exclude<Judgement, { send: OutgoingMessage }> | undefined {
  const { timeZone } = recipient.person;
  const { workingDays } = round.planned;
  if (!recipient.active) return { drop: 'left' };
  if (claim.expiresAt && at >= claim.expiresAt) return { drop: 'expired' };
  if (isInWindow(at, timeZone, workingDays)) return undefined;
  const next = nextInWindow(at, timeZone, workingDays);
  return next ? { wait: next } : { drop: 'expired' };
}

/** Decides again, from fresh facts, about one message that was decided upon earlier. */
export function judge(claim: ClaimedDelivery, { round, recipient }: Found, at: Date): Judgement {
  const { facts } = recipient;
  const { cycle, planned } = round;
  const hindered = obstacle(claim, { round, recipient }, at);
  if (hindered) return hindered;
  if (claim.kind === 'nudge') return judgeNudge(claim, { round, recipient }, at);
  const kind = claim.kind as MessageKind;
  const settled = new Set(facts.settled);
  settled.delete(settledKey(kind, claim.step));
  if (kind === 'all_set') settled.delete(settledKey('digest', claim.step));
  const decision = decide(planned, { ...facts, settled }, at).find(
    (one) => one.kind === kind && one.step === claim.step,
  );
  const message = decision && outgoingMessage(kind, cycle, recipient, at);
  if (message && !decision.silentBecause) return { send: message };
  if (facts.checkIn === 'submitted' && kind !== 'digest' && kind !== 'all_set') {
    return { drop: 'submitted' };
  }
  return { drop: facts.participates ? 'changed' : 'no_role' };
}

function judgeNudge(claim: ClaimedDelivery, { round, recipient }: Found, at: Date): Judgement {
  const { person, facts, managerSlackUserId } = recipient;
  const { name: cycleName, dueOn, reviewOn } = round.cycle;
  const { timeZone } = person;
  const today = localDay(at, timeZone);
  if (facts.checkIn === 'submitted') return { drop: 'submitted' };
  if (!facts.participates) return { drop: 'no_role' };
  if (today > closesAfter(round.cycle)) return { drop: 'expired' };
  if (person.managerId !== claim.subjectId || !managerSlackUserId)
    return { drop: 'manager_changed' };
  const started = facts.checkIn === 'draft';
  const when = { cycleName, dueOn, reviewOn, today, timeZone };
  return { send: { kind: 'nudge', managerSlackUserId, started, ...when } };
}
