import { addDays, type Day } from '../time/day.js';
import { lastWorkingDay, localDay, type WorkingTime } from '../time/working-hours.js';
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

/** Returns whether the last day of a cycle's check-ins is over in every time zone. */
export function isOver(cycle: Pick<CycleDates, 'reviewOn'>, at: Date): boolean {
  return localDay(at, lastZone) > closesAfter(cycle);
}

/** Returns whether a cycle takes no check-ins any more: it is over, or a later one has opened. */
export function hasClosed(
  cycle: Pick<CycleDates, 'reviewOn'>,
  all: readonly (Pick<CycleDates, 'reviewOn'> & { openedAt?: Date | undefined })[],
  at: Date,
): boolean {
  const isLater = ({ reviewOn, openedAt }: (typeof all)[number]) =>
    openedAt !== undefined && reviewOn > cycle.reviewOn;
  return isOver(cycle, at) || all.some(isLater);
}

/**
 * Returns the last day of a cycle among all cycles of the workspace: it ends where a later one
 * opens.
 */
export function lastDayOf(cycle: CycleDates, all: readonly CycleDates[]): Day {
  const later = all.filter(({ reviewOn }) => reviewOn > cycle.reviewOn);
  return later.map(({ opensOn }) => addDays(opensOn, -1)).reduce(earlierOf, closesAfter(cycle));
}

export function laterOf(one: Day, other: Day): Day {
  return one > other ? one : other;
}

function earlierOf(one: Day, other: Day): Day {
  return one < other ? one : other;
}
