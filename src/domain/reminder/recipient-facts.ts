import type { CheckInState } from '../check-in/check-in.js';
import type { TeamTodo } from '../team/team.js';
import type { Day } from '../time/day.js';
import type { CycleEnd } from './closing.js';

/** What the plan depends on for one person in one cycle. */
export interface RecipientFacts {
  timeZone: string;
  /** Has not left and is no app. */
  active: boolean;
  isAdmin: boolean;
  /** Has a manager and no role, and was known before the cycle opened. */
  unplaced: boolean;
  /** Has a role, too. */
  participates: boolean;
  /** The day of theirs from which they take part, where they are left out until then. */
  joinsOn?: Day | undefined;
  checkIn: 'none' | CheckInState;
  /** The person's own day on which they were invited, or began without an invitation. */
  knowsSince: Day | undefined;
  /** Undefined for a person without reports. */
  team: TeamFacts | undefined;
  /** When a message last notified them of their team in this cycle. */
  teamNotifiedAt: Date | undefined;
  /** Another message about their team has still to leave. */
  teamMessageWaits: boolean;
  /** When they last got any message, if that was in the last two days. */
  lastNotifiedAt: Date | undefined;
  /** What became of the cycle as a whole. */
  cycle: CycleEnd;
  /** The person wants no messages until then; nothing is decided before. */
  unavailableUntil: Date | undefined;
  /** What has been decided already, as keys of `decidedKey`. */
  decided: ReadonlySet<string>;
}

export interface TeamFacts extends TeamTodo {
  /** The earliest due day of an open action item of theirs or of their team. */
  firstActionItemDue: Day | undefined;
  /** When each check-in that waits for their view was sent. */
  waitingForView: readonly Date[];
}

/** Returns whether a manager has anything to do on this day of theirs. */
export function isAsked({ asks, firstActionItemDue }: TeamFacts, today: Day): boolean {
  return asks || (firstActionItemDue !== undefined && firstActionItemDue <= today);
}

/** Returns whether a person still has to submit their check-in. */
export function owesCheckIn({ participates, checkIn }: RecipientFacts): boolean {
  return participates && (checkIn === 'none' || checkIn === 'draft');
}
