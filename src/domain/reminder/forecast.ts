import { instantAt, localDay, nextInWindow } from '../time/working-hours.js';
import {
  type CyclePlan,
  type Decision,
  decide,
  decidedKey,
  type MessageKind,
  type RecipientFacts,
} from './plan.js';
import { invitationStep } from './steps.js';

/** A message that will be sent if nothing changes until then. */
export interface FutureMessage {
  at: Date;
  kind: MessageKind;
  step: string;
}

/**
 * Returns the facts after a decision has been carried out.
 * @internal
 */
export function afterDecision(
  person: RecipientFacts,
  decision: Decision,
  at: Date,
): RecipientFacts {
  const decided = new Set(person.decided).add(decidedKey(decision.kind, decision.step));
  if (decision.kind === 'all_set') decided.add(decidedKey('digest', decision.step));
  const invited = decision.kind === 'invitation' && decision.step === invitationStep;
  const knowsSince = invited ? localDay(at, person.timeZone) : person.knowsSince;
  return { ...person, decided, knowsSince };
}

/** Returns all that a person will be sent from an instant on if nothing changes, soonest first. */
export function futureMessages(
  plan: CyclePlan,
  person: RecipientFacts,
  from: Date,
): FutureMessage[] {
  const messages: FutureMessage[] = [];
  let facts = person;
  for (const at of decidingInstants(plan, person, from)) {
    for (const decision of decide(plan, facts, at)) {
      if (!decision.silentBecause) messages.push({ at, kind: decision.kind, step: decision.step });
      facts = afterDecision(facts, decision, at);
    }
  }
  return messages;
}

/**
 * Returns the only instants at which a decision can first be made: now, the beginning of each
 * step's day, and the instant from which the person wants messages again.
 */
function decidingInstants(
  plan: CyclePlan,
  { timeZone, unavailableUntil }: RecipientFacts,
  from: Date,
): Date[] {
  const days = new Set([plan.opensOn, ...plan.steps.map((step) => step.sendsOn)]);
  const begins = [...days].map((day) => instantAt(day, 0, timeZone));
  const candidates = [from, ...(unavailableUntil ? [unavailableUntil] : []), ...begins];
  const times = candidates
    .filter((at) => at >= from)
    .map((at) => nextInWindow(at, timeZone, plan.workingDays)?.getTime())
    .filter((time) => time !== undefined);
  return [...new Set(times)].sort((one, other) => one - other).map((time) => new Date(time));
}
