import { addDays, type Day } from '../time/day.js';
import { localDay } from '../time/time-zone.js';
import { isInWindow } from '../time/working-hours.js';
import { closesAt, closingDays, closingStep, hearsOfClosing } from './closing.js';
import type { CyclePlan } from './cycle-plan.js';
import { type Decision, decidedKey, undecidedStep } from './decided.js';
import { isNewcomerAsked } from './newcomers.js';
import { owesCheckIn, type RecipientFacts } from './recipient-facts.js';
import { stepOfDay, stepsOfKind } from './steps.js';
import { decideDigest, decideFollowUp, decideViewsWaiting } from './team-decisions.js';

// services/reminder/check-in-planning.ts, digest-planning.ts, view-planning.ts, closing-planning.ts,
// newcomer-planning.ts and summary-planning.ts repeat `decide` in SQL, for all people at once;
// tests/services/reminder/planning.test.ts compares both.

/**
 * Returns what to decide for a person at this instant. Empty outside their working hours and while
 * they want no messages, so that afterwards only what still concerns them is decided. A reminder
 * comes on a later day than the invitation, so that people who join late don't get both at once.
 */
export function decide(plan: CyclePlan, facts: RecipientFacts, at: Date): Decision[] {
  const today = localDay(at, facts.timeZone);
  const joins = facts.joinsOn !== undefined && facts.joinsOn <= today;
  const person = joins ? { ...facts, participates: true } : facts;
  if (today < plan.opensOn) return [];
  if (person.unavailableUntil && at < person.unavailableUntil) return [];
  if (!isInWindow(at, person.timeZone, plan)) return [];
  if (today > plan.lastDay) return decideClosing(plan, person, { today, at });
  const digests =
    today >= plan.reviewOn
      ? decideFollowUp(plan, person, today)
      : decideDigest(plan, person, today);
  const isSent = digests.some(({ silentBecause }) => silentBecause === undefined);
  const summary = decideSummary(plan, person, today);
  const aboutOthers = isSent
    ? [...digests, ...summary]
    : [...digests, ...decideViewsWaiting(plan, person, today), ...summary];
  if (today >= plan.reviewOn) return aboutOthers;
  return [
    ...decideInvitation(plan, person, today),
    ...decideNewcomer(plan, person, today),
    ...decideReminder(plan, person, today),
    ...aboutOthers,
  ];
}

/** Once a cycle that people took part in has closed, everybody's end is decided once. */
function decideClosing(
  { lastDay }: CyclePlan,
  person: RecipientFacts,
  { today, at }: { today: Day; at: Date },
): Decision[] {
  if (at < closesAt(lastDay) || today > addDays(lastDay, closingDays)) return [];
  const { tookPart, invited } = person.cycle;
  if (!person.active || !(tookPart || invited)) return [];
  if (person.decided.has(decidedKey('cycle_closed', closingStep))) return [];
  const silent = hearsOfClosing(person) ? {} : { silentBecause: 'nothing_to_do' as const };
  return [{ kind: 'cycle_closed', step: closingStep, ...silent }];
}

function decideInvitation(plan: CyclePlan, person: RecipientFacts, today: Day): Decision[] {
  const step = undecidedStep(plan, person, { kind: 'invitation', today });
  if (!step || !person.participates || person.checkIn !== 'none') return [];
  // A person who has been reminded knows of the cycle, even if the invitation was never sent.
  const reminded = stepsOfKind(plan, 'reminder').some(({ name }) =>
    person.decided.has(decidedKey('reminder', name)),
  );
  return reminded ? [] : [{ kind: 'invitation', step: step.name }];
}

/** Somebody without a role is asked for it when a cycle opens, and not when they come in the middle. */
function decideNewcomer(plan: CyclePlan, person: RecipientFacts, today: Day): Decision[] {
  const asked = stepOfDay(plan, 'invitation', today);
  if (!asked || !person.unplaced || !isNewcomerAsked(asked.step, today)) return [];
  if (asked.decidedBy.some((name) => person.decided.has(decidedKey('newcomer', name)))) return [];
  return [{ kind: 'newcomer', step: asked.step.name }];
}

function decideSummary(plan: CyclePlan, person: RecipientFacts, today: Day): Decision[] {
  if (!person.isAdmin || !plan.summaryDays.includes(today)) return [];
  if (person.decided.has(decidedKey('admin_summary', today))) return [];
  return [{ kind: 'admin_summary', step: today }];
}

function decideReminder(plan: CyclePlan, person: RecipientFacts, today: Day): Decision[] {
  const step = undecidedStep(plan, person, { kind: 'reminder', today });
  if (!step || !person.participates || person.knowsSince === undefined) return [];
  if (person.knowsSince >= step.sendsOn) return [];
  const silent = owesCheckIn(person) ? {} : { silentBecause: 'submitted' as const };
  return [{ kind: 'reminder', step: step.name, ...silent }];
}
