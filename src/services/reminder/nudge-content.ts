import type { Day } from '../../domain/time/day.js';
import { localDay } from '../../domain/time/working-hours.js';
import type { RecipientInCycle, Round } from './facts.js';

/** A manager asks a report for their check-in. */
export interface NudgeMessage {
  kind: 'nudge';
  /** Who asks. */
  managerSlackUserId: string;
  cycleName: string;
  dueOn: Day;
  reviewOn: Day;
  /** The recipient's own day. */
  today: Day;
  started: boolean;
}

/** The data of a nudge, from fresh facts; to be asked where it was judged to go out. */
export function nudgeContent(
  { cycle }: Round,
  { person, facts, managerSlackUserId }: RecipientInCycle,
  at: Date,
): NudgeMessage {
  return {
    kind: 'nudge',
    managerSlackUserId: managerSlackUserId ?? '',
    cycleName: cycle.name,
    dueOn: cycle.dueOn,
    reviewOn: cycle.reviewOn,
    today: localDay(at, person.timeZone),
    started: facts.checkIn === 'draft',
  };
}
