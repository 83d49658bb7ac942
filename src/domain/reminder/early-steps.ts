import type { Day } from '../time/day.js';
import { instantAt } from '../time/time-zone.js';
import { nextInWindow } from '../time/working-hours.js';
import type { CyclePlan } from './cycle-plan.js';
import { decide } from './decide.js';
import type { Decision } from './decided.js';
import type { RecipientFacts } from './recipient-facts.js';
import type { Step } from './steps.js';

/** How many days before its day a step can be sent at most. */
export const longestEarlyDays = 14;

/**
 * Returns the steps of the next day on which the plan sends anything before the reviews; empty if
 * there is none.
 */
export function nextSteps({ steps }: Pick<CyclePlan, 'steps'>, today: Day): Step[] {
  const ahead = steps.filter(({ kind, sendsOn }) => kind !== 'follow_up' && sendsOn > today);
  const [day] = ahead.map(({ sendsOn }) => sendsOn).sort();
  return ahead.filter(({ sendsOn }) => sendsOn === day);
}

/**
 * Returns the instant at which a step is sent in a time zone; undefined where the workspace has no
 * working days.
 */
export function momentOf({ sendsOn }: Step, timeZone: string, plan: CyclePlan) {
  return nextInWindow(instantAt(sendsOn, 0, timeZone), timeZone, plan);
}

/**
 * Returns what a step will send to a person on its day, by the facts of now. Undefined where it
 * sends nothing, and while the person wants no messages.
 */
export function decideEarly(
  plan: CyclePlan,
  person: RecipientFacts,
  step: Step,
): Decision | undefined {
  const at = momentOf(step, person.timeZone, plan);
  if (!at || person.unavailableUntil) return undefined;
  return decide(plan, person, at).find(
    (one) => one.kind === step.kind && one.step === step.name && !one.silentBecause,
  );
}
