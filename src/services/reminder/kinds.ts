import { closingStep } from '../../domain/reminder/closing.js';
import type { MessageKind } from '../../domain/reminder/message-kinds.js';
import type { Day } from '../../domain/time/day.js';
import { deliveryKind } from '../delivery/index.js';

/** Which message of a cycle's plan: that of one of its steps, by the step's name. */
export interface WhichStep {
  step: string;
}

const byStep = ({ step }: WhichStep) => step;

/** Which morning: the manager's own day. */
export interface WhichMorning {
  step: Day;
}

/**
 * The kinds that the plan of a cycle asks for. "All set" comes once a cycle, at whichever step, and so
 * does that it has closed.
 */
export const planKinds = {
  invitation: deliveryKind('invitation', byStep),
  reminder: deliveryKind('reminder', byStep),
  digest: deliveryKind('digest', byStep),
  all_set: deliveryKind('all_set', (_: WhichStep) => 'once'),
  views_waiting: deliveryKind('views_waiting', ({ step }: WhichMorning) => step),
  cycle_closed: deliveryKind('cycle_closed', (_: WhichStep) => closingStep),
  newcomer: deliveryKind('newcomer', byStep),
  admin_summary: deliveryKind('admin_summary', ({ step }: WhichMorning) => step),
} satisfies Record<MessageKind, unknown>;

/** Which change of a cycle: that it was moved or cancelled, and when people were to be notified. */
export interface WhichChange {
  step: 'moved' | 'cancelled';
  /** An instant, as ISO 8601 writes it. */
  since: string;
}

export const cycleChangedKind = deliveryKind('cycle_changed', ({ since }: WhichChange) => since);

/** Which nudge: that of a day. */
export interface WhichNudge {
  /** The manager who asks; the recipient's own id where those who run the reviews do. */
  subjectId: string;
  /** The report's own day for which it is meant. */
  step: Day;
}

export const nudgeKind = deliveryKind('nudge', ({ step }: WhichNudge) => step);
