import { decide } from '../../domain/reminder/decide.js';
import { decidedKey } from '../../domain/reminder/decided.js';
import { decideEarly } from '../../domain/reminder/early-steps.js';
import { isForTeam, type MessageKind } from '../../domain/reminder/message-kinds.js';
import {
  isAsked,
  owesCheckIn,
  type RecipientFacts,
} from '../../domain/reminder/recipient-facts.js';
import { localDay } from '../../domain/time/time-zone.js';
import type { ClaimedDelivery, MessageAt } from '../message.js';
import type { PlanFacts } from './plan-facts.js';

/** The kind that is sent, which may be another one than was recorded, or why none is. */
export type StillAsked = { send: MessageKind } | { drop: string };

/** Decides again, from fresh facts, about a message that the plan of its cycle asked for. */
export function stillAsked(message: MessageAt<PlanFacts>): StillAsked {
  const { claim, at } = message;
  const { planned, facts } = message.facts;
  if (planned.cycle.cancelledAt) return { drop: 'cancelled' };
  const kind = claim.kind as MessageKind;
  if (claim.repeats && kind !== 'cycle_closed') return repeatedStillAsked(message);
  const undecided = withoutDecision(facts, claim);
  if (claim.early) return earlyStillAsked(message, undecided);
  // "All set" comes once a cycle: it is the same message at whichever step it is sent.
  const decision = decide(planned.plan, undecided, at).find(
    (one) => one.kind === kind && (kind === 'all_set' || one.step === claim.step),
  );
  if (decision && !decision.silentBecause) return { send: kind };
  if (isForTeam(claim) || kind === 'cycle_closed') return { drop: 'changed' };
  if (facts.participates && !owesCheckIn(facts)) return { drop: 'submitted' };
  return { drop: facts.participates ? 'changed' : 'no_role' };
}

/** The same facts as if this message had not been decided upon. */
function withoutDecision(facts: RecipientFacts, { kind, step }: ClaimedDelivery): RecipientFacts {
  const decided = new Set(facts.decided);
  decided.delete(decidedKey(kind as MessageKind, step));
  if (kind === 'all_set') decided.delete(decidedKey('digest', step));
  return { ...facts, decided };
}

/** A message that isn't sent early after all is decided on its day. */
function earlyStillAsked(
  { claim, facts: { planned } }: MessageAt<PlanFacts>,
  facts: RecipientFacts,
): StillAsked {
  const { steps } = planned.plan;
  const step = steps.find(({ kind, name }) => kind === claim.kind && name === claim.step);
  const decision = step && decideEarly(planned.plan, facts, step);
  return decision ? { send: decision.kind } : { drop: 'changed' };
}

/** A person who asked to be reminded is, while there is something left to do. */
function repeatedStillAsked({ claim, facts, at }: MessageAt<PlanFacts>): StillAsked {
  const { planned, facts: about } = facts;
  const today = localDay(at, about.timeZone);
  if (today > planned.plan.lastDay) return { drop: 'expired' };
  if (isForTeam(claim)) {
    const asked = about.team !== undefined && isAsked(about.team, today);
    return asked ? { send: 'digest' } : { drop: 'nothing_to_do' };
  }
  if (!owesCheckIn(about)) return { drop: about.participates ? 'submitted' : 'no_role' };
  const isFirst = claim.kind === 'invitation' && about.checkIn === 'none';
  return { send: isFirst ? 'invitation' : 'reminder' };
}
