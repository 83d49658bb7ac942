import type { Cycle as CycleRow, Workspace } from '../../database/index.js';
import { type CycleDates, cycleDates, datesFrom, laterOf } from '../../domain/cycle/cycle.js';
import { addDays, type Day, dayFromDate } from '../../domain/time/day.js';
import { UserFacingError } from '../errors/index.js';
import { toCycle } from '../open-cycle/index.js';
import { paceOf } from './cycles.js';

interface ToFit {
  workspace: Workspace;
  reviewOn: Day;
  today: Day;
  /** The cycle that gets this review date; undefined for a new one. */
  moving: CycleRow | undefined;
  /** It is for some people alone. */
  forSome?: boolean;
  /** All other cycles of the workspace. */
  others: readonly CycleRow[];
}

/**
 * Returns a cycle's dates between its neighbours: two cycles are never open at once. Throws
 * UserFacingError where there is no room.
 */
export function fitIn({ workspace, reviewOn, today, moving, others, forSome }: ToFit): CycleDates {
  const neighbours = others
    .map(toCycle)
    .filter((cycle) => cycle.reviewOn >= today && !cycle.cancelledAt && !cycle.closedAt);
  const overlapping = neighbours.find(
    (cycle) => cycle.opensOn <= reviewOn && reviewOn <= cycle.reviewOn,
  );
  if (overlapping) {
    throw new UserFacingError(
      `${overlapping.name} takes check-ins from ${overlapping.opensOn} until its review on ${overlapping.reviewOn}, so ${reviewOn} lies inside it. Choose a date outside${overlapping.forSome || forSome ? ': no two reviews are open at once, also where they are for different people' : ''}.`,
    );
  }
  const before = neighbours.filter((cycle) => cycle.reviewOn < reviewOn);
  if (moving?.openedAt) refuseToPass(moving, before);
  const earliest = before.map((cycle) => addDays(cycle.reviewOn, 1)).reduce(laterOf, today);
  const wanted = cycleDates(reviewOn, paceOf(workspace));
  const dates = datesFrom(earliest, wanted);
  if (dates.opensOn >= reviewOn) {
    throw new UserFacingError(
      `Another cycle has its review on ${addDays(earliest, -1)}, which leaves no day for check-ins before ${reviewOn}. Choose a later date.`,
    );
  }
  const opened = moving?.openedAt ? { opensOn: dayFromDate(moving.opensOn) } : {};
  return { ...dates, ...opened };
}

/** An open cycle ends where the next one opens, so it stays before that. */
function refuseToPass(
  moving: CycleRow,
  before: readonly { name: string; opensOn: Day; reviewOn: Day }[],
): void {
  const passed = before.find(({ reviewOn }) => reviewOn > dayFromDate(moving.reviewOn));
  if (!passed) return;
  throw new UserFacingError(
    `${passed.name} opens on ${passed.opensOn}, before that. ${moving.name} is open, so it can be moved until the day before; or move or cancel ${passed.name} first.`,
  );
}
