import type { Day } from '../time/day.js';
import type { CyclePlan } from './cycle-plan.js';
import { type Decision, decidedKey, undecidedStep } from './decided.js';
import { hasNewCheckIns, isDigestDay } from './new-check-ins.js';
import { isAsked, type RecipientFacts } from './recipient-facts.js';
import type { Step } from './steps.js';

/** Something new waits for a manager's view: they are notified on a working morning without a digest. */
export function decideViewsWaiting(
  plan: CyclePlan,
  person: RecipientFacts,
  today: Day,
): Decision[] {
  const { team, decided } = person;
  if (!team || decided.has(decidedKey('views_waiting', today))) return [];
  if (isDigestDay(plan.steps, today)) return [];
  const news = { ...person, waitingForView: team.waitingForView };
  const isNew = hasNewCheckIns(news, today, plan);
  return isNew ? [{ kind: 'views_waiting', step: today }] : [];
}

export function decideDigest(plan: CyclePlan, person: RecipientFacts, today: Day): Decision[] {
  const step = undecidedStep(plan, person, { kind: 'digest', today });
  if (!step || person.team === undefined) return [];
  if (isAsked(person.team, today)) return [{ kind: 'digest', step: step.name }];
  return decideAllSet(person, step);
}

/**
 * After the review a digest comes while conversations are open; everything else has its own
 * reminders.
 */
export function decideFollowUp(plan: CyclePlan, person: RecipientFacts, today: Day): Decision[] {
  const step = undecidedStep(plan, person, { kind: 'follow_up', today });
  if (!step || person.team === undefined) return [];
  if (person.team.conversationsOpen) return [{ kind: 'digest', step: step.name }];
  if (!isAsked(person.team, today)) return decideAllSet(person, step);
  return [{ kind: 'digest', step: step.name, silentBecause: 'nothing_to_do' }];
}

function decideAllSet({ decided }: RecipientFacts, { name }: Step): Decision[] {
  if (!decided.has('all_set')) return [{ kind: 'all_set', step: name }];
  return [{ kind: 'digest', step: name, silentBecause: 'nothing_to_do' }];
}
