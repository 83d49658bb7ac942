import type { Transaction } from '../../database/index.js';
import type { Settings } from '../../domain/settings/settings.js';
import { dayFromDate } from '../../domain/time/day.js';
import { UserFacingError } from '../errors/index.js';
import { startOfDay } from '../open-cycle/index.js';

/** Throws UserFacingError where a day that is to be off is the date of a review to come. */
export async function refuseOnReviewDates(
  tx: Transaction,
  {
    workspaceId,
    before,
    after,
    at,
  }: { workspaceId: string; before: Settings; after: Settings; at: Date },
): Promise<void> {
  const added = after.days_off.filter((day) => !before.days_off.includes(day));
  if (added.length === 0) return;
  const cycles = await tx.cycle.findMany({
    where: { workspaceId, cancelledAt: null, closedAt: null, reviewOn: { gte: startOfDay(at) } },
    orderBy: { reviewOn: 'asc' },
  });
  const taken = cycles.find(({ reviewOn }) => added.includes(dayFromDate(reviewOn)));
  if (!taken) return;
  throw new UserFacingError(
    `${dayFromDate(taken.reviewOn)} is the review date of ${taken.name}, so it can't be a day off. Move that review first, or leave the day out. Nothing is changed.`,
  );
}
