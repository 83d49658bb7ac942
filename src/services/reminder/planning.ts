import type { Workspace } from '../../database/index.js';
import { openDaysAfterReview } from '../../domain/cycle/cycle.js';
import { closingDays } from '../../domain/reminder/closing.js';
import { addDays, dayFromDate } from '../../domain/time/day.js';
import type { Context } from '../context.js';
import { toCycle } from '../cycle/index.js';
import { timeZonesOf } from '../workspace/index.js';
import { planDueActionItems } from './action-item-planning.js';
import { planInvitations, planReminders } from './check-in-planning.js';
import { planClosing } from './closing-planning.js';
import { planDigests } from './digest-planning.js';
import { planNewcomers } from './newcomer-planning.js';
import { type PlannedCycle, planOf } from './planned-cycle.js';
import { questionsAt } from './planning-questions.js';
import { planSummaries } from './summary-planning.js';
import { planViewsWaiting } from './view-planning.js';

export interface PlanInput {
  workspaceId: string;
  /** Once aborted, the page under way is finished and no other begun. */
  signal?: AbortSignal | undefined;
}

/**
 * Decides what the workspace's open and just closed cycles and due action items ask for now, by the context's
 * clock, and records it, a page at a time; decided steps are skipped. Returns how much was decided.
 * After a stop, the next call continues.
 */
export async function planAndRecord(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  { workspaceId, signal }: PlanInput,
): Promise<number> {
  const at = clock.now();
  const workspace = await db.workspace.findUniqueOrThrow({ where: { id: workspaceId } });
  const timeZones = await timeZonesOf(db, workspaceId);
  const plannedCycles = await openPlans({ db }, workspace, at);
  const asked = plannedCycles.flatMap((planned) =>
    questionsAt(planned, timeZones, at).map((question) => ({ planned, question })),
  );
  async function* aboutCheckIns() {
    for (const { planned, question } of asked) {
      yield* planInvitations(db, planned, question);
      yield* planNewcomers(db, planned, question);
      yield* planReminders(db, planned, question);
      yield* planClosing(db, planned, question);
    }
  }
  async function* aboutTeams() {
    for (const { planned, question } of asked) {
      yield* planDigests(db, planned, question);
      // After the digests, which contain new check-ins too.
      yield* planViewsWaiting(db, planned, question);
      yield* planSummaries(db, planned, question);
    }
  }
  const aboutActionItems = planDueActionItems(db, {
    workspaceId,
    working: workspace,
    timeZones,
    at,
  });
  return carriedOut([aboutCheckIns(), aboutTeams(), aboutActionItems], signal);
}

/**
 * Runs independent plans in parallel, page by page, until they end or are stopped. Returns the sum.
 * If one fails the others are still completed, and then its error is thrown.
 */
async function carriedOut(
  plans: AsyncGenerator<number>[],
  signal: AbortSignal | undefined,
): Promise<number> {
  const outcomes = await Promise.allSettled(
    plans.map(async (plan) => {
      let decided = 0;
      for await (const count of plan) {
        decided += count;
        if (signal?.aborted) break;
      }
      return decided;
    }),
  );
  return outcomes.reduce((sum, outcome) => {
    if (outcome.status === 'rejected') throw outcome.reason;
    return sum + outcome.value;
  }, 0);
}

/** The plans of cycles that are open, or closed so lately that people are notified of it. */
async function openPlans(
  { db }: Pick<Context, 'db'>,
  workspace: Workspace,
  at: Date,
): Promise<PlannedCycle[]> {
  const where = { workspaceId: workspace.id };
  const cycles = (await db.cycle.findMany({ where })).map(toCycle);
  // A day more than needed on either side: some people are a day ahead or behind.
  const today = dayFromDate(at);
  const open = cycles.filter(
    ({ openedAt, cancelledAt, opensOn, reviewOn }) =>
      openedAt &&
      !cancelledAt &&
      opensOn <= addDays(today, 1) &&
      today <= addDays(reviewOn, openDaysAfterReview + closingDays + 1),
  );
  return open.map((cycle) => planOf(workspace, cycle, cycles));
}
