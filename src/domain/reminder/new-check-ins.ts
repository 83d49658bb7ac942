import type { Day } from '../time/day.js';
import { localDay } from '../time/time-zone.js';
import type { WorkingTime } from '../time/working-days.js';
import { windowOf } from '../time/working-hours.js';
import type { Step } from './steps.js';

/** What decides whether a manager is notified on a morning of what is new and waits for their view. */
export interface ManagerNews {
  timeZone: string;
  /** When each check-in that waits for their view was sent. */
  waitingForView: readonly Date[];
  /** When a message last notified them of their team. */
  teamNotifiedAt: Date | undefined;
  /** Another message about their team has still to leave. */
  teamMessageWaits: boolean;
  /** When they last got any message. */
  lastNotifiedAt: Date | undefined;
}

/** Returns whether a day has a digest of its own, which contains new check-ins too. */
export function isDigestDay(steps: readonly Step[], today: Day): boolean {
  return steps.some(
    ({ kind, sendsOn }) => (kind === 'digest' || kind === 'follow_up') && sendsOn === today,
  );
}

/**
 * Returns whether check-ins were sent before the morning of this day of theirs that the manager has
 * not been notified of; false on a day on which they got a message already.
 */
export function hasNewCheckIns(news: ManagerNews, today: Day, working: WorkingTime): boolean {
  const { timeZone, waitingForView, teamNotifiedAt, teamMessageWaits, lastNotifiedAt } = news;
  const morning = windowOf(today, timeZone, working)?.from;
  if (teamMessageWaits || morning === undefined) return false;
  if (lastNotifiedAt !== undefined && localDay(lastNotifiedAt, timeZone) === today) return false;
  return waitingForView.some(
    (sentAt) => sentAt < morning && (teamNotifiedAt === undefined || sentAt > teamNotifiedAt),
  );
}
