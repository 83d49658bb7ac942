import type { Day } from '../time/day.js';
import { instantAt, nextInWindow } from '../time/working-hours.js';
import { type Decision, decide, type PlannedRound, type RecipientFacts } from './plan.js';
import type { Step } from './steps.js';

/** A step can be sent so many days before its day, and no earlier. */
export const longestEarlyDays = 14;

/** The steps of the next day on which the plan writes to anybody before the reviews; empty after it. */
export function nextSteps({ steps }: Pick<PlannedRound, 'steps'>, today: Day): Step[] {
  const ahead = steps.filter(({ kind, sendsOn }) => kind !== 'follow_up' && sendsOn > today);
  const [day] = ahead.map(({ sendsOn }) => sendsOn).sort();
  return ahead.filter(({ sendsOn }) => sendsOn === day);
}

/** When a step comes in a zone by itself; undefined where the workspace has no working days. */
export function momentOf({ sendsOn }: Step, timeZone: string, { workingDays }: PlannedRound) {
  return nextInWindow(instantAt(sendsOn, 0, timeZone), timeZone, workingDays);
}

/**
 * What a step will ask of a person on its day, by what is known of them now. Undefined where it asks
 * nothing, and while they want quiet.
 */
export function decideEarly(
  round: PlannedRound,
  person: RecipientFacts,
  step: Step,
): Decision | undefined {
  const at = momentOf(step, person.timeZone, round);
  if (!at || person.heldUntil) return undefined;
  return decide(round, person, at).find(
    (one) => one.kind === step.kind && one.step === step.name && !one.silentBecause,
  );
}
