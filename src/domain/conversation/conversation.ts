import type { Day } from '../time/day.js';

/** Which of the two of a conversation. */
export type ConversationSide = 'report' | 'manager';

/** Why a day can't be the day of a conversation. */
export type HeldOnProblem = 'in_future' | 'before_cycle';

/**
 * Returns what is wrong with the day of a conversation, if anything. A conversation is recorded
 * after it took place, and belongs to the cycle that it closes.
 */
export function heldOnProblem(
  heldOn: Day,
  { today, opensOn }: { today: Day; opensOn: Day },
): HeldOnProblem | undefined {
  if (heldOn > today) return 'in_future';
  return heldOn < opensOn ? 'before_cycle' : undefined;
}

/**
 * How many minutes after the last change to the record the other one is notified, so that several
 * changes come as one message.
 */
export const announceDelayMinutes = 10;

/** The text of an action item as it was confirmed: any difference voids the confirmation. */
export interface AgreedText {
  what: string;
  measure: string;
  dueOn: Day;
  competencyKey: string | undefined;
  /** Null where that manager was erased. */
  ownerId: string | null;
}

/** Compares two versions of an action item by their text. */
export function sameAgreement(one: AgreedText, other: AgreedText): boolean {
  return (
    one.what === other.what &&
    one.measure === other.measure &&
    one.dueOn === other.dueOn &&
    one.competencyKey === other.competencyKey &&
    one.ownerId === other.ownerId
  );
}
