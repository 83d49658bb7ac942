import { addDays, type Day, dayFromDate, daysBetween } from '../time/day.js';
import { localDay } from '../time/time-zone.js';
import { lastWorkingDay, type WorkingTime } from '../time/working-days.js';
import { type Cadence, periodAfter, periodOf } from './cadence.js';

/** The three dates of a cycle. */
export interface CycleDates {
  /** The first day of check-ins. */
  opensOn: Day;
  /** The day by which check-ins are asked for. */
  dueOn: Day;
  /** The day on which reviews start. */
  reviewOn: Day;
}

/** What an admin has done to a cycle before its end. */
export interface CycleEnding {
  closedAt?: Date | undefined;
  cancelledAt?: Date | undefined;
}

/** The workspace's settings for its cycles; days count back from the review date. */
export interface CyclePace extends Partial<WorkingTime> {
  cadence: Cadence;
  /** 1 to 12. */
  firstMonth: number;
  opensDaysBefore: number;
  dueDaysBefore: number;
}

/** A cycle that follows from the cadence. */
export interface PlannedCycle extends CycleDates {
  period: string;
  name: string;
}

/** For how many days after its review date a cycle takes late check-ins. */
export const openDaysAfterReview = 21;

/** Returns the dates of a cycle with this review date, by the workspace's settings. */
export function cycleDates(
  reviewOn: Day,
  pace: Pick<CyclePace, 'opensDaysBefore' | 'dueDaysBefore'>,
): CycleDates {
  return {
    opensOn: addDays(reviewOn, -pace.opensDaysBefore),
    dueOn: addDays(reviewOn, -pace.dueDaysBefore),
    reviewOn,
  };
}

/**
 * Returns the same dates with nothing before `earliest`: check-ins are then due on the day after it
 * at the soonest, and always before the review date.
 */
export function datesFrom(earliest: Day, dates: CycleDates): CycleDates {
  const { reviewOn } = dates;
  const dueOn = laterOf(dates.dueOn, addDays(earliest, 1));
  return {
    opensOn: laterOf(dates.opensOn, earliest),
    dueOn: earlierOf(dueOn, addDays(reviewOn, -1)),
    reviewOn,
  };
}

/**
 * Returns the cycles that should exist on this day: the current period's, unless its check-ins
 * would be due already, and the next period's. A review that falls on a day off is on the working day
 * before.
 */
export function comingCycles(pace: CyclePace, today: Day): PlannedCycle[] {
  const current = periodOf(pace.cadence, pace.firstMonth, today);
  if (current === undefined) return [];
  const next = periodAfter(pace.cadence, pace.firstMonth, current);
  return [current, ...(next ? [next] : [])]
    .map(({ key, name, reviewOn }) => {
      const day = lastWorkingDay(reviewOn, pace);
      return { period: key, name, ...cycleDates(day, pace) };
    })
    .filter((cycle) => cycle.dueOn >= today);
}

/** Returns the last day on which a cycle takes check-ins, if no newer one opens before. */
export function closesAfter(cycle: Pick<CycleDates, 'reviewOn'>): Day {
  return addDays(cycle.reviewOn, openDaysAfterReview);
}

/** The zone in which each day ends last. */
const lastZone = 'Etc/GMT+12';

/**
 * Returns whether a cycle was closed or cancelled, or the last day of its check-ins is over in every
 * time zone.
 */
export function isOver(cycle: Pick<CycleDates, 'reviewOn'> & CycleEnding, at: Date): boolean {
  const { closedAt, cancelledAt } = cycle;
  if (cancelledAt !== undefined || (closedAt !== undefined && closedAt <= at)) return true;
  return localDay(at, lastZone) > closesAfter(cycle);
}

/** Returns whether a cycle takes no check-ins any more: it is over, or a later one has opened. */
export function hasClosed(
  cycle: Pick<CycleDates, 'reviewOn'> & CycleEnding,
  all: readonly (Pick<CycleDates, 'reviewOn'> & CycleEnding & { openedAt?: Date | undefined })[],
  at: Date,
): boolean {
  const isLater = ({ reviewOn, openedAt, cancelledAt }: (typeof all)[number]) =>
    openedAt !== undefined && cancelledAt === undefined && reviewOn > cycle.reviewOn;
  return isOver(cycle, at) || all.some(isLater);
}

/**
 * Returns the last day of a cycle among all cycles of the workspace: it ends where a later one
 * opens, or on the day before it was closed.
 */
export function lastDayOf(
  cycle: CycleDates & CycleEnding,
  all: readonly (CycleDates & CycleEnding)[],
): Day {
  const later = all.filter(
    ({ reviewOn, cancelledAt }) => cancelledAt === undefined && reviewOn > cycle.reviewOn,
  );
  const closed = cycle.closedAt ? [dayFromDate(cycle.closedAt)] : [];
  const days = [...later.map(({ opensOn }) => opensOn), ...closed];
  return days.map((day) => addDays(day, -1)).reduce(earlierOf, closesAfter(cycle));
}

export function laterOf(one: Day, other: Day): Day {
  return one > other ? one : other;
}

/** Returns whether people get fewer days for their check-ins than half of what is usual. */
export function isShort(
  { opensOn, dueOn }: CycleDates,
  { opensDaysBefore, dueDaysBefore }: Pick<CyclePace, 'opensDaysBefore' | 'dueDaysBefore'>,
  today: Day,
): boolean {
  const days = daysBetween(laterOf(opensOn, today), dueOn);
  return days * 2 < opensDaysBefore - dueDaysBefore;
}

function earlierOf(one: Day, other: Day): Day {
  return one < other ? one : other;
}
