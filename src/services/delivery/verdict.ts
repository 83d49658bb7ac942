import { askedUntil } from '../../domain/action-item/action-item.js';
import { reachableFrom } from '../../domain/availability/availability.js';
import { closesAfter } from '../../domain/cycle/cycle.js';
import { notifiableFrom } from '../../domain/delivery/least-distance.js';
import { decideEarly } from '../../domain/reminder/early-steps.js';
import {
  decide,
  decidedKey,
  expiryOf,
  isAsked,
  type MessageKind,
  messageKinds,
  owesCheckIn,
  type PlannedRound,
  type RecipientFacts,
} from '../../domain/reminder/plan.js';
import { instantAt, localDay, nextInWindow } from '../../domain/time/working-hours.js';
import { quietOf } from '../availability/index.js';
import type { RecipientInCycle, Round } from '../reminder/facts.js';
import type { TeamState } from '../team/index.js';
import type { ClaimedDelivery } from './claims.js';

/** Not now: look again then, hold it back until then, or drop it for this reason. */
export type Blocker =
  /** `because` is left out where it waits for working hours. */
  { wait: Date; because?: 'told_lately' } | { hold: Date } | { drop: string };

/** What to do with a claimed message whose content follows from the cycle's plan. */
export type PlannedJudgement = { send: PlannedKind } | { drop: string };

export type PlannedKind = MessageKind | 'nudge';

/** A claimed message's recipient and cycle, freshly read. */
export interface Found {
  round: Round;
  recipient: RecipientInCycle;
  /** Read for those who get a message about their team. */
  team: TeamState | undefined;
  /** When its recipient was told of the same matter last, if that is lately. */
  notifiedAt?: Date | undefined;
}

/** What the judgement needs of a message. */
export type ToJudge = Pick<
  ClaimedDelivery,
  'kind' | 'step' | 'subjectId' | 'expiresAt' | 'repeats' | 'early'
>;

/** The kinds whose content follows from the facts by which they are judged, with no look-up of its own. */
export const judgedKinds: readonly PlannedKind[] = [...messageKinds, 'nudge'];

/** Why a message of whatever kind doesn't leave now; undefined where nothing stands in its way. */
export function blockerOf(claim: ToJudge, found: Found, at: Date): Blocker | undefined {
  const { round, recipient } = found;
  const { person, active, facts } = recipient;
  const { workingDays } = round.planned;
  if (!active) return { drop: 'left' };
  const expiresAt = expiryFor(claim, found);
  if (expiresAt && at >= expiresAt) return { drop: 'expired' };
  if (facts.heldUntil) {
    return { hold: reachableFrom(quietOf(person), at, workingDays) ?? facts.heldUntil };
  }
  if (claim.early) return undefined;
  const earliest = laterOf(at, firstMoment(claim, person.timeZone));
  const notifiable = laterOf(earliest, notifiableFrom(found.notifiedAt, at));
  const next = nextInWindow(notifiable, person.timeZone, workingDays);
  if (!next) return { drop: 'expired' };
  if (next <= at) return undefined;
  const lately = notifiable > earliest && next.getTime() === notifiable.getTime();
  return lately ? { wait: next, because: 'told_lately' } : { wait: next };
}

/** When a message is no longer wanted: by the calendar of the zone in which its recipient is now. */
function expiryFor(claim: ToJudge, { round, recipient }: Found): Date | null {
  const { timeZone } = recipient.person;
  const { kind, step, repeats } = claim;
  if (messageKinds.some((planned) => planned === kind)) {
    return expiryOf(round.planned, { step, timeZone, repeats });
  }
  return kind === 'action_due' && !repeats ? askedUntil(step, timeZone) : claim.expiresAt;
}

/** What is about a day comes on that day at the soonest, also to who has gone west meanwhile. */
function firstMoment({ kind, step }: ToJudge, timeZone: string): Date | undefined {
  return kind === 'action_due' ? instantAt(step, 0, timeZone) : undefined;
}

function laterOf(at: Date, other: Date | undefined): Date {
  return other && other > at ? other : at;
}

/** Decides again, from fresh facts, about a planned message that was decided upon earlier. */
export function verdictOf(claim: ToJudge, found: Found, at: Date): PlannedJudgement {
  const { kind, step, repeats } = claim;
  const { facts } = found.recipient;
  const { planned } = found.round;
  if (kind === 'nudge') return judgeNudge(claim, found, at);
  if (repeats) return judgeRepeated(claim, found, at);
  const known = kind as MessageKind;
  const decided = new Set(facts.decided);
  decided.delete(decidedKey(known, step));
  if (known === 'all_set') decided.delete(decidedKey('digest', step));
  if (claim.early) return judgeEarly(claim, planned, { ...facts, decided });
  // "All set" comes once a cycle: it is the same message at whichever step it leaves.
  const decision = decide(planned, { ...facts, decided }, at).find(
    (one) => one.kind === known && (known === 'all_set' || one.step === step),
  );
  if (decision && !decision.silentBecause) return { send: known };
  if (isForTeam(claim)) return { drop: 'changed' };
  if (facts.participates && !owesCheckIn(facts)) return { drop: 'submitted' };
  return { drop: facts.participates ? 'changed' : 'no_role' };
}

/** Whether a message is about the recipient's team. */
export function isForTeam({ kind }: Pick<ToJudge, 'kind'>): boolean {
  return kind === 'digest' || kind === 'all_set';
}

/** What doesn't go early after all is decided upon on its day. */
function judgeEarly(
  { kind, step }: ToJudge,
  planned: PlannedRound,
  facts: RecipientFacts,
): PlannedJudgement {
  const asked = planned.steps.find((one) => one.kind === kind && one.name === step);
  const decision = asked && decideEarly(planned, facts, asked);
  return decision ? { send: decision.kind } : { drop: 'changed' };
}

/** Who asked to be reminded is, while there is still something to do. */
function judgeRepeated(claim: ToJudge, { round, recipient }: Found, at: Date): PlannedJudgement {
  const { facts } = recipient;
  const today = localDay(at, facts.timeZone);
  if (today > round.planned.lastDay) return { drop: 'expired' };
  if (isForTeam(claim)) {
    return facts.team && isAsked(facts.team, today)
      ? { send: 'digest' }
      : { drop: 'nothing_to_do' };
  }
  if (!owesCheckIn(facts)) return { drop: facts.participates ? 'submitted' : 'no_role' };
  return {
    send: claim.kind === 'invitation' && facts.checkIn === 'none' ? 'invitation' : 'reminder',
  };
}

function judgeNudge(claim: ToJudge, { round, recipient }: Found, at: Date): PlannedJudgement {
  const { person, facts, managerSlackUserId } = recipient;
  if (!facts.participates) return { drop: 'no_role' };
  if (!owesCheckIn(facts)) return { drop: 'submitted' };
  if (localDay(at, person.timeZone) > closesAfter(round.cycle)) return { drop: 'expired' };
  if (person.managerId !== claim.subjectId || !managerSlackUserId)
    return { drop: 'manager_changed' };
  return { send: 'nudge' };
}
