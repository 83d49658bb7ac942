import { addDays } from '../time/day.js';
import { instantAt, localDay } from '../time/time-zone.js';
import { nextInWindow } from '../time/working-hours.js';
import { closesAt } from './closing.js';
import type { CyclePlan } from './cycle-plan.js';
import { decide } from './decide.js';
import { type Decision, decidedKey } from './decided.js';
import { isForTeam, type MessageKind } from './message-kinds.js';
import type { RecipientFacts } from './recipient-facts.js';
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
  const notified = decision.silentBecause ? {} : { lastNotifiedAt: at };
  const ofTeam = !decision.silentBecause && isForTeam(decision) ? { teamNotifiedAt: at } : {};
  return { ...person, decided, knowsSince, ...notified, ...ofTeam };
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
 * step's day, the cycle's close, the day from which a person takes part, and the instant from which the person wants messages again; where
 * check-ins wait for their view, the beginning of each day.
 */
function decidingInstants(plan: CyclePlan, person: RecipientFacts, from: Date): Date[] {
  const { timeZone, unavailableUntil, team, joinsOn } = person;
  const days = new Set([
    ...(joinsOn ? [joinsOn] : []),
    ...[plan.opensOn, ...plan.steps.map((step) => step.sendsOn), ...plan.summaryDays],
  ]);
  if (team && team.waitingForView.length > 0) {
    let day = localDay(from, timeZone);
    for (; day <= plan.lastDay; day = addDays(day, 1)) days.add(day);
  }
  const begins = [...days].map((day) => instantAt(day, 0, timeZone));
  const closes = closesAt(plan.lastDay);
  const candidates = [from, ...(unavailableUntil ? [unavailableUntil] : []), closes, ...begins];
  const times = candidates
    .filter((at) => at >= from)
    .map((at) => nextInWindow(at, timeZone, plan)?.getTime())
    .filter((time) => time !== undefined);
  return [...new Set(times)].sort((one, other) => one - other).map((time) => new Date(time));
}
