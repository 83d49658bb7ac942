import type { Day } from '../../domain/time/day.js';

/** What an invitation and a reminder say about the cycle. */
interface CheckInAsked {
  cycleName: string;
  dueOn: Day;
  reviewOn: Day;
  /** The recipient's own day. */
  today: Day;
  /** Who will talk with them about it; undefined where nobody is set. */
  managerSlackUserId: string | undefined;
}

/** The cycle has opened, or its recipient has just joined it. */
export interface InvitationMessage extends CheckInAsked {
  kind: 'invitation';
}

/** The check-in is not sent yet. */
export interface ReminderMessage extends CheckInAsked {
  kind: 'reminder';
  started: boolean;
}
