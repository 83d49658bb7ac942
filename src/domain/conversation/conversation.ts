import type { Day } from '../time/day.js';

/** Why a day can't be the one on which two people talked. */
export type HeldOnProblem = 'in_future' | 'before_cycle';

/** A conversation is recorded after it took place, and belongs to the cycle that it closes. */
export function heldOnProblem(
  heldOn: Day,
  { today, opensOn }: { today: Day; opensOn: Day },
): HeldOnProblem | undefined {
  if (heldOn > today) return 'in_future';
  return heldOn < opensOn ? 'before_cycle' : undefined;
}

/**
 * How long the report isn't told yet after a change to the record, so that what is added one after
 * the other comes as one message.
 */
export const announceDelayMinutes = 10;

/** The record as the report knows it: once it says something else, a confirmation is void. */
export interface AgreedText {
  what: string;
  measure: string;
  dueOn: Day;
  competencyKey: string | undefined;
  ownerId: string;
}

/** Whether two versions of an action say the same. */
export function sameAgreement(one: AgreedText, other: AgreedText): boolean {
  return (
    one.what === other.what &&
    one.measure === other.measure &&
    one.dueOn === other.dueOn &&
    one.competencyKey === other.competencyKey &&
    one.ownerId === other.ownerId
  );
}
