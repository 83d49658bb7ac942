import type { Day } from '../time/day.js';
import type { CyclePlan } from './cycle-plan.js';
import type { MessageKind } from './message-kinds.js';
import type { RecipientFacts } from './recipient-facts.js';
import { type Step, type StepKind, stepOfDay } from './steps.js';

/**
 * To send a message, or to record that this step has nothing to send, so that it isn't decided
 * again.
 */
export interface Decision {
  kind: MessageKind;
  step: string;
  /** Undefined: send. */
  silentBecause?: 'submitted' | 'nothing_to_do';
}

/**
 * Returns the key of a decided step. A manager's "all set" comes once a cycle, whatever the step.
 */
export function decidedKey(kind: MessageKind, step: string): string {
  return kind === 'all_set' ? kind : `${kind}:${step}`;
}

/** Returns the step of the day, if nothing is decided about it yet. */
export function undecidedStep(
  plan: CyclePlan,
  { decided }: RecipientFacts,
  { kind, today }: { kind: StepKind; today: Day },
): Step | undefined {
  const asked = stepOfDay(plan, kind, today);
  const message = kind === 'follow_up' ? 'digest' : kind;
  const isDecided = asked?.decidedBy.some((name) => decided.has(decidedKey(message, name)));
  return isDecided ? undefined : asked?.step;
}
